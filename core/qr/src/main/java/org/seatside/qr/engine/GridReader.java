package org.seatside.qr.engine;

import java.util.Optional;

/// From a hypothesis to a symbol: decides modules and decodes, first on the grid as it is, then on ever better
/// fitting ones, each time in all the ways of [Decision].
final class GridReader {
    /// Above this a first decoding is cheap and mostly right.
    private static final double FITNESS_FOR_FIRST_TRY = 0.55;

    /// Below this after climbing it is no symbol: the least successful one had 0.72.
    private static final double LEAST_CLIMBED_FITNESS = 0.55;

    private static final double LEAST_GROWN_FITNESS = 0.6;
    private static final int MOST_LOCATED = 2;
    private static final int MOST_LOCATED_BENT = 4;
    private static final double GROWN_NODES = 2;
    private static final double SECOND_GROWN_NODES = 3;

    /// The least successful format had 15.2 of 30.
    private static final double LEAST_FORMAT_SCORE = 13;

    private static final double CLEAR_MIRROR = 2;

    /// Modules. Climbing leads from the same start to the same grid.
    private static final double SAME_START = 0.1;

    private static final double SAME_GRID = 0.3;
    private static final int SEEDED_FROM_DIMENSION = 45;
    private static final Decision[] FIRST = {Decision.MEAN};
    private static final Decision[] ALL = Decision.values();
    private static final int MODULES = SymbolVersion.LARGEST_DIMENSION * SymbolVersion.LARGEST_DIMENSION;

    private final PatternFitness fitness;
    private final GridClimb climb;
    private final MeshGrowth growth;
    private final MeshFit meshFit;
    private final MeshSearch meshSearch = new MeshSearch();
    private final CornerSearch cornerSearch = new CornerSearch();
    private final SoftModules modules = new SoftModules();
    private final SymbolDecoder decoder = new SymbolDecoder();
    private final UnreadSymbols unread;
    private final Grid grid = new Grid();
    private final Grid bent = new Grid();
    private final Grid start = new Grid();
    private final LocatedGrids located = new LocatedGrids(MOST_LOCATED);
    private final LocatedGrids locatedBent = new LocatedGrids(MOST_LOCATED_BENT);
    private final FailedGrids failed = new FailedGrids();
    private final FailedGrids failedStarts = new FailedGrids();
    private final float[] mirrored = new float[MODULES];

    GridReader(PatternFitness fitness, AlignmentSearch search, UnreadSymbols unread) {
        this.fitness = fitness;
        this.unread = unread;
        climb = new GridClimb(fitness);
        meshFit = new MeshFit(search);
        growth = new MeshGrowth(fitness, search);
    }

    /// Forgets what failed in the picture before.
    void reset() {
        failed.clear();
        failedStarts.clear();
        located.clear();
        locatedBent.clear();
    }

    Optional<Symbol> read(Hypothesis hypothesis, Scene scene, Deadline deadline) {
        SymbolVersion version = hypothesis.version;
        if (!hypothesis.layOver(grid)) {
            return Optional.empty();
        }
        if (hypothesis.fitness > FITNESS_FOR_FIRST_TRY) {
            Optional<Symbol> symbol = attempt(grid, version, scene, FIRST, false, "first", deadline);
            if (symbol.isPresent()) {
                return symbol;
            }
        }
        if (failedStarts.holds(grid, SAME_START)) {
            return Optional.empty();
        }
        start.copy(grid);
        double climbed = climb.climb(grid, version, scene.grey(), hypothesis.fitness, deadline);
        if (climbed < LEAST_CLIMBED_FITNESS
                || unread.holds(version, grid)
                || failed.holds(grid, SAME_GRID)
                || formatScore(version, scene, deadline) < LEAST_FORMAT_SCORE) {
            return Optional.empty();
        }
        Optional<Symbol> symbol = attempt(grid, version, scene, ALL, false, "climbed", deadline);
        if (symbol.isPresent()) {
            return symbol;
        }
        keepUnread(grid, version, climbed, scene, deadline);
        symbol = readFurther(version, scene, climbed, deadline);
        if (symbol.isEmpty()) {
            located.offer(grid, version, scene);
            failed.add(grid);
            failedStarts.add(start);
        }
        return symbol;
    }

    private Optional<Symbol> readFurther(SymbolVersion version, Scene scene, double climbed, Deadline deadline) {
        return readCorner(version, scene, climbed, deadline)
                .or(() -> readBent(version, scene, deadline))
                .or(() -> attempt(grid, version, scene, ALL, true, "climbed-erasures", deadline));
    }

    /// For further frames to add theirs to.
    private void keepUnread(Grid grid, SymbolVersion version, double climbed, Scene scene, Deadline deadline) {
        if (modules.sample(grid, scene, deadline)
                && modules.decide(Decision.EQUALISED_3, grid, version, scene, deadline)) {
            unread.offer(version, grid, climbed, modules.values());
        }
    }

    /// Reads a symbol on strongly bent paper, where no hypothesis comes near.
    ///
    /// @param triple finders with outlines
    Optional<Symbol> readGrown(SymbolVersion version, Triple triple, Scene scene, Deadline deadline) {
        if (growth.layFlat(bent, version, triple)) {
            locatedBent.offer(bent, version, scene);
        }
        Optional<Symbol> symbol = readGrown(version, triple, scene, GROWN_NODES, deadline);
        return symbol.isPresent() ? symbol : readGrown(version, triple, scene, SECOND_GROWN_NODES, deadline);
    }

    /// Whether a version has enough alignment patterns to follow.
    static boolean seeds(SymbolVersion version) {
        return version.dimension() >= SEEDED_FROM_DIMENSION;
    }

    /// How well the function patterns fit once the grid is bent to where alignment patterns are.
    double seededFitness(Hypothesis hypothesis, Scene scene, Deadline deadline) {
        if (!hypothesis.layOver(bent)) {
            return 0;
        }
        meshFit.seed(bent, hypothesis.version, scene.grey(), deadline);
        return fitness.full(bent, hypothesis.version, scene.grey());
    }

    /// Reads a symbol on the grid of [#seededFitness].
    Optional<Symbol> readSeeded(Hypothesis hypothesis, Scene scene, Deadline deadline) {
        seededFitness(hypothesis, scene, deadline);
        SymbolVersion version = hypothesis.version;
        return meshFit.refine(bent, version, scene.grey(), deadline)
                ? attempt(bent, version, scene, ALL, false, "seeded", deadline)
                        .or(() -> attempt(bent, version, scene, ALL, true, "seeded-erasures", deadline))
                : Optional.empty();
    }

    /// How well a version's timing patterns are met on bent paper.
    double timingFitness(SymbolVersion version, Triple triple, Scene scene, Deadline deadline) {
        return growth.timingFitness(bent, version, triple, scene.grey(), deadline);
    }

    private Optional<Symbol> readGrown(
            SymbolVersion version, Triple triple, Scene scene, double modulesPerNode, Deadline deadline) {
        if (!growth.grow(bent, version, triple, scene.grey(), modulesPerNode, deadline)
                || fitness.full(bent, version, scene.grey()) < LEAST_GROWN_FITNESS
                || !meshFit.refine(bent, version, scene.grey(), deadline)) {
            return Optional.empty();
        }
        Optional<Symbol> symbol = attempt(bent, version, scene, ALL, false, "grown", deadline)
                .or(() -> attempt(bent, version, scene, ALL, true, "grown-erasures", deadline));
        if (symbol.isEmpty()) {
            locatedBent.offer(bent, version, scene);
        }
        return symbol;
    }

    private Optional<Symbol> readCorner(SymbolVersion version, Scene scene, double climbed, Deadline deadline) {
        if (!CornerSearch.suits(version, climbed)) {
            return Optional.empty();
        }
        bent.copy(grid);
        if (!cornerSearch.search(bent, version, scene.grey(), deadline)) {
            return Optional.empty();
        }
        Optional<Symbol> symbol = attempt(bent, version, scene, ALL, false, "corner", deadline);
        if (symbol.isEmpty() && meshFit.refine(bent, version, scene.grey(), deadline)) {
            return attempt(bent, version, scene, ALL, false, "corner-mesh", deadline);
        }
        return symbol;
    }

    private Optional<Symbol> readBent(SymbolVersion version, Scene scene, Deadline deadline) {
        bent.copy(grid);
        if (seeds(version)) {
            meshFit.seed(bent, version, scene.grey(), deadline);
        }
        if (!meshFit.refine(bent, version, scene.grey(), deadline)) {
            return Optional.empty();
        }
        return attempt(bent, version, scene, ALL, false, "mesh", deadline)
                .or(() -> attempt(bent, version, scene, ALL, true, "mesh-erasures", deadline));
    }

    /// Reads a symbol that was located and not read, on paper with more than one bend.
    Optional<Symbol> readCrumpled(Deadline deadline) {
        return readCrumpled(locatedBent, deadline).or(() -> readCrumpled(located, deadline));
    }

    private Optional<Symbol> readCrumpled(LocatedGrids starts, Deadline deadline) {
        for (int i = 0; i < starts.size() && !deadline.passed(); i++) {
            LocatedGrids.Located start = starts.get(i);
            Optional<Symbol> symbol = readCrumpled(start.grid, start.version, start.scene, deadline);
            if (symbol.isPresent()) {
                return symbol;
            }
        }
        return Optional.empty();
    }

    private Optional<Symbol> readCrumpled(Grid start, SymbolVersion version, Scene scene, Deadline deadline) {
        if (!MeshSearch.suits(version)
                || !meshSearch.search(start, bent, version, scene.grey(), deadline)
                || fitness.full(bent, version, scene.grey()) < LEAST_GROWN_FITNESS
                || !meshFit.refine(bent, version, scene.grey(), deadline)) {
            return Optional.empty();
        }
        return attempt(bent, version, scene, ALL, false, "crumpled", deadline)
                .or(() -> attempt(bent, version, scene, ALL, true, "crumpled-erasures", deadline));
    }

    /// The better of the format scores as it is and mirrored.
    private double formatScore(SymbolVersion version, Scene scene, Deadline deadline) {
        if (!modules.sample(grid, scene, deadline) || !modules.decide(Decision.MEAN, grid, version, scene, deadline)) {
            return 0;
        }
        int d = version.dimension();
        transpose(modules.values(), d);
        return Math.max(decoder.formatScore(modules.values(), d), decoder.formatScore(mirrored, d));
    }

    private Optional<Symbol> attempt(
            Grid grid,
            SymbolVersion version,
            Scene scene,
            Decision[] decisions,
            boolean erasures,
            String way,
            Deadline deadline) {
        if (!modules.sample(grid, scene, deadline)) {
            return Optional.empty();
        }
        for (Decision decision : decisions) {
            if (deadline.passed()) {
                break;
            }
            if ((erasures && !decision.confident()) || !modules.decide(decision, grid, version, scene, deadline)) {
                continue;
            }
            Optional<Message> message = decode(version, decision == Decision.MEAN ? 2 : 1, erasures, deadline);
            if (message.isPresent()) {
                return Optional.of(Symbol.of(message.get().text(), grid, way + "-" + decision.label()));
            }
        }
        return Optional.empty();
    }

    /// Decodes as it is and, where the format shows better that way, mirrored.
    private Optional<Message> decode(SymbolVersion version, int formats, boolean erasures, Deadline deadline) {
        int d = version.dimension();
        float[] soft = modules.values();
        Optional<Message> message = decoder.decode(soft, version, formats, erasures, deadline);
        if (message.isPresent()) {
            return message;
        }
        transpose(soft, d);
        double upright = decoder.formatScore(soft, d);
        return decoder.formatScore(mirrored, d) > upright + CLEAR_MIRROR
                ? decoder.decode(mirrored, version, 1, erasures, deadline)
                : Optional.empty();
    }

    private void transpose(float[] soft, int d) {
        for (int y = 0; y < d; y++) {
            for (int x = 0; x < d; x++) {
                mirrored[y * d + x] = soft[x * d + y];
            }
        }
    }
}
