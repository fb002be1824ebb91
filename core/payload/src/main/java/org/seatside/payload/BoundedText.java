package org.seatside.payload;

/// A text that a regular expression may look at only so often, so that no pattern that backtracks without end can
/// hold its caller. For one match by one thread.
public final class BoundedText implements CharSequence {
    private final String text;
    private int left;

    /// @param steps how many characters may be looked at; the next look throws [TooManySteps]
    public BoundedText(String text, int steps) {
        this.text = text;
        this.left = steps;
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

    /// The match took too long: it counts as none.
    public static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooManySteps() {
            super(null, null, false, false);
        }
    }
}
