package org.seatside.gateway;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.seatside.payload.BoundedText;

/// A configured regular expression over a body that somebody else wrote: only the beginning is looked at, and only so
/// often, so that no answer can hold the caller. Immutable.
final class BodyPattern {
    /// Characters of a body that are looked at.
    static final int LOOKED_AT = 4096;

    private static final int MAX_STEPS = 1_000_000;

    private final Pattern pattern;

    /// @param key of the configuration, for messages
    /// @throws IllegalArgumentException where the text is no regular expression
    BodyPattern(String key, String text) {
        try {
            pattern = Pattern.compile(text);
        } catch (PatternSyntaxException _) {
            throw new IllegalArgumentException(key + " is not a regular expression");
        }
    }

    /// False too where the search takes too long.
    boolean isIn(String body) {
        try {
            return pattern.matcher(new BoundedText(body.substring(0, Math.min(LOOKED_AT, body.length())), MAX_STEPS))
                    .find();
        } catch (BoundedText.TooManySteps _) {
            return false;
        }
    }
}
