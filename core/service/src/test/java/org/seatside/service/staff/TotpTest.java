package org.seatside.service.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B; the last six of its eight digits.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreesWithTheStandard(long seconds, String code) {
        assertEquals(code, Totp.code(SECRET, seconds / 30));
    }

    @Test
    void takesTheStepNowAndTheTwoBesideItEachOnce() {
        Instant now = Instant.ofEpochSecond(1_111_111_111L);
        long step = 1_111_111_111L / 30;

        assertEquals(OptionalLong.empty(), Totp.step(SECRET, Totp.code(SECRET, step - 2), now, 0));
        assertEquals(OptionalLong.of(step - 1), Totp.step(SECRET, Totp.code(SECRET, step - 1), now, 0));
        assertEquals(OptionalLong.of(step), Totp.step(SECRET, Totp.code(SECRET, step), now, step - 1));
        assertEquals(OptionalLong.of(step + 1), Totp.step(SECRET, Totp.code(SECRET, step + 1), now, step));
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, Totp.code(SECRET, step + 2), now, 0));
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, Totp.code(SECRET, step), now, step));
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, "", now, 0));
    }

    /// RFC 4648, section 10.
    @Test
    void writesSecretsAsAuthenticatorsReadThem() {
        assertEquals("MZXW6YTBOI", Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.base32(SECRET));
    }
}
