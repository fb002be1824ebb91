package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GreyEngineTest {
    private static final EncodedSymbol SMALL = EncodedSymbol.of("seat 19C4", ErrorCorrection.M);
    private static final EncodedSymbol LARGE =
            EncodedSymbol.of(SymbolDecoderTest.digits(new Random(9), 900), ErrorCorrection.M);

    private final GreyEngine engine = new GreyEngine();

    @Test
    void readsAnUprightSymbolInTheFirstPass() {
        assertEquals(List.of("seat 19C4"), read(SMALL.drawn(5), Pass.FULL));
        assertEquals(1, read(LARGE.drawn(4), Pass.FULL).size());
    }

    @Test
    void readsTiltedAndNoisySymbols() {
        DrawnPicture picture = new DrawnPicture(640, 480, 180);
        picture.draw(SMALL, new double[] {160, 120, 420, 180, 190, 330, 380, 330}, 60, 200);
        picture.noise(new Random(11), 12);

        assertEquals(List.of("seat 19C4"), read(picture, Pass.FULL));
    }

    @Test
    void readsSymbolsSkewedToAnAcuteAngle() {
        DrawnPicture picture = new DrawnPicture(350, 350, 200);
        picture.draw(SMALL, new double[] {132, 84, 302, 50, 53, 297, 208, 207}, 0, 255);

        assertEquals(List.of("seat 19C4"), read(picture, Pass.FULL));
    }

    @Test
    void readsSymbolsThatThePicturesEdgesCutOff() {
        double d = SMALL.dimension() * 5;
        DrawnPicture picture = new DrawnPicture((int) d - 4, (int) d - 4, 255);
        picture.draw(SMALL, new double[] {-2, -2, d - 2, 4, -5, d - 2, d - 4, d - 4}, 30, 220);

        assertEquals(List.of("seat 19C4"), read(picture, Pass.FULL));
    }

    @Test
    void readsLightSymbolsOnGrey() {
        DrawnPicture picture = new DrawnPicture(400, 300, 110);
        picture.draw(SMALL, new double[] {140, 100, 245, 102, 138, 205, 243, 207}, 230, 110);

        assertEquals(List.of("seat 19C4"), read(picture, Pass.INVERTED));
    }

    @Test
    void readsThroughTheEdgeOfAHardShadow() {
        DrawnPicture picture = LARGE.drawn(5);
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                int i = y * picture.width + x;
                int light = picture.pixels[i] & 255;
                picture.pixels[i] = (byte) (2 * x + 5 * y < 3 * picture.width ? light * 0.12 : light);
            }
        }

        assertEquals(1, read(picture, Pass.FULL, Pass.HALF, Pass.PAIRS).size());
    }

    @Test
    void readsSymbolsInALattice() {
        DrawnPicture picture = new DrawnPicture(640, 640, 220);
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 16; i++) {
            String text = "seat " + (char) ('A' + i);
            expected.add(text);
            EncodedSymbol symbol = EncodedSymbol.of(text, ErrorCorrection.M);
            double side = symbol.dimension() * 4;
            double x = 20 + 160 * (i % 4);
            double y = 20 + 160 * (i / 4);
            double[] corners = {x, y, x + side, y, x, y + side, x + side, y + side};
            picture.draw(symbol, corners, 20, 220);
        }

        engine.open(picture.pixels, picture.width, picture.height, Deadline.never());
        List<Symbol> symbols = new ArrayList<>(engine.run(Pass.FULL));
        symbols.addAll(engine.run(Pass.MANY));

        Set<String> read = new TreeSet<>();
        symbols.forEach(symbol -> read.add(symbol.text()));
        assertEquals(expected, read);
    }

    @Test
    void placesTheCornersWhereTheyAre() {
        double[] corners = {160, 120, 420, 180, 190, 330, 430, 360};
        DrawnPicture picture = new DrawnPicture(640, 480, 180);
        picture.draw(SMALL, corners, 60, 200);
        engine.open(picture.pixels, 640, 480, Deadline.never());

        List<Symbol.Point> found = engine.run(Pass.FULL).getFirst().corners();

        int[] clockwise = {0, 1, 3, 2};
        for (int i = 0; i < 4; i++) {
            assertEquals(corners[2 * clockwise[i]], found.get(i).x(), 2, "corner " + i);
            assertEquals(corners[2 * clockwise[i] + 1], found.get(i).y(), 2, "corner " + i);
        }
    }

    @Test
    void readsMirroredSymbols() {
        DrawnPicture picture = SMALL.drawn(5);
        picture.mirror();

        assertEquals(List.of("seat 19C4"), read(picture, Pass.FULL));
    }

    @Test
    void readsLightOnDarkInThePassForIt() {
        DrawnPicture picture = SMALL.drawn(5);
        picture.invert();

        assertEquals(List.of(), read(picture, Pass.FULL, Pass.HALF));
        assertEquals(List.of("seat 19C4"), read(picture, Pass.INVERTED));
    }

    @Test
    void readsBlurThatLeavesNoModuleClear() {
        DrawnPicture picture = SMALL.drawn(6);
        picture.blur(4);

        assertEquals(List.of("seat 19C4"), read(picture, Pass.values()));
    }

    @Test
    void infersAFinderThatIsCovered() {
        DrawnPicture picture = EncodedSymbol.of("seat 19C4", ErrorCorrection.H).drawn(5);
        picture.fill(0, 0, 20 + 7 * 5, 20 + 7 * 5, 230);

        assertEquals(List.of(), read(picture, Pass.FULL, Pass.QUARTER, Pass.HALF));
        assertEquals(List.of("seat 19C4"), read(picture, Pass.FULL, Pass.PAIRS));
    }

    @Test
    void readsSeveralSymbolsInOnePass() {
        DrawnPicture picture = new DrawnPicture(900, 700, 210);
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            String text = "seat " + i;
            expected.add(text);
            double left = 40 + i % 3 * 280.0;
            double top = 40 + (i > 2 ? 320 : 0);
            double[] corners = {left, top, left + 200, top + 9, left - 7, top + 200, left + 195, top + 205};
            picture.draw(EncodedSymbol.of(text, ErrorCorrection.Q), corners, 40, 210);
        }

        assertEquals(expected, new TreeSet<>(read(picture, Pass.FULL)));
    }

    @Test
    void readsEveryOneOfManySymbolsSideBySide() {
        DrawnPicture picture = new DrawnPicture(1280, 960, 210);
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 48; i++) {
            String text = "seat " + i;
            expected.add(text);
            double left = 20 + i % 8 * 155.0;
            double top = 20 + Math.floorDiv(i, 8) * 155.0;
            double[] corners = {left, top, left + 110, top + 3, left - 4, top + 110, left + 108, top + 112};
            picture.draw(EncodedSymbol.of(text, ErrorCorrection.M), corners, 40, 210);
        }

        Set<String> texts = new TreeSet<>(read(picture, Pass.FULL));
        engine.run(Pass.MANY).forEach(symbol -> texts.add(symbol.text()));

        assertEquals(expected, texts);
        assertFalse(engine.unexplained());
    }

    @Test
    void readsPaperBentAroundABottle() {
        DrawnPicture picture = new DrawnPicture(640, 480, 200);
        drawBent(picture, EncodedSymbol.of("a bottle in a lecture", ErrorCorrection.M), Math.toRadians(140));

        assertEquals(List.of(), read(picture, Pass.FULL));
        assertEquals(List.of("a bottle in a lecture"), read(picture, Pass.FULL, Pass.BENT));
    }

    @Test
    void findsNothingInNoise() {
        Random random = new Random(13);
        DrawnPicture picture = new DrawnPicture(400, 300, 128);
        random.nextBytes(picture.pixels);

        assertEquals(List.of(), read(picture, Pass.values()));
    }

    @Test
    void forgetsThePictureBefore() {
        DrawnPicture first = SMALL.drawn(5);
        DrawnPicture second = LARGE.drawn(4);
        List<String> alone = read(second, Pass.values());

        List<List<String>> inTurn = List.of(read(first, Pass.values()), read(second, Pass.values()), read(first));

        assertEquals(List.of(List.of("seat 19C4"), alone, List.of()), inTurn);
    }

    @Test
    void stopsSoonAfterTheDeadline() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Random random = new Random(17);
        DrawnPicture picture = new DrawnPicture(1280, 720, 128);
        random.nextBytes(picture.pixels);
        read(picture, Pass.values());
        List<Long> overshoots = new ArrayList<>();
        for (int allowed = 1; allowed <= 40; allowed += 3) {
            long start = threads.getCurrentThreadCpuTime();
            engine.open(picture.pixels, 1280, 720, Deadline.after(threads::getCurrentThreadCpuTime, allowed));
            for (Pass pass : Pass.values()) {
                engine.run(pass);
            }
            overshoots.add((threads.getCurrentThreadCpuTime() - start) / 1_000_000 - allowed);
        }

        // Copies of a whole picture are made in one go; code that is not compiled yet makes the first ones slower.
        overshoots.sort(null);
        assertTrue(overshoots.get(overshoots.size() / 2) <= 5, "milliseconds too long: " + overshoots);
    }

    @Test
    void refusesPicturesItCannotHold() {
        assertThrows(IllegalArgumentException.class, () -> engine.open(new byte[400], 20, 20, Deadline.never()));
        assertThrows(IllegalArgumentException.class, () -> engine.open(new byte[400], 30, 30, Deadline.never()));
    }

    private List<String> read(DrawnPicture picture, Pass... passes) {
        engine.open(picture.pixels, picture.width, picture.height, Deadline.never());
        for (Pass pass : passes) {
            List<Symbol> symbols = engine.run(pass);
            if (!symbols.isEmpty()) {
                return symbols.stream().map(Symbol::text).toList();
            }
        }
        return List.of();
    }

    /// Seen from afar: across, a module's place is the sine of its angle on the bottle.
    private static void drawBent(DrawnPicture picture, EncodedSymbol symbol, double angle) {
        int d = symbol.dimension();
        double radius = d / angle;
        double pixels = 9;
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                double sine = (x + 0.5 - picture.width / 2.0) / pixels / radius;
                double v = (y + 0.5 - picture.height / 2.0) / pixels + d / 2.0;
                double u = Math.abs(sine) < 1 ? Math.asin(sine) * radius + d / 2.0 : -1;
                picture.pixels[y * picture.width + x] = (byte) (symbol.dark(u, v) ? 50 : 200);
            }
        }
    }
}
