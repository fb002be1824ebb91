package org.seatside.bench.generate;

import java.util.Locale;

/// Frames without a code that give a reader something to think about.
public enum EmptyKind {
    ROOM,
    NOISE,
    TEXT,
    BARS,
    BRICKS,
    CHECKS,
    RINGS,
    NEAR_FINDERS;

    /// As it is written in tables.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
