package org.seatside.client;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Problem;

/// What a failed call says about a check-in. Only a problem document of a node, about the check-in itself, is a
/// refusal: everything else means that nobody knows, and it is sent again.
final class Answers {
    private Answers() {}

    static SendResult to(NodeException failure) {
        Optional<Problem> problem = failure.problem();
        if (problem.isPresent() && isRefusal(failure.status(), problem.get())) {
            return new SendResult.RefusedByNode(code(failure.status(), problem.get()));
        }
        return new SendResult.NoAnswer(cause(failure));
    }

    /// 401 is about the token, 408, 425 and 429 about the moment.
    private static boolean isRefusal(int status, Problem problem) {
        return switch (status) {
            case 401, 408, 425, 429 -> false;
            case 409 -> !problem.type().equals(Problem.IN_PROGRESS);
            default -> status / 100 == 4;
        };
    }

    private static SendResult.Cause cause(NodeException failure) {
        return switch (failure.kind()) {
            case UNAUTHORIZED, FORBIDDEN -> SendResult.Cause.REVOKED;
            case UNREACHABLE -> unreachable(failure.getCause());
            case CONFLICT, NOT_FOUND, INVALID -> SendResult.Cause.NOT_READY;
            case NODE_FAILED ->
                failure.status() / 100 == 5 || failure.problem().isPresent()
                        ? SendResult.Cause.NOT_READY
                        : SendResult.Cause.GARBAGE;
        };
    }

    private static SendResult.Cause unreachable(@Nullable Throwable cause) {
        return switch (cause) {
            case TimeoutException _ -> SendResult.Cause.TIMED_OUT;
            case InterruptedException _ -> SendResult.Cause.INTERRUPTED;
            case null, default -> SendResult.Cause.UNREACHABLE;
        };
    }

    private static String code(int status, Problem problem) {
        String name = problem.type().replaceAll("^.*/", "").replace('-', '_').toUpperCase(Locale.ROOT);
        return name.matches("[A-Z][A-Z0-9_]{0,63}") ? name : "HTTP_" + status;
    }
}
