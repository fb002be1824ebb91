package org.seatside.qr.engine;

import java.util.Locale;

/// The ways of deciding modules, in the order they are tried.
enum Decision {
    /// The mean of 9x9 modules as threshold.
    MEAN(true),
    /// The middle of dark and light in 9x9 modules.
    MIDDLE(true),
    /// The same in 13x13, then the trained filter of 3x3.
    EQUALISED_3(true),
    /// The colours that, blurred as known modules are, give what is seen.
    CANCELLED(true),
    /// Each module sharpened against its four neighbours first.
    SHARPENED(false),
    /// As above with the trained filter of 5x5.
    EQUALISED_5(true),
    /// The mean of 5x5 modules: lighting that changes within the symbol.
    NARROW(true),
    /// The mean of those 5x5 modules around each in which its logarithm varies least: a shadow's edge across the
    /// symbol.
    SIDED(true),
    /// The whole module averaged: patterned modules.
    WHOLE(false),
    /// The share of dark pixels in the binary plane: dots, outlines, low light.
    BINARY(false);

    private final boolean confident;

    Decision(boolean confident) {
        this.confident = confident;
    }

    /// Short and stable, for measurements.
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the sizes of the values tell which modules are doubtful.
    boolean confident() {
        return confident;
    }
}
