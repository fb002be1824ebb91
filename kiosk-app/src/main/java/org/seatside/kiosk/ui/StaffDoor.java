package org.seatside.kiosk.ui;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Who knows the code is staff. After [#TRIES] wrong codes nobody is let in for [#CLOSED], right code or not.
final class StaffDoor {
    static final int TRIES = 5;
    static final Duration CLOSED = Duration.ofSeconds(60);

    private final byte[] code;
    private final InstantSource clock;
    private int wrong;
    private Instant closedUntil = Instant.MIN;

    StaffDoor(String code, InstantSource clock) {
        this.code = code.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /// Whether there is a code at all.
    boolean exists() {
        return code.length > 0;
    }

    boolean opens(String typed) {
        boolean closed = clock.instant().isBefore(closedUntil);
        boolean right = exists() && MessageDigest.isEqual(code, typed.getBytes(StandardCharsets.UTF_8));
        if (right && !closed) {
            wrong = 0;
            return true;
        }
        wrong++;
        if (wrong >= TRIES && !closed) {
            wrong = 0;
            closedUntil = clock.instant().plus(CLOSED);
        }
        return false;
    }
}
