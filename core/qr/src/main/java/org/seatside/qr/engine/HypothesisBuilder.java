package org.seatside.qr.engine;

/// Lays every version that three finders could belong to over them, by the homography of their corners and, in case
/// those mislead, by two guesses at the fourth corner, and rates each by finders and timing.
final class HypothesisBuilder {
    private static final int VERSIONS_AROUND = 3;
    private static final int MOST_VERSIONS = 13;
    private static final double HOPELESS_FINDER = 0.15;
    private static final double LEAST_FOR_VERSION_INFORMATION = 0.3;
    private static final int FIRST_VERSION_WITH_INFORMATION = 7;

    private final PatternFitness fitness;
    private final FinderHomography homography = new FinderHomography();
    private final FormatInformation information = new FormatInformation();
    private final LineModule lines = new LineModule();
    private final Grid grid = new Grid();
    private final double[] xy = new double[8];
    private double weakestFinder;

    HypothesisBuilder(PatternFitness fitness) {
        this.fitness = fitness;
    }

    /// Replaces what the list held.
    ///
    /// @param triple finders whose quads were tried
    void build(Triple triple, GreyView view, HypothesisList hypotheses) {
        hypotheses.clear();
        weakestFinder = -1;
        double across = dimension(triple, triple.topRight(), view);
        double down = dimension(triple, triple.bottomLeft(), view);
        int low = version(Math.min(across, down));
        int high = version(Math.max(across, down));
        int middle = version((across + down) / 2);
        byCorners(triple, view, low, high, middle, hypotheses);
        byCentres(triple, view, low, high, middle, hypotheses);
        if (middle >= FIRST_VERSION_WITH_INFORMATION - 1) {
            byVersionInformation(triple, view, hypotheses);
        }
        hypotheses.sortByQuick();
    }

    /// The best, over all hypotheses of the last call, of the correlation of their weakest finder.
    double weakestFinder() {
        return weakestFinder;
    }

    /// Whether the version information, which lies beside two finders, names the hypothesis's version.
    boolean confirmed(Hypothesis hypothesis, GreyView view) {
        return hypothesis.layOver(grid) && information.version(grid, view) == hypothesis.version.number();
    }

    /// The distance between centres and the two halves of finders beyond them (6.3.3).
    private double dimension(Triple triple, Finder other, GreyView view) {
        int quads = (triple.topLeft().hasQuad ? 1 : 0)
                + (triple.topRight().hasQuad ? 1 : 0)
                + (triple.bottomLeft().hasQuad ? 1 : 0);
        if (quads >= 2) {
            return FinderGeometry.distance(triple.topLeft(), other) + 7;
        }
        double pixels = Math.hypot(other.x - triple.topLeft().x, other.y - triple.topLeft().y);
        double module = (lines.module(view, triple.topLeft(), other) + lines.module(view, other, triple.topLeft())) / 2;
        return pixels / module + 7;
    }

    private static int version(double dimension) {
        return (int) Math.round((dimension - 17) / 4);
    }

    private void byCorners(Triple triple, GreyView view, int low, int high, int middle, HypothesisList hypotheses) {
        int first = Math.max(1, low - VERSIONS_AROUND);
        int last = Math.min(SymbolVersion.MOST, high + VERSIONS_AROUND);
        if (last - first >= MOST_VERSIONS) {
            first = Math.max(first, middle - MOST_VERSIONS / 2);
            last = Math.min(last, middle + MOST_VERSIONS / 2);
        }
        for (int version = first; version <= last; version++) {
            if (homography.fit(triple, 17 + 4 * version, xy)) {
                add(version, view, hypotheses);
            }
            if (version == first + 2 && weakestFinder < HOPELESS_FINDER) {
                break;
            }
        }
    }

    private void byCentres(Triple triple, GreyView view, int low, int high, int middle, HypothesisList hypotheses) {
        int around = Math.max(1, middle / 8 + 1);
        int first = Math.clamp(Math.max(low - 1, middle - around), 1, SymbolVersion.MOST);
        int last = Math.clamp(Math.min(high + 1, middle + around), first, SymbolVersion.MOST);
        for (int version = first; version <= last; version++) {
            byCentres(triple, version, view, hypotheses);
        }
    }

    /// The fourth corner of a parallelogram, and of the perspective that the sizes of the finders suggest: areas shrink
    /// with the third power of the depth, so w ∝ (module by area)^(2/3).
    private void byCentres(Triple triple, int version, GreyView view, HypothesisList hypotheses) {
        addFourth(triple, 1, 1, version, view, hypotheses);
        double right = Math.clamp(Math.cbrt(square(triple.topLeft().area / triple.topRight().area)), 0.5, 2);
        double bottom = Math.clamp(Math.cbrt(square(triple.topLeft().area / triple.bottomLeft().area)), 0.5, 2);
        addFourth(triple, right, bottom, version, view, hypotheses);
    }

    private void addFourth(
            Triple triple, double right, double bottom, int version, GreyView view, HypothesisList hypotheses) {
        double depth = right + bottom - 1;
        if (depth < 0.3) {
            return;
        }
        Finder a = triple.topLeft();
        Finder b = triple.topRight();
        Finder c = triple.bottomLeft();
        double x = (right * b.x + bottom * c.x - a.x) / depth;
        double y = (right * b.y + bottom * c.y - a.y) / depth;
        double marginX = view.width() * 0.2;
        double marginY = view.height() * 0.2;
        if (x < -marginX || y < -marginY || x > view.width() + marginX || y > view.height() + marginY) {
            return;
        }
        xy[0] = a.x;
        xy[1] = a.y;
        xy[2] = b.x;
        xy[3] = b.y;
        xy[4] = c.x;
        xy[5] = c.y;
        xy[6] = x;
        xy[7] = y;
        add(version, view, hypotheses);
    }

    private void byVersionInformation(Triple triple, GreyView view, HypothesisList hypotheses) {
        int before = hypotheses.size();
        for (int i = 0; i < before; i++) {
            Hypothesis h = hypotheses.get(i);
            if (h.version.number() >= FIRST_VERSION_WITH_INFORMATION
                    && h.quick > LEAST_FOR_VERSION_INFORMATION
                    && h.layOver(grid)) {
                int version = information.version(grid, view);
                if (version > 0 && !hypotheses.holds(version)) {
                    byCentres(triple, version, view, hypotheses);
                }
            }
        }
    }

    private void add(int version, GreyView view, HypothesisList hypotheses) {
        Hypothesis hypothesis = hypotheses.add();
        hypothesis.set(SymbolVersion.of(version), xy);
        if (!hypothesis.layOver(grid)) {
            hypotheses.removeLast();
            return;
        }
        hypothesis.quick = fitness.quick(grid, view);
        weakestFinder = Math.max(weakestFinder, fitness.weakestFinder());
    }

    private static double square(double value) {
        return value * value;
    }
}
