package org.seatside.client.outbox;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/// Tells a full disk from other failures: the platform says it in words only.
final class Failures {
    private Failures() {}

    static OutboxException of(String what, IOException cause) {
        if (cause instanceof OutboxException known) {
            return known;
        }
        return isFull(cause)
                ? new OutboxException(OutboxException.Kind.FULL, what + ": the disk is full, free some space", cause)
                : new OutboxException(
                        OutboxException.Kind.FAILED,
                        what + ": " + cause.getClass().getSimpleName(),
                        cause);
    }

    private static boolean isFull(IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of("no space left", "not enough space", "quota exceeded", "disk full")
                .anyMatch(message::contains);
    }
}
