package org.seatside.model.hook;

import java.time.Instant;
import org.seatside.model.id.CheckInId;

/// A message that was given up.
///
/// @param logIndex where its check-in stands in the log
/// @param detail constant of the last failure: a status such as `HTTP_500`, or `TIMEOUT`
/// @param replay whether staff asked for another try
public record DeadLetter(HookId hook, CheckInId checkIn, long logIndex, String detail, Instant at, boolean replay) {}
