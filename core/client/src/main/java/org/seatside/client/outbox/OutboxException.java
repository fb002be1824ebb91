package org.seatside.client.outbox;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The outbox could not do what it was asked. What was appended before is still there.
public final class OutboxException extends IOException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        /// Another process, or this one, has it open.
        IN_USE,
        /// The disk is full. Appending works again when space returns.
        FULL,
        /// One write or read failed; the next may work.
        FAILED,
        /// The disk broke a promise: nothing is appended any more until the outbox was opened anew. Sending goes on.
        BROKEN,
        CLOSED
    }

    private final Kind kind;

    OutboxException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
