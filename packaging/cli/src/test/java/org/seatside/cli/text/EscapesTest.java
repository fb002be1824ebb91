package org.seatside.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EscapesTest {
    @ParameterizedTest
    @CsvSource({
        "0000, \\u0000",
        "001B, \\u001b",
        "007F, \\u007f",
        "009B, \\u009b",
        "00AD, \\u00ad",
        "061C, \\u061c",
        "200E, \\u200e",
        "202E, \\u202e",
        "2028, \\u2028",
        "2029, \\u2029",
        "2066, \\u2066",
        "D800, \\ud800",
        "E000, \\ue000",
        "FEFF, \\ufeff",
        "E0041, \\udb40\\udc41",
        "D64D, 홍",
        "1F600, 😀"
    })
    void onlyWhatIsPlainlyVisibleIsPrintedAsItIs(String point, String printed) {
        String text = Character.toString(Integer.parseInt(point, 16));

        assertEquals(printed, Escapes.terminal(text));
        assertEquals("\"" + printed + "\"", Escapes.json(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a\"b | a\"b | \"a\\\"b\"",
                "c\\d | c\\\\d | \"c\\\\d\"",
            })
    void quotesAndBackslashesStayUnambiguous(String text, String terminal, String json) {
        assertEquals(terminal, Escapes.terminal(text));
        assertEquals(json, Escapes.json(text));
    }

    @Test
    void lineEndsDoNotEndTheLine() {
        assertEquals("a\\r\\n\\tb", Escapes.terminal("a\r\n\tb"));
        assertEquals("\"a\\u000d\\u000a\\u0009b\"", Escapes.json("a\r\n\tb"));
    }
}
