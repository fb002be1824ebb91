/// The kiosk at the seat.
@NullMarked
package org.seatside.kiosk;

import org.jspecify.annotations.NullMarked;
