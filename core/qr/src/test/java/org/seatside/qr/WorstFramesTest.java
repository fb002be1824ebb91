package org.seatside.qr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seatside.testkit.Seeds;

/// Whatever a frame shows, reading it takes no longer than it may. Measured in processor time of the thread, because
/// other programs may run meanwhile.
class WorstFramesTest {
    private static final int FRAMES = 10;
    private static final double MOST_MILLIS = 250;
    private static final long STILL_MILLIS = 400;

    /// Garbage collection and a late look at the clock on a busy machine.
    private static final double SLACK_MILLIS = 100;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    enum Worst {
        NOISE {
            @Override
            Luminance frame(Random random) {
                return drawn(1280, 720, (_, _) -> random.nextInt(256));
            }
        },
        NOISE_8K {
            @Override
            Luminance frame(Random random) {
                byte[] pixels = new byte[7680 * 4320];
                random.nextBytes(pixels);
                return Luminance.of(pixels, 7680, 4320);
            }
        },
        CODES_8K {
            @Override
            Luminance frame(Random random) {
                return codes(7680, 4320, 40, 12, random);
            }
        },
        FORTY_CODES {
            @Override
            Luminance frame(Random random) {
                return codes(1280, 720, 40, 4, random);
            }
        },
        SPOILT_CODES {
            @Override
            Luminance frame(Random random) {
                Luminance codes = codes(1280, 720, 40, 4, random);
                for (int i = 0; i < codes.pixels().length; i++) {
                    codes.pixels()[i] = (byte) (codes.pixels()[i] / 2 + random.nextInt(128));
                }
                return codes;
            }
        },
        NEAR_FINDERS {
            @Override
            Luminance frame(Random random) {
                int[] sizes = random.ints(64, 2, 6).toArray();
                return drawn(1280, 720, (x, y) -> ring(x, y, sizes) ? 30 : 220);
            }
        },
        TEXT {
            @Override
            Luminance frame(Random random) {
                boolean[] strokes = new boolean[1 << 16];
                for (int i = 0; i < strokes.length; i++) {
                    strokes[i] = random.nextInt(5) < 2;
                }
                return drawn(1280, 720, (x, y) -> y % 9 < 6 && strokes[(x / 2 + y / 9 * 640) & 0xffff] ? 20 : 235);
            }
        };

        abstract Luminance frame(Random random);

        /// A lattice of squares in squares, of changing size.
        private static boolean ring(int x, int y, int[] sizes) {
            int module = sizes[x / 48 % 8 * 8 + y / 48 % 8];
            int u = (x % 48 - 24) / module;
            int v = (y % 48 - 24) / module;
            int ring = Math.max(Math.abs(u), Math.abs(v));
            return ring == 3 || ring < 2;
        }

        private static Luminance drawn(int width, int height, IntBinaryOperator grey) {
            byte[] pixels = new byte[width * height];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) grey.applyAsInt(i % width, i / width);
            }
            return Luminance.of(pixels, width, height);
        }

        private static Luminance codes(int width, int height, int count, int module, Random random) {
            byte[] pixels = new byte[width * height];
            Arrays.fill(pixels, (byte) 200);
            for (int i = 0; i < count; i++) {
                Luminance code = DrawnCode.of("code " + random.nextInt(1_000_000), module);
                int left = i % 8 * (width / 8);
                int top = i / 8 * (height / 5);
                for (int y = 0; y < Math.min(code.height(), height - top); y++) {
                    int wide = Math.min(code.width(), width - left);
                    System.arraycopy(code.pixels(), y * code.width(), pixels, (top + y) * width + left, wide);
                }
            }
            return Luminance.of(pixels, width, height);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFrameOfAVideoTakesLongerThanAQuarterOfASecond(Worst worst) {
        long seed = Seeds.next();
        Luminance frame = worst.frame(new Random(seed));
        LiveReader reader = LiveReader.alone(ReaderSettings.JVM_ONLY);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            long nanos = i * 66_666_667L;
            millis.add(millis(() -> reader.read(frame, nanos)));
        }

        millis.subList(0, 2).clear(); // the classes are loaded and the buffers made there
        assertTrue(millis.stream().allMatch(each -> each <= MOST_MILLIS), millis + ", seed " + seed);
    }

    @ParameterizedTest
    @EnumSource
    void aStillPictureTakesNoLongerThanItMay(Worst worst) {
        long seed = Seeds.next();
        Luminance frame = worst.frame(new Random(seed));
        QrReader reader = new QrReader(ReaderSettings.JVM_ONLY);
        Effort ours = new Effort(6, STILL_MILLIS);
        reader.read(frame, ours);

        double millis = millis(() -> reader.read(frame, ours));

        assertTrue(millis <= STILL_MILLIS + SLACK_MILLIS, millis + " ms, seed " + seed);
    }

    private double millis(Runnable reading) {
        long before = threads.getCurrentThreadCpuTime();
        reading.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
