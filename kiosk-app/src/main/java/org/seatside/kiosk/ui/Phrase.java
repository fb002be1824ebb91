package org.seatside.kiosk.ui;

import java.util.List;
import org.seatside.fx.Messages;

/// A text that is not yet in a language.
record Phrase(String key, List<Object> arguments) {
    static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    String in(Messages messages) {
        return messages.now(key, arguments.toArray());
    }
}
