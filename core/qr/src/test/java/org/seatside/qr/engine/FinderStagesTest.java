package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The stages from a picture to three finders, each on what the one before gives.
class FinderStagesTest {
    private static final EncodedSymbol SYMBOL = EncodedSymbol.of("finders, one by one", ErrorCorrection.Q);
    private static final double MODULE = 6;

    private final DrawnPicture picture = SYMBOL.drawn(MODULE);
    private final FinderPool pool = new FinderPool();

    @Test
    void binarizersTellTheModulesOfADrawnSymbol() {
        Binarizer binarizer = new Binarizer();
        byte[] hybrid = new byte[picture.width * picture.height];
        byte[] blockMean = new byte[picture.width * picture.height];
        picture.noise(new Random(5), 10);

        binarizer.hybrid(picture.pixels, picture.width, picture.height, hybrid);
        binarizer.blockMean(picture.pixels, picture.width, picture.height, blockMean);

        for (int y = 0; y < SYMBOL.dimension(); y++) {
            for (int x = 0; x < SYMBOL.dimension(); x++) {
                int row = (int) ((y + 4.5) * MODULE);
                int at = row * picture.width + (int) ((x + 4.5) * MODULE);
                int expected = SYMBOL.dark(x, y) ? 1 : 0;
                assertEquals(expected, hybrid[at], x + ", " + y);
                assertEquals(expected, blockMean[at], x + ", " + y);
            }
        }
    }

    @Test
    void binarizersTakePicturesOfAnySideFromEightPixels() {
        Binarizer binarizer = new Binarizer();
        for (int width = 8; width < 70; width += 3) {
            for (int height = 8; height < 70; height += 7) {
                byte[] grey = new byte[width * height];
                new Random(width).nextBytes(grey);
                byte[] binary = new byte[width * height];

                binarizer.hybrid(grey, width, height, binary);
                binarizer.blockMean(grey, width, height, binary);

                int other = 0;
                for (byte value : binary) {
                    other += value == 0 || value == 1 ? 0 : 1;
                }
                assertEquals(0, other);
            }
        }
    }

    @Test
    void scanFindsTheThreeFindersAndMergesTheirRows() {
        List<Finder> candidates = scanned();

        assertEquals(3, candidates.stream().filter(f -> f.hits >= 4).count());
        for (Finder finder : threeBest(candidates)) {
            assertEquals(MODULE, finder.module, 0.5);
        }
    }

    @Test
    void scanSeesTheSameAtHalfTheSize() {
        byte[] half = new byte[picture.width / 2 * (picture.height / 2)];
        Planes.halve(picture.pixels, picture.width, picture.height, half);
        byte[] binary = new byte[half.length];
        new Binarizer().hybrid(half, picture.width / 2, picture.height / 2, binary);
        List<Finder> candidates = new ArrayList<>();

        new FinderScan(pool).scan(binary, picture.width / 2, picture.height / 2, 2, 1, candidates, Deadline.never());

        assertPlaces(threeBest(candidates), 2);
    }

    @Test
    void starburstKeepsFindersAndDropsTheRest() {
        List<Finder> candidates = scanned();
        candidates.add(pool.lend(picture.width / 2.0, picture.height / 2.0, MODULE));
        candidates.add(pool.lend(10, 10, MODULE));

        new FinderVerification(pool).verify(candidates, picture.view(), true, Deadline.never());

        assertEquals(3, candidates.size());
        assertPlaces(threeBest(candidates), 0.5);
        for (Finder finder : candidates) {
            assertTrue(finder.score > 0.9, "score " + finder.score);
            assertEquals(MODULE, finder.area, 0.3);
            assertEquals(0, Math.IEEEremainder(finder.orientation, Math.PI / 2), 0.05);
        }
    }

    @Test
    void outlineMeetsTheOuterCorners() {
        Finder finder = pool.lend(4 * MODULE + 3.5 * MODULE + 1, 4 * MODULE + 3.5 * MODULE - 1, MODULE);

        new FinderOutline().find(picture.view(), finder);

        assertTrue(finder.hasQuad);
        for (int i = 0; i < 8; i++) {
            double nearest = finder.quad[i] < 7.5 * MODULE ? 4 * MODULE : 11 * MODULE;
            assertEquals(nearest, finder.quad[i], 0.4, "coordinate " + i);
        }
    }

    @Test
    void triplesBeginWithTheSymbolTheRightWayRound() {
        List<Finder> finders = scanned();
        new FinderVerification(pool).verify(finders, picture.view(), true, Deadline.never());
        List<Triple> triples = new ArrayList<>();

        new TripleSearch().search(finders, picture.view(), triples);

        Triple first = triples.getFirst();
        assertPlaces(List.of(first.topLeft(), first.topRight(), first.bottomLeft()), 0.5);
        assertEquals(SYMBOL.dimension() - 7.0, FinderGeometry.distance(first.topLeft(), first.topRight()), 0.3);
    }

    @Test
    void twoFindersTellWhereTheThirdMustBeOnATiltedSheet() {
        DrawnPicture tilted = new DrawnPicture(640, 480, 200);
        double[] corners = {150, 110, 470, 160, 190, 400, 420, 390};
        tilted.draw(SYMBOL, corners, 50, 200);
        int d = SYMBOL.dimension();
        Grid grid = new Grid();
        assertTrue(grid.set(d, new double[] {0, 0, d, 0, 0, d, d, d}, corners));
        FinderOutline outline = new FinderOutline();
        List<Finder> known = new ArrayList<>();
        for (double[] at : new double[][] {{d - 3.5, 3.5}, {3.5, d - 3.5}}) {
            grid.map(at[0], at[1]);
            Finder finder = pool.lend(grid.x(), grid.y(), 8);
            finder.score = 1;
            outline.find(tilted.view(), finder);
            known.add(finder);
        }
        grid.map(3.5, 3.5);
        double x = grid.x();
        double y = grid.y();
        for (int i = 0; i < 60 * 60; i++) {
            // The third finder is torn off.
            tilted.pixels[((int) y - 30 + i / 60) * tilted.width + (int) x - 30 + i % 60] = (byte) 200;
        }
        List<Triple> triples = new ArrayList<>();

        new PairInference(pool).infer(known, List.of(), tilted.view(), true, triples, Deadline.never());

        double nearest = triples.stream()
                .mapToDouble(triple -> Math.hypot(triple.topLeft().x - x, triple.topLeft().y - y))
                .min()
                .orElseThrow();
        assertEquals(0, nearest, 10, "less than a module and a half");
    }

    @Test
    void greySearchFindsWhatBlurHidesFromTheBinaryPlane() {
        picture.blur(5);
        List<Finder> finders = new ArrayList<>();
        DrawnPicture blurred = picture;

        new GreyFinderSearch(pool)
                .search(blurred.pixels, blurred.width, blurred.height, blurred.view(), 1, finders, Deadline.never());

        finders.sort(Comparator.comparingDouble(f -> -f.score));
        assertPlaces(threeBest(finders.subList(0, 3)), 2);
    }

    private List<Finder> scanned() {
        byte[] binary = new byte[picture.width * picture.height];
        new Binarizer().hybrid(picture.pixels, picture.width, picture.height, binary);
        List<Finder> candidates = new ArrayList<>();
        new FinderScan(pool).scan(binary, picture.width, picture.height, 1, 2, candidates, Deadline.never());
        return candidates;
    }

    /// Top left, top right, bottom left of the three met by most rows.
    private static List<Finder> threeBest(List<Finder> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(f -> -f.hits))
                .limit(3)
                .sorted(Comparator.comparingDouble(f -> f.x + 10 * f.y))
                .toList();
    }

    private static void assertPlaces(List<Finder> finders, double tolerance) {
        double near = 7.5 * MODULE;
        double far = (SYMBOL.dimension() + 0.5) * MODULE;
        double[][] places = {{near, near}, {far, near}, {near, far}};
        for (int i = 0; i < 3; i++) {
            assertEquals(places[i][0], finders.get(i).x, tolerance, "finder " + i);
            assertEquals(places[i][1], finders.get(i).y, tolerance, "finder " + i);
        }
    }
}
