/// QR decoding: plain luminance in, texts out. Knows nothing of attendance.
@NullMarked
package org.seatside.qr;

import org.jspecify.annotations.NullMarked;
