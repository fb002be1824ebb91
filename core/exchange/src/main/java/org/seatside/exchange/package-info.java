/// Files that other programs write and read.
@NullMarked
package org.seatside.exchange;

import org.jspecify.annotations.NullMarked;
