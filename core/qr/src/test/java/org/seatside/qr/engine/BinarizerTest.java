package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.seatside.testkit.Seeds;

class BinarizerTest {
    private static final long EACH = 0x0101010101010101L;

    @Test
    void comparesEveryPixelWithTheThresholdOfItsBlock() {
        long seed = Seeds.next();
        Random random = new Random(seed);
        for (int trial = 0; trial < 5_000; trial++) {
            int width = 1 + random.nextInt(40);
            byte[] grey = new byte[width + 5];
            random.nextBytes(grey);
            long[] thresholds = new long[width / 8 + 1];
            byte[] expected = new byte[width + 5];
            for (int x = 0; x < width; x++) {
                int threshold = x % 8 > 0 ? (int) (thresholds[x / 8] & 255) : random.nextInt(256);
                thresholds[x / 8] = EACH * threshold;
                grey[5 + x] = random.nextInt(4) == 0 ? (byte) (threshold + random.nextInt(3) - 1) : grey[5 + x];
                expected[5 + x] = (byte) ((grey[5 + x] & 255) < threshold ? 1 : 0);
            }
            byte[] target = new byte[width + 5];

            Binarizer.compareRow(grey, 5, width, thresholds, target);

            assertArrayEquals(expected, target, "seed " + seed + ", trial " + trial);
        }
    }

    @Test
    void aDarkSquareOnLightIsDarkAndTheRestLight() {
        int side = 43;
        byte[] grey = new byte[side * side];
        byte[] expected = new byte[side * side];
        for (int i = 0; i < grey.length; i++) {
            boolean dark = Math.max(Math.abs(i % side - 21), Math.abs(i / side - 21)) < 7;
            grey[i] = (byte) (dark ? 40 : 200);
            expected[i] = (byte) (dark ? 1 : 0);
        }
        byte[] target = new byte[side * side];

        new Binarizer().hybrid(grey, side, side, target);

        assertArrayEquals(expected, target);
    }
}
