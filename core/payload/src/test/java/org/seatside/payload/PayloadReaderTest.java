package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PayloadReaderTest {
    private static final String TAG = "00112233445566778899AABBCCDDEEFF";

    private final PayloadReader reader = new PayloadReader(StudentNumberFormat.of(StudentNumberFormat.DEFAULT_PATTERN));

    @Test
    void eachFormatHasItsOwnAnswer() {
        assertEquals(new ScannedPayload.PassText("DP1:"), reader.read("DP1:"));
        assertEquals(new ScannedPayload.RoomCodeText("R1:x"), reader.read("R1:x"));
        assertEquals(new ScannedPayload.RoomTag(TAG, RoomTagDigest.ofTag(TAG).orElseThrow()), reader.read(TAG));
        assertEquals(new ScannedPayload.NumberText(new StudentNumber("20261234")), reader.read("20261234"));
    }

    @Test
    void roomTagGoesBeforeANumberThatLooksLikeOne() {
        PayloadReader digits = new PayloadReader(StudentNumberFormat.of("[0-9]+"));
        String text = "0".repeat(32);

        assertEquals(new ScannedPayload.RoomTag(text, RoomTagDigest.ofTag(text).orElseThrow()), digits.read(text));
        assertEquals(new ScannedPayload.NumberText(new StudentNumber("0".repeat(31))), digits.read("0".repeat(31)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " DP1:",
                "dp1:",
                "DP1",
                "DP2:",
                "R1",
                "r1:",
                "20261234\n",
                "https://example.org/",
                "\ud800",
                "\u0000"
            })
    void anythingElseIsUnknownWithItsLength(String text) {
        assertEquals(new ScannedPayload.Unknown(text.length()), reader.read(text));
    }

    @Test
    void textOver512CharactersIsUnknownWhateverItIs() {
        String most = "DP1:" + "0".repeat(508);

        assertEquals(new ScannedPayload.PassText(most), reader.read(most));
        assertEquals(new ScannedPayload.Unknown(513), reader.read(most + "0"));
        assertEquals(new ScannedPayload.Unknown(7_089), reader.read("1".repeat(7_089)));
    }

    @Test
    void nothingOfATextGetsIntoALog() {
        for (Samples.Vector vector : Samples.VECTORS) {
            String logged = reader.read(vector.text()).toString().toUpperCase(Locale.ROOT);

            assertFalse(logged.contains(vector.text().substring(0, 5).toUpperCase(Locale.ROOT)), vector.name());
        }
    }
}
