package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentReaderTest {
    private static final int HOSTILE = 100_000;

    private final SegmentReader reader = new SegmentReader();

    /// Writes segments bit by bit.
    private static final class Bits {
        private final StringBuilder bits = new StringBuilder();

        Bits put(int value, int count) {
            for (int i = count - 1; i >= 0; i--) {
                bits.append(value >> i & 1);
            }
            return this;
        }

        Bits bytes(byte... bytes) {
            put(4, 4).put(bytes.length, 8);
            for (byte b : bytes) {
                put(b & 255, 8);
            }
            return this;
        }

        byte[] toBytes() {
            StringBuilder padded = new StringBuilder(bits).append("0000");
            padded.repeat('0', (8 - padded.length() % 8) % 8);
            byte[] data = new byte[padded.length() / 8];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) Integer.parseInt(padded.substring(8 * i, 8 * i + 8), 2);
            }
            return data;
        }
    }

    @Test
    void switchesTheCharacterSetByEci() throws SegmentException {
        Bits bits = new Bits()
                .put(7, 4)
                .put(26, 8)
                .bytes("학생".getBytes(StandardCharsets.UTF_8))
                .put(7, 4)
                .put(0b10_000000_00011110, 16)
                .bytes("증".getBytes(Charset.forName("EUC-KR")));

        assertEquals("학생증", text(bits));
    }

    @Test
    void readsKanjiAndHanzi() throws SegmentException {
        // 点 and 茗 are the standard's own examples (7.4.6).
        assertEquals("点茗", text(new Bits().put(8, 4).put(2, 8).put(0xd9f, 13).put(0x1aaa, 13)));
        // 啊 is B0A1: (B0 - A6) * 60 + (A1 - A1).
        assertEquals("啊", text(new Bits().put(13, 4).put(1, 4).put(1, 8).put(0x0a * 0x60, 13)));
    }

    @Test
    void readsNumbersWithLeadingZeros() throws SegmentException {
        assertEquals("00120", text(new Bits().put(1, 4).put(5, 10).put(1, 10).put(20, 7)));
    }

    @Test
    void takesPercentSignsForSeparatorsOnlyAfterFnc1() throws SegmentException {
        int pair = 38 * 45 + 38;

        assertEquals("%%", text(new Bits().put(2, 4).put(2, 9).put(pair, 11)));
        assertEquals("%", text(new Bits().put(5, 4).put(2, 4).put(2, 9).put(pair, 11)));
        assertEquals("A\u001d", text(new Bits().put(5, 4).put(2, 4).put(2, 9).put(10 * 45 + 38, 11)));
    }

    @Test
    void givesThePartOfAStructuredAppend() throws SegmentException {
        assertEquals("part", text(new Bits().put(3, 4).put(0x1234, 16).bytes("part".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void refusesWhatTheStandardDoesNotHave() {
        assertThrows(SegmentException.class, () -> text(new Bits().put(6, 4).put(0, 20)));
        assertThrows(SegmentException.class, () -> text(new Bits().put(4, 4).put(255, 8)));
        assertThrows(
                SegmentException.class,
                () -> text(new Bits().put(1, 4).put(3, 10).put(1000, 10)));
        assertThrows(
                SegmentException.class,
                () -> text(new Bits().put(2, 4).put(2, 9).put(2047, 11)));
        assertThrows(SegmentException.class, () -> text(new Bits().put(7, 4).put(255, 8)));
        assertThrows(SegmentException.class, () -> text(new Bits().put(8, 4).put(255, 8)));
    }

    @Test
    void countsPaddingThatIsRightAndWrong() throws SegmentException {
        byte[] data = {0x10, 0x04, 0x40, (byte) 0xec, 0x11, (byte) 0xec, 0x12};

        Message message = reader.read(data, data.length, 1);

        assertEquals(new Message("1", 4, 1), message);
    }

    @Test
    void hostileDataGivesATextOrARefusalAndNothingElse() {
        Random random = new Random(4096);
        int texts = 0;
        for (int trial = 0; trial < HOSTILE; trial++) {
            byte[] data = new byte[1 + random.nextInt(64)];
            random.nextBytes(data);
            int mode = random.nextInt(16);
            data[0] = (byte) ((mode << 4) | (data[0] & 15));
            try {
                Message message = reader.read(data, data.length, 1 + random.nextInt(40));
                texts += message.text().isEmpty() ? 0 : 1;
            } catch (SegmentException expected) {
                assertTrue(expected.getMessage() != null, "seed 4096, trial " + trial);
            }
        }

        assertTrue(texts > 0, texts + " texts");
    }

    private String text(Bits bits) throws SegmentException {
        byte[] data = bits.toBytes();
        return reader.read(data, data.length, 1).text();
    }
}
