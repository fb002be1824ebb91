package org.seatside.qr.engine;

/// The text of a symbol and what followed it: pad codewords must alternate EC, 11 (ISO/IEC 18004:2015, 7.4.10), so they
/// tell a message from codewords that were corrected by chance.
///
/// @param padding pad codewords after the terminator
/// @param wrongPadding those of them that are neither
record Message(String text, int padding, int wrongPadding) {}
