package org.seatside.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.testkit.Seeds;

class MotionTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int LEARNED = 60;

    private final Motion motion = new Motion();
    private final long seed = Seeds.next();
    private final Random random = new Random(seed);
    private int frames;

    @Test
    void theFirstFrameAndOneOfAnotherSizeMove() {
        assertTrue(motion.moved(frame(WIDTH, HEIGHT, 0, _ -> 1, -1)));
        assertEquals(0, moving(10, 0, _ -> 1, -1));
        assertTrue(motion.moved(frame(WIDTH / 2, HEIGHT / 2, 0, _ -> 1, -1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3, 12, 40})
    void noiseDoesNotMove(double noise) {
        moving(LEARNED, noise, _ -> 1, -1);

        assertTrue(moving(100, noise, _ -> 1, -1) <= 1, "seed " + seed);
    }

    /// At 30 frames a second a lamp at 100 Hz darkens other rows in each frame.
    @Test
    void aLampThatFlickersDoesNotMove() {
        moving(1, 3, _ -> 1, -1);

        int moving = 0;
        for (int i = 0; i < 100; i++) {
            double phase = 2 * Math.PI * 100 * i / 30.0;
            moving += moving(1, 3, y -> 1 + 0.15 * Math.sin(phase + 9.0 * y / HEIGHT), -1);
        }

        assertTrue(moving <= 1, moving + " of 100, seed " + seed);
    }

    @Test
    void anExposureThatSettlesDoesNotMove() {
        moving(1, 3, _ -> 1.4, -1);

        int moving = 0;
        for (int i = 0; i < 30; i++) {
            double exposure = 1 + 0.4 * Math.pow(0.8, i);
            moving += moving(1, 3, _ -> exposure, -1);
        }

        assertTrue(moving <= 1, moving + " of 30, seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3, 12})
    void aCardThatComesIntoViewMovesInItsFirstFrame(double noise) {
        moving(LEARNED, noise, _ -> 1, -1);

        assertEquals(1, moving(1, noise, _ -> 1, 100), "seed " + seed);
    }

    @Test
    void aCardThatMovesSlowlyMoves() {
        moving(LEARNED, 3, _ -> 1, -1);

        int moving = 0;
        for (int x = 50; x < 100; x++) {
            moving += moving(1, 3, _ -> 1, x);
        }

        assertTrue(moving > 25, moving + " of 50, seed " + seed);
    }

    /// How many of so many frames move.
    private int moving(int count, double noise, IntToDoubleFunction light, int card) {
        int moving = 0;
        for (int i = 0; i < count; i++) {
            moving += motion.moved(frame(WIDTH, HEIGHT, noise, light, card)) ? 1 : 0;
        }
        return moving;
    }

    /// A room of dark and bright things, and a card of 30 pixels from the column `card` on if that is not
    /// negative.
    private Frame frame(int width, int height, double noise, IntToDoubleFunction light, int card) {
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double lit = light.applyAsDouble(y);
            for (int x = 0; x < width; x++) {
                boolean onCard = card >= 0 && x >= card && x < card + 30 && y >= 75 && y < 105;
                double value = onCard ? 170 : 30 + 60 * (x / 45 % 3) + 20 * (y / 35 % 2);
                pixels[y * width + x] =
                        (byte) Math.clamp(Math.round(lit * value + noise * random.nextGaussian()), 0, 255);
            }
        }
        return new Frame(pixels, width, height, 0, frames++, _ -> {});
    }
}
