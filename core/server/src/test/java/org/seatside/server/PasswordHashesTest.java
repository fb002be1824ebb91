package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordHashesTest {
    private final PasswordHashes hashes = new PasswordHashes(new SecureRandom());
    private final CommonPasswords common = new CommonPasswords();

    /// From the tests of crypt_blowfish (Openwall, wrapper.c).
    @ParameterizedTest
    @CsvSource({
        "U*U, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U*U, $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a"
    })
    void readsHashesOfAnOlderService(String password, String hash) {
        assertTrue(hashes.isOld(hash));
        assertTrue(hashes.matches(password, hash));
        assertFalse(hashes.matches(password + "x", hash));
        assertFalse(hashes.matches("", hash));
    }

    @Test
    void cutsNoPasswordToWhatBcryptLooksAt() {
        String hash = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

        assertFalse(hashes.matches("가".repeat(25), hash));
        assertFalse(hashes.matches("a".repeat(73), hash));
    }

    @Test
    void makesHashesThatAreNotOld() {
        String hash = hashes.hash("a sentence nobody would guess");

        assertFalse(hashes.isOld(hash));
        assertTrue(hashes.matches("a sentence nobody would guess", hash));
        assertThrows(IllegalArgumentException.class, () -> hashes.matches("x", "sha256:abc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "123456789012345",
                "aaaaaaaaaaaaaaaaaaaa",
                "qwertyuiopasdfghjkl",
                "abcdefghijklmnopqrst",
                "P@ssw0rdP@ssw0rd",
                "iloveyouiloveyou",
                "seatside-seatside",
                "campus2026campus",
                "kimkimkimkimkim"
            })
    void knowsWhatEverybodyTriesFirst(String password) {
        assertTrue(common.isCommon(password, List.of("seatside", "Campus", "kim")), password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a sentence nobody would guess", "correct horse battery", "오늘은 비가 와서 우산을 챙겼다", "vQ7#mmL2pw-Zt9xK"
            })
    void leavesOthersAlone(String password) {
        assertFalse(common.isCommon(password, List.of("seatside", "Campus", "kim")), password);
    }

    @Test
    void looksAtTheBeginningOfALongOneInTime() {
        long start = System.nanoTime();

        assertTrue(common.isCommon("a".repeat(128), List.of()));

        assertEquals(0, (System.nanoTime() - start) / 5_000_000_000L);
    }
}
