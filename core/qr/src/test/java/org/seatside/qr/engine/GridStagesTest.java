package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The stages from a grid to soft modules.
class GridStagesTest {
    private static final EncodedSymbol SYMBOL = EncodedSymbol.of("x".repeat(100), ErrorCorrection.M);
    private static final SymbolVersion VERSION = SymbolVersion.of(SYMBOL.version());

    private final PatternFitness fitness = new PatternFitness();

    @Test
    void gridMapsItsControlPointsAndWhatLiesBetween() {
        Grid grid = new Grid();

        assertTrue(
                grid.set(21, new double[] {0, 0, 21, 0, 0, 21, 21, 21}, new double[] {10, 10, 90, 20, 5, 80, 70, 95}));

        grid.map(21, 0);
        assertEquals(90, grid.x(), 1e-6);
        assertEquals(20, grid.y(), 1e-6);
        grid.map(10.5, 10.5);
        // Diagonals meet where the middle is seen.
        assertEquals(cross(10, 10, 70, 95, grid.x(), grid.y()), 0, 1e-6);
        assertEquals(cross(90, 20, 5, 80, grid.x(), grid.y()), 0, 1e-6);
    }

    @Test
    void gridRefusesPointsOnALine() {
        assertFalse(new Grid().set(21, new double[] {0, 0, 1, 1, 2, 2, 3, 3}, new double[] {0, 0, 9, 0, 0, 9, 9, 9}));
    }

    @Test
    void climbBringsAGridThatIsOffBackToThePatterns() {
        DrawnPicture picture = SYMBOL.drawn(5);
        Grid grid = gridOver(5, 1.5);
        double before = fitness.full(grid, VERSION, picture.view());

        double after = new GridClimb(fitness).climb(grid, VERSION, picture.view(), before, Deadline.never());

        assertTrue(before < 0.9, "before " + before);
        assertTrue(after > 0.97, "after " + after);
        int wrongBefore = wrong(gridOver(5, 1.5), picture);
        assertTrue(4 * wrong(grid, picture) < wrongBefore, wrong(grid, picture) + " wrong, before " + wrongBefore);
    }

    @Test
    void alignmentSearchMeasuresHowFarThePatternIs() {
        DrawnPicture picture = SYMBOL.drawn(5);
        AlignmentSearch search = new AlignmentSearch();
        double centre = SYMBOL.dimension() - 6.5;

        assertTrue(search.search(gridOver(5, 0), picture.view(), centre - 1.5, centre + 2, 3, Deadline.never()));

        // A pattern without blur correlates alike within a quarter of a module.
        assertEquals(1.5, search.offsetU(), 0.3);
        assertEquals(-2, search.offsetV(), 0.3);
    }

    @Test
    void seedsFollowAlignmentPatternsWhereTheFindersSayLittleOfTheMiddle() {
        EncodedSymbol large = EncodedSymbol.of("x".repeat(900), 25, ErrorCorrection.M, 4);
        SymbolVersion version = SymbolVersion.of(25);
        DrawnPicture bulged = bulged(large.drawn(5), 30);
        double near = 4 * 5 + 3.5 * 5;
        double far = near + (large.dimension() - 7) * 5.0;
        Hypothesis hypothesis = new Hypothesis();
        hypothesis.set(version, new double[] {near, near, far, near, near, far, far, far});
        Grid grid = new Grid();
        assertTrue(hypothesis.layOver(grid));
        double before = fitness.full(grid, version, bulged.view());

        new MeshFit(new AlignmentSearch()).seed(grid, version, bulged.view(), Deadline.never());

        double after = fitness.full(grid, version, bulged.view());
        assertTrue(before < 0.5, "before " + before);
        assertTrue(after > 0.75, "after " + after);
    }

    private static DrawnPicture bulged(DrawnPicture flat, double height) {
        DrawnPicture bulged = new DrawnPicture(flat.width, flat.height, 230);
        for (int y = 0; y < flat.height; y++) {
            for (int x = 0; x < flat.width; x++) {
                double lift = height * Math.sin(Math.PI * x / flat.width) * Math.sin(Math.PI * y / flat.height);
                int source = Math.clamp(Math.round(y + lift), 0, flat.height - 1);
                bulged.pixels[y * flat.width + x] = flat.pixels[source * flat.width + x];
            }
        }
        return bulged;
    }

    @Test
    void meshFollowsABulgeThatNoHomographyCan() {
        DrawnPicture flat = SYMBOL.drawn(6);
        DrawnPicture bulged = bulged(flat, 4);
        Grid grid = gridOver(6, 0);
        int before = wrong(grid, bulged);

        assertTrue(new MeshFit(new AlignmentSearch()).refine(grid, VERSION, bulged.view(), Deadline.never()));

        assertTrue(before > 60, before + " modules wrong before");
        assertTrue(wrong(grid, bulged) <= 2, wrong(grid, bulged) + " modules wrong after");
    }

    @Test
    void meshSearchFollowsCreasesOnWhichTheMeshStraysIntoTheNextModule() {
        DrawnPicture crumpled = crumpled(SYMBOL.drawn(6), 7);
        MeshFit meshFit = new MeshFit(new AlignmentSearch());
        Grid uphill = gridOver(6, 0);
        Grid searched = new Grid();

        assertTrue(meshFit.refine(uphill, VERSION, crumpled.view(), Deadline.never()));
        assertTrue(new MeshSearch().search(gridOver(6, 0), searched, VERSION, crumpled.view(), Deadline.never()));

        int astray = wrong(uphill, crumpled);
        int left = wrong(searched, crumpled);
        assertTrue(astray > 400, astray + " modules wrong by the mesh alone");
        assertTrue(left <= 4, left + " modules wrong after the search");
    }

    @Test
    void meshSearchKeepsToWhatAMeshHasRight() {
        DrawnPicture crumpled = crumpled(SYMBOL.drawn(6), 7);
        MeshSearch search = new MeshSearch();
        Grid once = new Grid();
        Grid twice = new Grid();

        assertTrue(search.search(gridOver(6, 0), once, VERSION, crumpled.view(), Deadline.never()));
        assertTrue(search.search(once, twice, VERSION, crumpled.view(), Deadline.never()));

        assertTrue(wrong(twice, crumpled) <= 4, wrong(twice, crumpled) + " modules wrong");
    }

    @Test
    void meshSearchStopsAtItsDeadline() {
        DrawnPicture picture = SYMBOL.drawn(6);

        Deadline passed = Deadline.afterMillis(0);

        assertFalse(new MeshSearch().search(gridOver(6, 0), new Grid(), VERSION, picture.view(), passed));
    }

    /// Two waves across each other, so many pixels high.
    private static DrawnPicture crumpled(DrawnPicture flat, double height) {
        DrawnPicture crumpled = new DrawnPicture(flat.width, flat.height, 230);
        double side = flat.width;
        for (int y = 0; y < flat.height; y++) {
            for (int x = 0; x < flat.width; x++) {
                double first = height * Math.sin(2 * Math.PI * (x + 0.6 * y) / side);
                double second = height * Math.sin(2 * Math.PI * (y - 0.5 * x) / (0.8 * side));
                int column = (int) Math.clamp(Math.round(x + second), 0L, flat.width - 1L);
                int row = (int) Math.clamp(Math.round(y + first), 0L, flat.height - 1L);
                crumpled.pixels[y * flat.width + x] = flat.pixels[row * flat.width + column];
            }
        }
        return crumpled;
    }

    @Test
    void equaliserUndoesABlurItLearnsFromKnownModules() {
        int d = SYMBOL.dimension();
        float[] sharp = SYMBOL.soft();
        float[] blurred = new float[d * d];
        Random random = new Random(77);
        for (int y = 0; y < d; y++) {
            for (int x = 0; x < d; x++) {
                double sum = sharp[y * d + x];
                sum += 0.32 * (at(sharp, d, x - 1, y) + at(sharp, d, x + 1, y));
                sum += 0.32 * (at(sharp, d, x, y - 1) + at(sharp, d, x, y + 1));
                blurred[y * d + x] = (float) (sum / 2.28 + 0.03 * random.nextGaussian());
            }
        }
        float[] filtered = new float[d * d];

        assertTrue(new Equaliser().equalise(blurred, VERSION, 1, 0.02, filtered, Deadline.never()));

        int before = differences(sharp, blurred);
        int after = differences(sharp, filtered);
        assertTrue(before > 40 && 3 * after < 2 * before, after + " modules wrong, before " + before);
    }

    @Test
    void thresholdsFollowASlopeOfLight() {
        int d = SYMBOL.dimension();
        float[] sharp = SYMBOL.soft();
        float[] values = new float[d * d];
        for (int i = 0; i < d * d; i++) {
            values[i] = 40 + 3 * (i % d) + 12 * sharp[i];
        }
        LocalThreshold threshold = new LocalThreshold();
        float[] thresholds = new float[d * d];
        float[] soft = new float[d * d];

        threshold.middle(values, d, 4, thresholds);
        threshold.soften(values, d, 4, thresholds, soft);

        assertEquals(0, differences(sharp, soft));
    }

    @Test
    void formatIsReadFromEitherCopyAlone() {
        FormatInformation information = new FormatInformation();
        for (int bits = 0; bits < FormatInformation.COUNT; bits++) {
            float[] soft = EncodedSymbol.of("f", 2, ErrorCorrection.ofBits(bits >> 3), bits & 7)
                    .soft();
            int d = 25;
            for (int i = 0; i < 9; i++) {
                soft[8 * d + i] = 0;
                soft[i * d + 8] = 0;
            }

            double score = information.score(soft, d);

            assertEquals(bits, information.best());
            assertEquals(15, score, 1e-6);
        }
    }

    @Test
    void versionInformationCorrectsTheGuess() {
        FormatInformation information = new FormatInformation();
        for (int version = 7; version <= SymbolVersion.MOST; version++) {
            EncodedSymbol symbol = EncodedSymbol.of("v", version, ErrorCorrection.L, 0);
            DrawnPicture picture = symbol.drawn(3);
            Grid grid = new Grid();
            double near = 12;
            double far = near + 3 * symbol.dimension();
            int d = symbol.dimension();
            grid.set(d, new double[] {0, 0, d, 0, 0, d, d, d}, new double[] {near, near, far, near, near, far, far, far
            });

            assertEquals(version, information.version(grid, picture.view()));
        }
    }

    private static double cross(double ax, double ay, double bx, double by, double x, double y) {
        return ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.hypot(bx - ax, by - ay);
    }

    /// The grid of a drawn symbol, its far corner off by so many modules.
    private static Grid gridOver(double module, double off) {
        int d = SYMBOL.dimension();
        double near = 4 * module;
        double far = near + d * module;
        double corner = far - off * module;
        Grid grid = new Grid();
        assertTrue(grid.set(
                d, new double[] {0, 0, d, 0, 0, d, d, d}, new double[] {near, near, far, near, near, far, corner, corner
                }));
        return grid;
    }

    private static int wrong(Grid grid, DrawnPicture picture) {
        int d = SYMBOL.dimension();
        float[] values = new float[d * d];
        assertTrue(ModuleSampler.fivePoints(grid, picture.view(), values, Deadline.never()));
        for (int i = 0; i < values.length; i++) {
            values[i] -= 135;
        }
        return differences(SYMBOL.soft(), values);
    }

    private static float at(float[] soft, int d, int x, int y) {
        return x < 0 || y < 0 || x >= d || y >= d ? 1 : soft[y * d + x];
    }

    private static int differences(float[] a, float[] b) {
        int differences = 0;
        for (int i = 0; i < a.length; i++) {
            differences += a[i] < 0 == b[i] < 0 ? 0 : 1;
        }
        return differences;
    }
}
