package org.seatside.cli.node;

import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeException;
import org.seatside.model.api.Problem;

/// What an administrator is told when a tool cannot do its work; one line that says what to do.
final class ToolException extends Exception {
    private static final long serialVersionUID = 1L;

    ToolException(String message) {
        super(message);
    }

    /// @param what was being done
    static ToolException of(String what, NodeException e) {
        @Nullable Problem problem = e.problem().orElse(null);
        String detail = problem == null ? null : problem.detail();
        return new ToolException(what + ": "
                + switch (e.kind()) {
                    case UNREACHABLE -> "no answer from the node; does it run there?";
                    case FORBIDDEN -> "this account may not do it; ask an administrator";
                    default -> detail == null ? String.valueOf(e.getMessage()) : detail;
                });
    }
}
