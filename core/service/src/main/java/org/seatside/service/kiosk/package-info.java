/// Pairing kiosks and giving them what they need to work alone.
@NullMarked
package org.seatside.service.kiosk;

import org.jspecify.annotations.NullMarked;
