package org.seatside.service.staff;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.service.RefusedException;

/// What a password must be, and whether one is right. Length and no common ones, no rules of composition and no
/// expiry (NIST SP 800-63B-4, section 3.1.1.2). Texts are taken in their composed form, since one system types 가
/// as one character and another as two. Thread-safe.
public final class Passwords {
    static final int SHORTEST = 15;
    static final int LONGEST = 128;

    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    private final List<String> context;
    private final String nobodys;

    /// @param context words easy to guess at this campus
    public Passwords(PasswordHasher hasher, PasswordPolicy policy, List<String> context) {
        this.hasher = hasher;
        this.policy = policy;
        this.context = List.copyOf(context);
        this.nobodys = hasher.unmatched();
    }

    /// The hash of a new password.
    ///
    /// @param name of the account
    /// @throws RefusedException `password-length` or `password-common`
    String accept(String password, String name) {
        String composed = composed(password);
        int length = composed.codePointCount(0, composed.length());
        if (length < SHORTEST || password.length() > LONGEST) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "password-length",
                    "A password has 15 to 128 characters: a sentence is easier to remember than a word.");
        }
        if (isCommon(composed, name)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "password-common",
                    "Others would guess this password early: take a sentence that nobody else has.");
        }
        return hasher.hash(composed);
    }

    /// Whether an old password would still be taken.
    boolean isGoodEnough(String password, String name) {
        String composed = composed(password);
        return composed.codePointCount(0, composed.length()) >= SHORTEST && !isCommon(composed, name);
    }

    private boolean isCommon(String composed, String name) {
        List<String> words = new ArrayList<>(context);
        words.add(name);
        return policy.isCommon(composed, words);
    }

    /// @param hash null where there is none: compared all the same, so that nobody learns it from the time
    boolean matches(String password, @Nullable String hash) {
        return password.length() <= LONGEST
                && hasher.matches(composed(password), hash == null ? nobodys : hash)
                && hash != null;
    }

    /// The hash anew where it is of an older kind.
    Optional<String> renewed(String password, String hash) {
        return hasher.isOld(hash) ? Optional.of(hasher.hash(composed(password))) : Optional.empty();
    }

    boolean isOld(String hash) {
        return hasher.isOld(hash);
    }

    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
