/// The view of the command log in H2.
@NullMarked
package org.seatside.storage;

import org.jspecify.annotations.NullMarked;
