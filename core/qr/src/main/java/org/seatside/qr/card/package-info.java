/// The other codes on student cards, Code 128, Code 39 and Data Matrix: found by our own search, decoded by
/// ZXing.
@NullMarked
package org.seatside.qr.card;

import org.jspecify.annotations.NullMarked;
