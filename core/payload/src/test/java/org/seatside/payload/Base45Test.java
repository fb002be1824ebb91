package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Base45Test {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// The examples of RFC 9285 sections 4.3 and 4.4.
    @ParameterizedTest
    @CsvSource(textBlock = """
            AB,      BB8
            Hello!!, %69 VD92EX0
            base-45, UJCLQE7W581
            ietf!,   QED8WEX0
            """)
    void examplesOfTheRfcGoBothWays(String plain, String encoded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);

        assertEquals(encoded, Base45.encode(bytes));
        assertArrayEquals(bytes, Base45.decode(encoded).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "BB8A", "GGW", ":::", "V5", "::", "bb8", "BB8\n", "BB\u00e9", "B\uff228", "BB\u0000"})
    void whatTheEncoderNeverWritesIsRefused(String text) {
        assertEquals(Optional.empty(), Base45.decode(text));
    }

    @Test
    void ofAllGroupsExactlyThoseOfTheEncoderAreTaken() {
        int pairs = 0;
        int singles = 0;

        for (int i = 0; i < 45 * 45; i++) {
            String two = "" + ALPHABET.charAt(i % 45) + ALPHABET.charAt(i / 45);
            singles += takesAndGivesBack(two);
            for (int e = 0; e < 45; e++) {
                pairs += takesAndGivesBack(two + ALPHABET.charAt(e));
            }
        }

        assertEquals(65_536, pairs);
        assertEquals(256, singles);
    }

    @Test
    void anyBytesComeBack() {
        long seed = 45;
        Random random = new Random(seed);

        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = Base45.encode(bytes);

            assertEquals(Base45.encodedLength(length), text.length());
            assertArrayEquals(bytes, Base45.decode(text).orElseThrow(), "seed " + seed);
        }
    }

    private static int takesAndGivesBack(String group) {
        Optional<byte[]> bytes = Base45.decode(group);
        bytes.ifPresent(decoded -> assertEquals(group, Base45.encode(decoded)));
        return bytes.isPresent() ? 1 : 0;
    }
}
