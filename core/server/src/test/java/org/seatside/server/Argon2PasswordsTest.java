package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordsTest {
    private final Argon2Passwords passwords = new Argon2Passwords(new SecureRandom());

    /// From the tests of the reference implementation (phc-winner-argon2, test.c).
    @Test
    void agreesWithTheReferenceImplementation() {
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertTrue(passwords.matches("password", hash));
        assertFalse(passwords.matches("Password", hash));
    }

    @Test
    void hashesWithItsOwnSaltAndTheChosenCost() {
        String one = passwords.hash("a sentence nobody would guess");
        String two = passwords.hash("a sentence nobody would guess");

        assertTrue(one.startsWith("$argon2id$v=19$m=65536,t=3,p=1$"), one);
        assertFalse(one.equals(two));
        assertTrue(passwords.matches("a sentence nobody would guess", one));
        assertFalse(passwords.matches("a sentence nobody would guess ", one));
    }

    @Test
    void nothingMatchesWhatNobodyHas() {
        String unmatched = passwords.unmatched();

        assertEquals(passwords.hash("x").length(), unmatched.length());
        assertFalse(passwords.matches("", unmatched));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$2b$12$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void hashOfAnotherKindOrCostIsNotRun(String hash) {
        assertThrows(IllegalArgumentException.class, () -> passwords.matches("password", hash));
    }
}
