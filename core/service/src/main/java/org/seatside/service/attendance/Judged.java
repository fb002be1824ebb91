package org.seatside.service.attendance;

import java.time.Instant;
import org.seatside.service.log.Judgement;

/// What a check-in is worth, and when it counts as having happened.
record Judged(Judgement judgement, Instant at) {}
