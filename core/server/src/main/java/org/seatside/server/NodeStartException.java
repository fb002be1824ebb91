package org.seatside.server;

/// The node cannot start, for a reason the operator can mend. The message is one line that says how.
public final class NodeStartException extends Exception {
    private static final long serialVersionUID = 1L;

    NodeStartException(String message) {
        super(message);
    }

    NodeStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
