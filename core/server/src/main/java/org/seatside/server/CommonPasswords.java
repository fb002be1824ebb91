package org.seatside.server;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seatside.service.staff.PasswordPolicy;

/// The most common breached passwords, names and words, and the ways in which people lengthen them: repeats,
/// keyboard rows, sequences, dates, letters written as digits (Wheeler, zxcvbn: Low-Budget Password Strength
/// Estimation, USENIX Security 2016). The lists come with the library; nothing leaves the node.
final class CommonPasswords implements PasswordPolicy {
    /// What an attack over the network gets through in years at any rate that a node answers.
    private static final double FEWEST_GUESSES = 1e8;

    /// The estimate takes time with the square of the length, and a password this long is no common one.
    private static final int LONGEST = 64;

    /// What is left of a password without the words of this campus must be worth something by itself.
    private static final int FEWEST_LEFT = 8;

    private static final int SHORTEST_WORD = 3;

    /// Its lists are read when the first password is judged: a tenth of a start, and a node needs none to be ready.
    private @Nullable Zxcvbn zxcvbn;

    @Override
    public boolean isCommon(String password, List<String> context) {
        String begin = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        return isContextAlone(password, context)
                || zxcvbn().measure(begin, context).getGuesses() < FEWEST_GUESSES;
    }

    private synchronized Zxcvbn zxcvbn() {
        if (zxcvbn == null) {
            zxcvbn = new Zxcvbn();
        }
        return zxcvbn;
    }

    private static boolean isContextAlone(String password, List<String> context) {
        String left = password.toLowerCase(Locale.ROOT);
        for (String word : context) {
            if (word.strip().length() >= SHORTEST_WORD) {
                left = left.replace(word.strip().toLowerCase(Locale.ROOT), "");
            }
        }
        return left.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_LEFT;
    }
}
