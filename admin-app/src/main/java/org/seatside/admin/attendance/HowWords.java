package org.seatside.admin.attendance;

import org.seatside.model.attendance.Identification;

/// The ways of identifying a student, in words.
final class HowWords {
    private HowWords() {}

    static String key(Identification how) {
        return switch (how) {
            case PASS -> "how.pass";
            case NUMBER_CODE -> "how.card";
            case NUMBER_TYPED -> "how.typed";
        };
    }
}
