/// What the kiosk's camera is worth at this moment.
@NullMarked
package org.seatside.kiosk.capture;

import org.jspecify.annotations.NullMarked;
