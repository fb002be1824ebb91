/// What the kiosk says and sounds like: system voices, tones, the sound device.
@NullMarked
package org.seatside.kiosk.voice;

import org.jspecify.annotations.NullMarked;
