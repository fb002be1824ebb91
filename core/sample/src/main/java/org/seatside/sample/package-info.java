/// A sample campus, frames that show its codes and a scripted upstream service.
@NullMarked
package org.seatside.sample;

import org.jspecify.annotations.NullMarked;
