package org.seatside.model.hook;

/// What came of a message sent to a webhook to see whether it takes one.
///
/// @param taken whether it answered that it did
/// @param detail constant of what came back: a status such as `HTTP_204`, or `TIMEOUT`, `ADDRESS_FORBIDDEN`
/// @param millis until the answer
public record HookTrial(boolean taken, String detail, long millis) {}
