/// From a text that was read or a number that was typed to an outcome.
@NullMarked
package org.seatside.kiosk.checkin;

import org.jspecify.annotations.NullMarked;
