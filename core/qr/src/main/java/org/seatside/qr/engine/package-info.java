/// A QR decoder that works on grey values: stages from a picture to a text, each with narrow types and testable alone.
@NullMarked
package org.seatside.qr.engine;

import org.jspecify.annotations.NullMarked;
