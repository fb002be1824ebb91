package org.seatside.gateway;

import java.util.Optional;
import org.seatside.service.gateway.AttendanceGateway.Answer;

/// What a status says by itself, the same for every service.
final class Verdicts {
    private Verdicts() {}

    /// Empty for a status in the range of success, whose body has the last word.
    static Optional<Answer> ofStatus(int status) {
        return switch (status) {
            // "Not now": the service did not judge the attendance, so asking again can help.
            case 408, 425, 429 -> Optional.of(new Answer.Unknown("HTTP_" + status));
            default ->
                switch (status / 100) {
                    case 2 -> Optional.empty();
                    case 3 -> Optional.of(new Answer.Rejected("REDIRECTED"));
                    case 4 -> Optional.of(new Answer.Rejected("HTTP_" + status));
                    default -> Optional.of(new Answer.Unknown("HTTP_" + status));
                };
        };
    }
}
