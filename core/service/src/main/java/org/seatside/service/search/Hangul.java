package org.seatside.service.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// Korean as one types it while searching: by syllable, by initial consonants, and by a syllable that is not
/// finished.
///
/// Syllables are composed arithmetically (Unicode Standard, 3.12): code = U+AC00 + (initial · 21 + vowel) · 28
/// + final.
final class Hangul {
    private static final char FIRST = '\uac00';
    private static final char LAST = '\ud7a3';
    private static final int FINALS = 28;
    private static final int OF_INITIAL = 21 * FINALS;

    /// Initial consonants as keyboards give them (compatibility jamo), in the order of the syllables.
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    private Hangul() {}

    /// What is compared: composed, in lower case, full width as half.
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// What is typed: as [#normal], but consonants stay those of the keyboard, which NFKC would make parts of
    /// syllables.
    static String typed(String text) {
        StringBuilder typed = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (INITIALS.indexOf(c) >= 0) {
                typed.appendCodePoint(c);
            } else {
                typed.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            }
        });
        return Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// Whether a character of the query stands for one of a text.
    ///
    /// @param last whether it is the query's last, whose syllable may not be finished
    static boolean stands(char query, char text, boolean last) {
        if (query == text) {
            return true;
        }
        return range(query, last).map(range -> range.holds(text)).orElse(false);
    }

    /// The syllables a character of the query stands for; empty where it stands for itself alone.
    ///
    /// @param last whether it is the query's last, whose syllable may not be finished
    static Optional<Range> range(char query, boolean last) {
        int initial = INITIALS.indexOf(query);
        if (initial >= 0) {
            char first = (char) (FIRST + initial * OF_INITIAL);
            return Optional.of(new Range(first, (char) (first + OF_INITIAL - 1)));
        }
        boolean open = query >= FIRST && query <= LAST && (query - FIRST) % FINALS == 0;
        return last && open ? Optional.of(new Range(query, (char) (query + FINALS - 1))) : Optional.empty();
    }

    /// Syllables from one to another, both among them.
    record Range(char first, char last) {
        boolean holds(char syllable) {
            return syllable >= first && syllable <= last;
        }
    }
}
