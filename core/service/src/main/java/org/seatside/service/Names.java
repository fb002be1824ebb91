package org.seatside.service;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Texts that people give to things, as they are kept: in composed form, since names typed on one system are
/// searched on another.
public final class Names {
    private static final int MAX = 100;

    private Names() {}

    /// @throws RefusedException where nothing is left of it, or it is too long
    public static String required(String text) {
        String name = optional(text);
        if (name.isEmpty()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "name-needed", "Give a name of 1 to 100 characters.");
        }
        return name;
    }

    /// @throws RefusedException where it is too long
    public static String optional(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (name.length() > MAX || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "name-needed",
                    "A name has at most 100 characters and no control characters.");
        }
        return name;
    }

    /// Null where nothing is left of it.
    public static @Nullable String orNull(@Nullable String text) {
        String name = text == null ? "" : optional(text);
        return name.isEmpty() ? null : name;
    }
}
