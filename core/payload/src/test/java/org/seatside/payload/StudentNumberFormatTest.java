package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StudentNumberFormatTest {
    private static final StudentNumberFormat DEFAULT = StudentNumberFormat.of(StudentNumberFormat.DEFAULT_PATTERN);

    @Test
    void eightDigitsAreANumberByDefault() {
        assertEquals(Optional.of(new StudentNumber("20261234")), DEFAULT.read("20261234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026123",
                "202612345",
                "2026123a",
                " 20261234",
                "20261234 ",
                "20261234\n",
                "2026-1234",
                "２０２６１２３４",
                "٢٠٢٦١٢٣٤",
                "20261234\u200b",
                "\ufeff20261234"
            })
    void otherTextsAreNoneByDefault(String text) {
        assertEquals(Optional.empty(), DEFAULT.read(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'[A-Z]{2}[0-9]{6}', AB123456",
        "'^(19|20)[0-9]{2}-?[0-9]{4,6}$', 2026-1234",
        "'s?[0-9]+', s123",
        "'([0-9]{8}|[A-Z][0-9]{7})', A1234567"
    })
    void anInstitutionMayHaveItsOwnForm(String pattern, String number) {
        assertEquals(
                Optional.of(new StudentNumber(number)),
                StudentNumberFormat.of(pattern).read(number));
    }

    @Test
    void numberOfMoreThan64CharactersIsNone() {
        StudentNumberFormat format = StudentNumberFormat.of("[0-9]+");

        assertEquals(Optional.of(new StudentNumber("1".repeat(64))), format.read("1".repeat(64)));
        assertEquals(Optional.empty(), format.read("1".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+", "(a*)*b", "(a|aa)+", "(a|b){9}", "(?=a)a", "(?:a+)+", "(?i)a", "(a)\\1", "\\k<x>", "a{65}",
                "a{1,999999999}", "a{0,65}", "a{", "[", "(", "*", "(|)", "(a||b)", "(a|)", "()?",
                "\\Q(a+)+\\E", "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void patternThatCouldRunAwayOrIsNoneIsRefused(String pattern) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> StudentNumberFormat.of(pattern));

        assertTrue(Objects.toString(refusal.getMessage()).startsWith("student.numberPattern "));
    }

    /// Sixty-four characters and n stars: about 64ⁿ ways, were there no limit.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b",
                "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a{64}b",
                "a(a?)?(a?)?(a?)?(a?)?(a?)?(a?)?(a?)?(a?)?(a?)?(a?)?(a?)?(a?)?b",
                "a($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)($|$)b"
            })
    void patternThatIsMerelySlowIsGivenUp(String pattern) {
        StudentNumberFormat format = StudentNumberFormat.of(pattern);

        assertEquals(
                Optional.empty(), assertTimeoutPreemptively(Duration.ofSeconds(5), () -> format.read("a".repeat(64))));
        assertEquals(Optional.empty(), assertTimeoutPreemptively(Duration.ofSeconds(5), () -> format.read("a")));
    }

    @Test
    void numberDoesNotGetIntoALog() {
        assertFalse(new StudentNumber("20261234").toString().contains("2026"));
    }
}
