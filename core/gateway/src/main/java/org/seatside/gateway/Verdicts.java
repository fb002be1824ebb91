package org.seatside.gateway;

import java.util.Optional;
import org.seatside.service.gateway.AttendanceGateway.Answer;

/// What a status says by itself, the same for every service.
///
/// Only 400, 409, 410 and 422 are about the attendance that was sent, and final. All else below 200 and from
/// 300 on says that the service did not judge it: a login page, a maintenance page or an address that is not
/// there for an hour answers 302, 401, 403 or 404 to everything, and what was sent meanwhile must not be lost.
final class Verdicts {
    private Verdicts() {}

    /// Empty for a status in the range of success, whose body has the last word.
    static Optional<Answer> ofStatus(int status) {
        return switch (status) {
            case 400, 409, 410, 422 -> Optional.of(new Answer.Rejected("HTTP_" + status));
            default ->
                switch (status / 100) {
                    case 2 -> Optional.empty();
                    case 3 -> Optional.of(new Answer.Unknown("REDIRECTED"));
                    default -> Optional.of(new Answer.Unknown("HTTP_" + status));
                };
        };
    }
}
