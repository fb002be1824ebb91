package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InterferenceCancellerTest {
    private static final EncodedSymbol SYMBOL =
            EncodedSymbol.of(SymbolDecoderTest.digits(new Random(4), 120), ErrorCorrection.M);

    private final SymbolVersion version = SymbolVersion.of((SYMBOL.dimension() - 17) / 4);
    private final int d = SYMBOL.dimension();
    private final float[] filtered = new float[d * d];
    private final float[] result = new float[d * d];

    @Test
    void bringsBackColoursOfWhichALinearFilterLosesMany() {
        float[] soft = blurred(3, 3, 0.01);

        assertTrue(new Equaliser().equalise(soft, version, 2, 0.05, filtered, Deadline.never()));
        assertTrue(new InterferenceCanceller().cancel(soft, filtered, version, result, Deadline.never()));

        assertTrue(
                10 * wrong(result) < wrong(filtered),
                wrong(result) + " wrong, " + wrong(filtered) + " after the filter");
    }

    @Test
    void leavesSharpColoursAsTheyAre() {
        float[] soft = blurred(1, 1, 0.1);

        assertTrue(new InterferenceCanceller().cancel(soft, soft, version, result, Deadline.never()));

        assertEquals(0, wrong(result));
    }

    @Test
    void leavesLargeSymbolsAlone() {
        SymbolVersion large = SymbolVersion.of(40);
        float[] values = new float[large.dimension() * large.dimension()];

        assertFalse(new InterferenceCanceller().cancel(values, values, large, values, Deadline.never()));
    }

    /// The mean over so many modules across and down, in noise.
    private float[] blurred(int across, int down, double deviation) {
        Random random = new Random(7);
        float[] soft = new float[d * d];
        for (int y = 0; y < d; y++) {
            for (int x = 0; x < d; x++) {
                double sum = 0;
                for (int j = -down / 2; j <= down / 2; j++) {
                    for (int i = -across / 2; i <= across / 2; i++) {
                        sum += colour(x + i, y + j);
                    }
                }
                soft[y * d + x] = (float) (sum / (across * down) + deviation * random.nextGaussian());
            }
        }
        return soft;
    }

    private int colour(int x, int y) {
        return x >= 0 && y >= 0 && x < d && y < d && SYMBOL.dark(x, y) ? -1 : 1;
    }

    private int wrong(float[] values) {
        int wrong = 0;
        for (int i = 0; i < d * d; i++) {
            wrong += values[i] * colour(i % d, i / d) > 0 ? 0 : 1;
        }
        return wrong;
    }
}
