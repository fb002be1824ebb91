package org.seatside.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.testkit.Seeds;

class GrowingBodyTest {
    private static final int LONGEST = 256 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 700, 4096, 4097, 100_000, LONGEST})
    void takesAllThatComesInHardlyMoreRoomThanItNeeds(int length) throws IOException {
        byte[] sent = new byte[length];
        new Random(Seeds.next()).nextBytes(sent);
        GrowingBody body = new GrowingBody(LONGEST, -1);

        readAll(body, new ByteArrayInputStream(sent));

        assertFalse(body.isTooLarge());
        assertArrayEquals(sent, Arrays.copyOf(body.bytes(), body.length()));
        assertTrue(body.room() <= Math.max(4096, 2 * length + 2), body.room() + " bytes of room");
    }

    @ParameterizedTest
    @ValueSource(ints = {LONGEST + 1, LONGEST + 100_000})
    void tooMuchIsSeenAndNotTaken(int length) throws IOException {
        GrowingBody body = new GrowingBody(LONGEST, -1);

        readAll(body, new ByteArrayInputStream(new byte[length]));

        assertTrue(body.isTooLarge());
        assertTrue(body.room() <= LONGEST + 1, body.room() + " bytes of room");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 700, 4096, 4097, 100_000, LONGEST, LONGEST + 1, LONGEST + 100_000})
    void whatComesInPiecesIsTakenUpToTheCap(int length) {
        Random random = new Random(Seeds.next());
        byte[] sent = new byte[length];
        random.nextBytes(sent);
        GrowingBody body = new GrowingBody(LONGEST, length);

        for (int at = 0; at < length && !body.isTooLarge(); ) {
            int piece = Math.min(length - at, 1 + random.nextInt(50_000));
            body.append(ByteBuffer.wrap(sent, at, piece));
            at += piece;
        }

        assertEquals(length > LONGEST, body.isTooLarge());
        assertArrayEquals(Arrays.copyOf(sent, body.length()), Arrays.copyOf(body.bytes(), body.length()));
        assertTrue(body.room() <= LONGEST + 1, body.room() + " bytes of room");
    }

    private static void readAll(GrowingBody body, InputStream in) throws IOException {
        while (body.readFrom(in)) {
            if (body.isTooLarge()) {
                return;
            }
        }
    }
}
