/// Frames in, texts out: each code once while it stays in view.
@NullMarked
package org.seatside.kiosk.scan;

import org.jspecify.annotations.NullMarked;
