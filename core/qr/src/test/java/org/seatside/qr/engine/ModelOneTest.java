package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelOneTest {
    private static final int MASK = 3;

    private final SymbolDecoder decoder = new SymbolDecoder();

    @Test
    void codewordsCoverEveryModuleOnceAndNoPattern() {
        for (int number = 1; number <= ModelOne.MOST; number++) {
            int d = 17 + 4 * number;
            Set<Integer> met = new HashSet<>();
            for (int module : ModelOne.of(number).path()) {
                int x = module % d;
                int y = module / d;
                boolean finder = (x < 8 && y < 8) || (x >= d - 8 && y < 8) || (x < 8 && y >= d - 8);
                assertTrue(met.add(module), "version " + number + " meets " + x + ", " + y + " twice");
                assertFalse(finder || x == 6 || y == 6, "version " + number + " at " + x + ", " + y);
            }
            for (ErrorCorrection level : ErrorCorrection.values()) {
                BlockLayout layout = ModelOne.of(number).layout(level);
                int codewords = layout.totalData() + layout.blocks() * layout.parity();
                assertTrue(8 * codewords <= met.size(), number + "" + level);
            }
        }
    }

    @Test
    void decodesEveryVersionAndLevelWithDamage() {
        Random random = new Random(1994);
        for (int number = 1; number <= ModelOne.MOST; number++) {
            for (ErrorCorrection level : ErrorCorrection.values()) {
                String text = SymbolDecoderTest.digits(random, 12);
                float[] soft = encoded(text, number, level);
                int[] path = ModelOne.of(number).path();
                soft[path[11]] = -soft[path[11]];

                Optional<String> read = decoder.decode(soft, SymbolVersion.of(number), 1, false, Deadline.never())
                        .map(Message::text);

                assertEquals(Optional.of(text), read, "version " + number + level);
            }
        }
    }

    @Test
    void ordinarySymbolsWhoseFormatIsNotMaskedAreRead() {
        float[] soft = EncodedSymbol.of("unmasked", 2, ErrorCorrection.M, MASK).soft();
        drawFormat(soft, 25, ErrorCorrection.M, FormatInformation.NO_MASK);

        Optional<String> read = decoder.decode(soft, SymbolVersion.of(2), 1, false, Deadline.never())
                .map(Message::text);

        assertEquals(Optional.of("unmasked"), read);
    }

    private static float[] encoded(String digits, int number, ErrorCorrection level) {
        int d = 17 + 4 * number;
        BlockLayout layout = ModelOne.of(number).layout(level);
        int[] data = data(digits, layout.totalData(), number);
        int[] codewords = new int[layout.totalData() + layout.blocks() * layout.parity()];
        for (int b = 0; b < layout.blocks(); b++) {
            int[] block = new int[layout.shortData() + layout.parity()];
            System.arraycopy(data, b * layout.shortData(), block, 0, layout.shortData());
            new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(block, layout.parity());
            System.arraycopy(block, 0, codewords, b * layout.shortData(), layout.shortData());
            int parity = layout.totalData() + b * layout.parity();
            System.arraycopy(block, layout.shortData(), codewords, parity, layout.parity());
        }
        float[] soft = new float[d * d];
        int[] path = ModelOne.of(number).path();
        for (int i = 0; i < path.length; i++) {
            boolean dark = i / 8 < codewords.length && (codewords[i / 8] >> (7 - i % 8) & 1) == 1;
            soft[path[i]] = dark ^ SymbolDecoder.masked(MASK, path[i] / d, path[i] % d) ? -1 : 1;
        }
        drawFormat(soft, d, level, FormatInformation.MASK_OF_MODEL_ONE);
        return soft;
    }

    /// Half a codeword of nothing, the numeric mode, and padding as in any symbol.
    private static int[] data(String digits, int codewords, int number) {
        StringBuilder bits = new StringBuilder("00000001");
        append(bits, digits.length(), number < 10 ? 10 : 12);
        for (int i = 0; i < digits.length(); i += 3) {
            append(bits, Integer.parseInt(digits.substring(i, i + 3)), 10);
        }
        bits.append("0000");
        bits.repeat('0', (8 - bits.length() % 8) % 8);
        for (int pad = 0; bits.length() < 8 * codewords; pad++) {
            append(bits, pad % 2 == 0 ? 0xec : 0x11, 8);
        }
        int[] data = new int[codewords];
        for (int i = 0; i < codewords; i++) {
            data[i] = Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return data;
    }

    private static void append(StringBuilder bits, int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bits.append(value >> i & 1);
        }
    }

    /// Both copies of the format information (ISO/IEC 18004:2015, figure 25).
    private static void drawFormat(float[] soft, int d, ErrorCorrection level, int mask) {
        int word = level.bits() << 3 | MASK;
        int remainder = word << 10;
        for (int bit = 14; bit >= 10; bit--) {
            remainder ^= (remainder >> bit & 1) * (0x537 << (bit - 10));
        }
        int format = (word << 10 | remainder) ^ mask;
        for (int i = 0; i < 15; i++) {
            float value = (format >> i & 1) == 1 ? -1 : 1;
            int near = i < 6 ? i : i + 1;
            soft[i < 8 ? near * d + 8 : 8 * d + (i == 8 ? 7 : 14 - i)] = value;
            soft[i < 8 ? 8 * d + d - 1 - i : (d - 15 + i) * d + 8] = value;
        }
    }
}
