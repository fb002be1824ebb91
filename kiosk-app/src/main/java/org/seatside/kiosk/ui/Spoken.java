package org.seatside.kiosk.ui;

import org.seatside.fx.Messages;

/// Something that is said.
sealed interface Spoken {
    /// Whether it is said only where nobody else hears.
    boolean personal();

    String in(Messages messages);

    record Words(Phrase phrase, boolean personal) implements Spoken {
        @Override
        public String in(Messages messages) {
            return phrase.in(messages);
        }
    }

    /// The same in every language: times, rooms, names.
    record Plain(String text, boolean personal) implements Spoken {
        @Override
        public String in(Messages messages) {
            return text.replace("·", ",").replace("…", "");
        }
    }

    static Spoken of(String key, Object... arguments) {
        return new Words(Phrase.of(key, arguments), false);
    }

    static Spoken of(Phrase phrase) {
        return new Words(phrase, false);
    }

    static Spoken plain(String text) {
        return new Plain(text, false);
    }

    static Spoken personal(String text) {
        return new Plain(text, true);
    }
}
