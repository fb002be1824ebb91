package org.seatside.service.search;

import java.util.Locale;
import java.util.Optional;

/// A name as one types it while searching, for stores that compare by regular expressions.
public final class TypedName {
    private TypedName() {}

    /// An expression that finds the names in which initial consonants, or a last syllable that is not
    /// finished, stand
    /// for what was typed; empty where a plain comparison finds as much. Case is up to who compares.
    public static Optional<String> expression(String query) {
        String typed = Hangul.typed(query).toLowerCase(Locale.ROOT);
        StringBuilder expression = new StringBuilder();
        boolean needed = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            Optional<Hangul.Range> range = Hangul.range(c, i + 1 == typed.length());
            if (range.isPresent()) {
                needed = true;
                Hangul.Range syllables = range.get();
                expression
                        .append('[')
                        .append(c)
                        .append(syllables.first())
                        .append('-')
                        .append(syllables.last())
                        .append(']');
            } else if (Character.isLetterOrDigit(c) || c == ' ') {
                expression.append(c);
            } else {
                expression.append('\\').append(c);
            }
        }
        return needed ? Optional.of(expression.toString()) : Optional.empty();
    }
}
