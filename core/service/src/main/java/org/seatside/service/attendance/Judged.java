package org.seatside.service.attendance;

import java.time.Instant;
import org.seatside.service.log.Judgement;

/// What a check-in is worth, and when it counts as having happened.
///
/// @param pinUnchecked whether its PIN should have been asked and could not be: staff have to look
record Judged(Judgement judgement, Instant at, boolean pinUnchecked) {
    Judged(Judgement judgement, Instant at) {
        this(judgement, at, false);
    }

    Judged unchecked() {
        return new Judged(judgement, at, true);
    }
}
