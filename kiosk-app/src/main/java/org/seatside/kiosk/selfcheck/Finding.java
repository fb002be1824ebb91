package org.seatside.kiosk.selfcheck;

/// One measurement.
///
/// @param screen with language, size and page: `ko 200 % outcome-Present 2/4`
/// @param what was measured: a button's text, a sentence
/// @param value as a person reads it
/// @param worst the smaller, the worse; to find the worst of an item
record Finding(Item item, String screen, String what, String value, double worst, boolean passed) {}
