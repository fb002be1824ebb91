package org.seatside.admin.administration;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seatside.model.api.SessionView;

/// What a session is told from others by.
final class SessionText {
    private SessionText() {}

    static String of(SessionView session) {
        return Stream.of(session.program(), session.from())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
