/// What is known about pictures that are read to measure the reader: one rule for the tests, the scanner and
/// the bench.
@NullMarked
package org.seatside.qr.corpus;

import org.jspecify.annotations.NullMarked;
