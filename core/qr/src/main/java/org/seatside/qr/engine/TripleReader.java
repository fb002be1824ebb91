package org.seatside.qr.engine;

import java.util.Optional;

/// From three finders to a symbol: versions laid over them, the hopeless dropped by gates that cost
/// microseconds, the alignment pattern looked for, the best handed on.
final class TripleReader {
    private static final double LEAST_QUICK_FITNESS = 0.50;
    private static final double LEAST_FINDER = 0.25;
    private static final double LEAST_LOCATED = 0.6;

    /// Enough where no finder is as bad as those of false triples: at strong tilt the timing is missed.
    private static final double LEAST_QUICK_WITH_FINDERS = 0.35;

    private static final double SURE_FINDER = 0.4;

    /// One of the finders may be invisible where it was only inferred.
    private static final double LEAST_QUICK_FITNESS_INFERRED = 0.40;

    private static final double LEAST_FINDER_INFERRED = -0.05;
    private static final double QUICK_RANGE = 0.25;
    private static final int MOST_FITTED = 10;
    private static final int MOST_ALIGNED = 4;
    private static final double LEAST_FITNESS = 0.40;
    private static final double FITNESS_RANGE = 0.2;
    private static final int MOST_READ = 3;
    private static final double CLEAR_FINDER = 0.75;
    private static final int MOST_GROWN = 7;
    private static final double LEAST_GROWN_TIMING = 0.85;
    private static final double SURE_TIMING = 0.96;
    private static final double GOOD_FITNESS = 0.75;
    private static final int MOST_SEEDED = 5;
    private static final double LEAST_SEEDED_FITNESS = 0.5;

    private final PatternFitness fitness = new PatternFitness();
    private final HypothesisBuilder builder = new HypothesisBuilder(fitness);
    private final AlignmentSearch search = new AlignmentSearch();
    private final GridReader reader;
    private final HypothesisList hypotheses = new HypothesisList();
    private final HypothesisList fitted = new HypothesisList();
    private final Grid grid = new Grid();

    /// @param unread takes what was located and not read
    TripleReader(UnreadSymbols unread) {
        reader = new GridReader(fitness, search, unread);
    }

    /// Forgets what failed in the picture before.
    void reset() {
        reader.reset();
    }

    /// @param inferred whether one of the finders was not seen but guessed
    Optional<Symbol> read(Triple triple, Scene scene, boolean inferred, Deadline deadline) {
        builder.build(triple, scene.grey(), hypotheses);
        return readFlat(scene, inferred, deadline);
    }

    /// Whether finders and timing patterns of some version were met by the triple of the last [#read].
    boolean located() {
        return hypotheses.size() > 0 && hypotheses.get(0).quick >= LEAST_LOCATED;
    }

    /// Whether the outlines of all three finders are clear enough to begin with on bent paper.
    static boolean clear(Triple triple) {
        return clear(triple.topLeft()) && clear(triple.topRight()) && clear(triple.bottomLeft());
    }

    private static boolean clear(Finder finder) {
        return finder.hasQuad && finder.score >= CLEAR_FINDER;
    }

    /// Reads a symbol on paper too strongly bent for [#read], as the version whose timing patterns are met
    /// best.
    Optional<Symbol> readBent(Triple triple, Scene scene, Deadline deadline) {
        builder.build(triple, scene.grey(), hypotheses);
        double best = LEAST_GROWN_TIMING;
        int chosen = -1;
        int tried = 0;
        for (int i = 0; i < hypotheses.size() && tried < MOST_GROWN && !deadline.passed(); i++) {
            if (hypotheses.isFirstOfItsVersion(i)) {
                tried++;
                double timing = reader.timingFitness(hypotheses.get(i).version, triple, scene, deadline);
                if (timing > best) {
                    best = timing;
                    chosen = i;
                }
                if (timing > SURE_TIMING) {
                    break;
                }
            }
        }
        return chosen < 0
                ? Optional.empty()
                : reader.readGrown(hypotheses.get(chosen).version, triple, scene, deadline);
    }

    /// Reads what was located and not read, on crumpled paper.
    Optional<Symbol> readCrumpled(Deadline deadline) {
        return reader.readCrumpled(deadline);
    }

    private Optional<Symbol> readFlat(Scene scene, boolean inferred, Deadline deadline) {
        if (hypotheses.size() == 0
                || builder.weakestFinder() < (inferred ? LEAST_FINDER_INFERRED : LEAST_FINDER)
                || hypotheses.get(0).quick < leastQuick(inferred)) {
            return Optional.empty();
        }
        fit(scene.grey(), deadline);
        if (fitted.size() == 0) {
            return Optional.empty();
        }
        if (fitted.get(0).fitness >= GOOD_FITNESS) {
            return readFitted(scene, deadline);
        }
        Optional<Symbol> symbol = readSeeded(scene, deadline);
        return symbol.isPresent() || fitted.get(0).fitness < LEAST_FITNESS ? symbol : readFitted(scene, deadline);
    }

    private double leastQuick(boolean inferred) {
        if (inferred) {
            return LEAST_QUICK_FITNESS_INFERRED;
        }
        return builder.weakestFinder() >= SURE_FINDER ? LEAST_QUICK_WITH_FINDERS : LEAST_QUICK_FITNESS;
    }

    /// Reads large symbols on paper that is not flat, where three finders say little of the middle: as the
    /// version whose alignment patterns are met when they are followed one from the other.
    private Optional<Symbol> readSeeded(Scene scene, Deadline deadline) {
        double best = LEAST_SEEDED_FITNESS;
        int chosen = -1;
        int tried = 0;
        for (int i = 0; i < hypotheses.size() && tried < MOST_SEEDED && !deadline.passed(); i++) {
            Hypothesis hypothesis = hypotheses.get(i);
            if (hypothesis.quick < hypotheses.get(0).quick - QUICK_RANGE) {
                break;
            }
            if (GridReader.seeds(hypothesis.version)
                    && hypotheses.isFirstOfItsVersion(i)
                    && builder.confirmed(hypothesis, scene.grey())) {
                tried++;
                double value = reader.seededFitness(hypothesis, scene, deadline);
                if (value > best) {
                    best = value;
                    chosen = i;
                }
            }
        }
        return chosen < 0 ? Optional.empty() : reader.readSeeded(hypotheses.get(chosen), scene, deadline);
    }

    private Optional<Symbol> readFitted(Scene scene, Deadline deadline) {
        double best = fitted.get(0).fitness;
        for (int i = 0; i < Math.min(MOST_READ, fitted.size()) && !deadline.passed(); i++) {
            Hypothesis hypothesis = fitted.get(i);
            if (hypothesis.fitness < best - FITNESS_RANGE) {
                break;
            }
            Optional<Symbol> symbol = reader.read(hypothesis, scene, deadline);
            if (symbol.isPresent()) {
                return symbol;
            }
        }
        return Optional.empty();
    }

    private void fit(GreyView view, Deadline deadline) {
        fitted.clear();
        double best = hypotheses.get(0).quick;
        int aligned = 0;
        for (int i = 0; i < hypotheses.size() && fitted.size() < MOST_FITTED && !deadline.passed(); i++) {
            Hypothesis hypothesis = hypotheses.get(i);
            if (hypothesis.quick < best - QUICK_RANGE || !hypothesis.layOver(grid)) {
                break;
            }
            Hypothesis plain = fitted.add();
            plain.copy(hypothesis);
            plain.fitness = fitness.full(grid, hypothesis.version, view);
            if (hypothesis.version.number() > 1 && aligned++ < MOST_ALIGNED) {
                align(hypothesis, view, deadline);
            }
        }
        fitted.sortByFitness();
    }

    /// Adds the hypothesis with the bottom right alignment pattern as its fourth control point, where there is
    /// one.
    private void align(Hypothesis hypothesis, GreyView view, Deadline deadline) {
        int d = hypothesis.version.dimension();
        double centre = d - 6.5;
        if (!search.search(grid, view, centre, centre, Math.min(9, 3 + d / 12.0), deadline)) {
            return;
        }
        grid.map(centre + search.offsetU(), centre + search.offsetV());
        Hypothesis aligned = fitted.add();
        aligned.copy(hypothesis);
        aligned.uv[6] = centre;
        aligned.uv[7] = centre;
        aligned.xy[6] = grid.x();
        aligned.xy[7] = grid.y();
        if (aligned.layOver(grid)) {
            aligned.fitness = fitness.full(grid, aligned.version, view);
        } else {
            fitted.removeLast();
        }
    }
}
