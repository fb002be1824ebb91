package org.seatside.gateway;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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
            return pattern.matcher(new Counted(body.substring(0, Math.min(LOOKED_AT, body.length()))))
                    .find();
        } catch (TooManySteps _) {
            return false;
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private int left = MAX_STEPS;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left-- == 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
