package org.seatside.payload;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The form of student numbers (setting `student.numberPattern`). A pattern is configuration, but a bad one must not
/// be able to hang a kiosk: only single characters and classes may be repeated, at most 64 times where counted, there
/// is no look-around and no back-reference, patterns and texts have at most 64 characters (what is left of backtracking
/// that looks at no character is bounded by the pattern's length), and a match may look at 20,000 characters before it
/// counts as none. Immutable; for any number of threads.
public final class StudentNumberFormat {
    /// Eight digits.
    public static final String DEFAULT_PATTERN = "^[0-9]{8}$";

    /// No number is longer.
    public static final int MAX_CHARACTERS = 64;

    private static final int MAX_STEPS = 20_000;

    /// Repeated groups, special groups, empty alternatives, back-references, quoting, anchors inside, unclosed counts.
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\)[*+{]|\\(\\?|\\(\\||\\|\\||\\|\\)|\\(\\)|\\\\[1-9kQEGbBAzZXR]|\\{[^}]*$");

    private static final Pattern COUNT = Pattern.compile("\\{([^}]*)\\}");
    private static final Pattern SMALL_COUNT =
            Pattern.compile("([0-9]|[1-5][0-9]|6[0-4])(,([0-9]|[1-5][0-9]|6[0-4])?)?");

    private final Pattern pattern;

    private StudentNumberFormat(Pattern pattern) {
        this.pattern = pattern;
    }

    /// The form a pattern describes.
    ///
    /// @param pattern a regular expression for the whole number, at most 64 characters, limited as said above
    /// @throws IllegalArgumentException where it is not that
    public static StudentNumberFormat of(String pattern) {
        boolean tame = pattern.length() <= MAX_CHARACTERS
                && !FORBIDDEN.matcher(pattern).find()
                && COUNT.matcher(pattern)
                        .results()
                        .allMatch(count -> SMALL_COUNT.matcher(count.group(1)).matches());
        if (!tame) {
            throw new IllegalArgumentException("student.numberPattern may repeat single characters and classes only,"
                    + " at most 64 times, and has at most 64 characters, no look-around and no back-references");
        }
        try {
            return new StudentNumberFormat(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("student.numberPattern is not a regular expression", e);
        }
    }

    /// The number, if the whole text is one; never trimmed, never normalised.
    public Optional<StudentNumber> read(String text) {
        if (text.isEmpty() || text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return pattern.matcher(new BoundedText(text, MAX_STEPS)).matches()
                    ? Optional.of(new StudentNumber(text))
                    : Optional.empty();
        } catch (BoundedText.TooManySteps e) {
            return Optional.empty();
        }
    }
}
