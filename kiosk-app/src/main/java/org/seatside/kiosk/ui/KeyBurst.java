package org.seatside.kiosk.ui;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.TaskRunner;

/// Tells a scanner that types from a person who types: a scanner sends at least [#LEAST] characters no more
/// than [#GAP] apart, then Enter or nothing. What a person types arrives one key at a time, at most [#GAP]
/// late.
final class KeyBurst {
    /// The longest pause within a code; also how long a person's key waits.
    static final Duration GAP = Duration.ofMillis(100);

    /// No code of ours is shorter.
    static final int LEAST = 6;

    /// Who gets what was typed.
    interface Receiver {
        void scanned(String text);

        void typed(char key);

        void entered();
    }

    private final TaskRunner tasks;
    private final Receiver receiver;
    private final StringBuilder burst = new StringBuilder();
    private TaskRunner.@Nullable Scheduled pause;

    KeyBurst(TaskRunner tasks, Receiver receiver) {
        this.tasks = tasks;
        this.receiver = receiver;
    }

    boolean pending() {
        return !burst.isEmpty();
    }

    void key(char key) {
        burst.append(key);
        restart();
    }

    /// Enter, by which many scanners end a code.
    void enter() {
        boolean code = burst.length() >= LEAST;
        flush();
        if (!code) {
            receiver.entered();
        }
    }

    private void restart() {
        if (pause != null) {
            pause.cancel();
        }
        pause = tasks.after(GAP, this::flush);
    }

    private void flush() {
        if (pause != null) {
            pause.cancel();
            pause = null;
        }
        String text = burst.toString();
        burst.setLength(0);
        if (text.length() >= LEAST) {
            receiver.scanned(text);
        } else {
            text.chars().forEach(key -> receiver.typed((char) key));
        }
    }
}
