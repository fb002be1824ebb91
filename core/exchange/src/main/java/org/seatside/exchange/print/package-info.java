/// Paper as PDF: fonts with Korean glyphs wherever this computer has them, and sheets to sign.
@NullMarked
package org.seatside.exchange.print;

import org.jspecify.annotations.NullMarked;
