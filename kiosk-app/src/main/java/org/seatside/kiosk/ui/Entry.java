package org.seatside.kiosk.ui;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Digits while they are typed. On the JavaFX thread.
final class Entry {
    static final int MOST_DIGITS = 20;

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final Announcer announcer;

    Entry(Announcer announcer) {
        this.announcer = announcer;
    }

    static boolean isDigit(char key) {
        return key >= '0' && key <= '9';
    }

    /// A digit more, where there is room for one.
    ///
    /// @param secret whether not even who listens alone hears which
    void add(char digit, boolean secret) {
        if (text.get().length() >= MOST_DIGITS) {
            return;
        }
        text.set(text.get() + digit);
        announcer.mention(announcer.privately().get() && !secret ? Spoken.personal(String.valueOf(digit)) : soFar());
    }

    void erase() {
        String typed = text.get();
        text.set(typed.substring(0, Math.max(0, typed.length() - 1)));
        announcer.mention(soFar());
    }

    private Spoken soFar() {
        return Spoken.of("voice.digits", text.get().length());
    }

    /// What was typed; it is wiped.
    String take() {
        String typed = text.get();
        wipe();
        return typed;
    }

    void wipe() {
        text.set("");
    }

    boolean isEmpty() {
        return text.get().isEmpty();
    }

    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }
}
