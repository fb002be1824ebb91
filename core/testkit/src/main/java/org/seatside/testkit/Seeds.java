package org.seatside.testkit;

import java.lang.StackWalker.Option;
import java.security.SecureRandom;

/// Seeds for tests that draw: a new one every run, printed, so that a failure can be repeated.
///
/// `-Dseatside.seed=N` on Maven's command line makes every draw of the run N.
public final class Seeds {
    /// The system property that fixes the seed.
    public static final String PROPERTY = "seatside.seed";

    private Seeds() {}

    /// Draws a seed and prints it with the class that asked.
    ///
    /// @throws IllegalArgumentException if the property is set to something other than a 64-bit number
    public static long next() {
        var asking = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE).getCallerClass();
        var seed = choose(System.getProperty(PROPERTY, ""));
        System.out.println(asking.getSimpleName() + ": seed " + seed + ", repeat with -D" + PROPERTY + "=" + seed);
        return seed;
    }

    private static long choose(String given) {
        if (given.isBlank()) {
            return new SecureRandom().nextLong();
        }
        try {
            return Long.parseLong(given.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + PROPERTY + " takes a 64-bit number, not '" + given + "'", e);
        }
    }
}
