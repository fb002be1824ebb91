package org.seatside.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.seatside.testkit.Seeds;

class LiveReaderTest {
    private static final long FRAME = 66_666_667;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    /// Its clock stands: how busy the machine is does not matter.
    private final LiveReader reader = new LiveReader(Plan.standard(), null, () -> 0);
    private long nanos;

    @Test
    void readsACodeInEveryFrameThatShowsIt() {
        Luminance code = at(DrawnCode.of("held still", 4), 200, 150);

        List<List<String>> texts = List.of(read(code), read(code), read(code), read(code), read(code));

        assertEquals(List.of(List.of("held still")), texts.stream().distinct().toList());
    }

    @Test
    void followsACodeThatMovesAndSaysWhereItIs() {
        Luminance code = DrawnCode.of("moves", 4);
        List<Long> lefts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            nanos += FRAME;
            List<Reading> readings = reader.read(at(code, 100 + 20 * i, 90 + 10 * i), nanos);
            lefts.add(Math.round(readings.getFirst().corners().getFirst().x() - 16 - 20 * i));
        }

        assertTrue(lefts.stream().allMatch(left -> Math.abs(left - 100) <= 1), lefts.toString());
    }

    @Test
    void aNewCodeBesideOneThatStaysIsReadWithinThreeFrames() {
        Luminance first = at(DrawnCode.of("stays", 4), 20, 20);
        Luminance both = over(first, DrawnCode.of("comes", 4), 400, 250);
        for (int i = 0; i < 7; i++) {
            read(first);
        }

        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            texts.addAll(read(both));
        }

        assertTrue(texts.containsAll(List.of("stays", "comes")), texts.toString());
    }

    /// Each frame has other modules wrong, too many to correct: reflections and noise of a dim sensor do that.
    @Test
    void framesThatCannotBeReadAloneAreReadTogether() {
        long seed = Seeds.next();
        Random random = new Random(seed);
        Luminance code = at(DrawnCode.of("0123456789 a seat for everybody 9876543210", 6), 100, 80);
        List<Luminance> frames = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            frames.add(spoilt(code, 6, 0.14, random));
        }

        QrReader alone = new QrReader();
        List<String> readAlone = frames.stream()
                .flatMap(frame -> alone.read(frame, Effort.untimed(3)).stream())
                .map(Reading::text)
                .toList();
        List<String> together = frames.stream()
                .flatMap(frame -> read(frame).stream())
                .distinct()
                .toList();

        assertEquals(List.of(), readAlone, "seed " + seed);
        assertEquals(List.of("0123456789 a seat for everybody 9876543210"), together, "seed " + seed);
    }

    @Test
    void givesEveryDearPassItsTurnInARound() {
        Luminance code = at(DrawnCode.of("light on dark", 4, 255, 0, null), 200, 150);
        List<String> texts = new ArrayList<>();

        for (int i = 0; i < 2 * Plan.dear().size(); i++) {
            texts.addAll(read(code));
        }

        assertEquals(List.of("light on dark"), texts.stream().distinct().toList());
    }

    @Test
    void countsRoundsOfDearPasses() {
        Luminance empty = Luminance.of(new byte[WIDTH * HEIGHT], WIDTH, HEIGHT);

        for (int i = 0; i < 4 * Plan.dear().size(); i++) {
            read(empty);
        }

        assertEquals(2, reader.rounds());
    }

    @Test
    void whatASecondLookReadsComesWithTheNextFrameOnce() throws InterruptedException {
        SecondLook second = new SecondLook(() -> 0);
        LiveReader live = new LiveReader(Plan.standard(), second, () -> 0);
        Luminance code = at(DrawnCode.of("read late", 4, 255, 0, null), 200, 150);
        Luminance empty = Luminance.of(new byte[WIDTH * HEIGHT], WIDTH, HEIGHT);
        List<String> texts = new ArrayList<>();

        for (int i = 0; i < Plan.dear().size() && texts.isEmpty(); i++) {
            live.read(code, FRAME * i);
            second.look();
            texts.addAll(texts(live.read(empty, FRAME * i + 1)));
        }

        assertEquals(List.of("read late"), texts);
        assertEquals(List.of(), live.read(empty, FRAME * 20));
    }

    @Test
    void aFrameThatWaitsForASecondLookIsDroppedForANewerOne() throws InterruptedException {
        SecondLook second = new SecondLook(() -> 0);
        LiveReader live = new LiveReader(Plan.standard(), second, () -> 0);
        Luminance old = at(DrawnCode.of("old", 4, 255, 0, null), 20, 20);
        Luminance newer = at(DrawnCode.of("newer", 4, 255, 0, null), 300, 200);
        Luminance empty = Luminance.of(new byte[WIDTH * HEIGHT], WIDTH, HEIGHT);
        List<String> texts = new ArrayList<>();

        for (int i = 0; i < Plan.dear().size(); i++) {
            live.read(old, FRAME * 2 * i);
            live.read(newer, FRAME * 2 * i + 1);
            second.look();
            texts.addAll(texts(live.read(empty, FRAME * 2 * i + 2)));
        }

        assertEquals(List.of("newer"), texts.stream().distinct().toList());
    }

    @Test
    void aFrameWithoutACodeAllocatesNothing() {
        Luminance frame = Luminance.of(new byte[WIDTH * HEIGHT], WIDTH, HEIGHT);
        Random random = new Random(5);
        for (int i = 0; i < frame.pixels().length; i++) {
            frame.pixels()[i] = (byte) (120 + 60 * (i / 23 % 2) + random.nextInt(9));
        }
        for (int i = 0; i < 300; i++) {
            read(frame);
        }

        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 35; i++) {
                nanos += FRAME;
                reader.read(frame, nanos);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertTrue(least < 35 * 64, least + " bytes in 35 frames");
    }

    private List<String> read(Luminance frame) {
        nanos += FRAME;
        return texts(reader.read(frame, nanos));
    }

    private static List<String> texts(List<Reading> readings) {
        return readings.stream().map(Reading::text).toList();
    }

    private static Luminance at(Luminance code, int left, int top) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 128);
        return over(Luminance.of(pixels, WIDTH, HEIGHT), code, left, top);
    }

    private static Luminance over(Luminance picture, Luminance code, int left, int top) {
        byte[] pixels = picture.pixels().clone();
        for (int y = 0; y < code.height(); y++) {
            System.arraycopy(code.pixels(), y * code.width(), pixels, (top + y) * WIDTH + left, code.width());
        }
        return Luminance.of(pixels, WIDTH, HEIGHT);
    }

    /// Turns a share of the modules in the lower right of the code, where only data is, to the other colour.
    private static Luminance spoilt(Luminance frame, int module, double share, Random random) {
        byte[] pixels = frame.pixels().clone();
        for (int y = 80 + 13 * module; y < 80 + 29 * module; y += module) {
            for (int x = 100 + 13 * module; x < 100 + 29 * module; x += module) {
                if (random.nextDouble() < share) {
                    for (int i = 0; i < module * module; i++) {
                        int at = (y + i / module) * WIDTH + x + i % module;
                        pixels[at] = (byte) ~pixels[at];
                    }
                }
            }
        }
        return Luminance.of(pixels, WIDTH, HEIGHT);
    }
}
