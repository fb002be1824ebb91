package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lists the threes among verified finders that can be the corners of a symbol, the likeliest first. The corner
/// is told from the others by rectified distances.
final class TripleSearch {
    private static final int MOST_FINDERS = 14;
    private static final double MOST_SIZE_RATIO = 3.2;
    private static final double MOST_COSINE = 0.87;
    private static final double MOST_LEG_RATIO = 4;
    private static final double SHORTEST_LEG = 11;
    private static final double LONGEST_LEG = 240;
    private static final double MOST_OFF_AXIS = 0.35;

    /// Symbols side by side show a finder as many of their neighbours' as of its own nearby.
    private static final int NEIGHBOURS = 14;

    private static final double MOST_SIZE_RATIO_OF_NEIGHBOURS = 1.7;

    /// The data of a large symbol shows many places that pass for poor finders, and some of those lie like
    /// corners.
    private static final double SCORE_WEIGHT = 1;

    private static final double LEG_WEIGHT = 0.002;

    /// Where many symbols stand in a lattice, finders of neighbours make as good a square as those of one symbol, but
    /// a larger one.
    private static final double LEG_WEIGHT_OF_MANY = 0.02;

    private static final Comparator<Triple> BY_COST = Comparator.comparingDouble(Triple::cost);

    private final FinderOutline outline = new FinderOutline();
    private final double[] distances = new double[MOST_FINDERS * MOST_FINDERS];
    private final List<Finder> near = new ArrayList<>();
    private final Ranking ranking = new Ranking();

    FinderOutline outline() {
        return outline;
    }

    /// Replaces what the list held.
    ///
    /// @param finders verified, the best first; those after the fourteenth are left out
    void search(List<Finder> finders, GreyView view, List<Triple> triples) {
        triples.clear();
        int count = Math.min(finders.size(), MOST_FINDERS);
        if (count < 3) {
            return;
        }
        measure(finders, count, view);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                if (!alike(finders.get(i), finders.get(j))) {
                    continue;
                }
                for (int k = j + 1; k < count; k++) {
                    addIfPossible(finders, i, j, k, triples);
                }
            }
        }
        triples.sort(BY_COST);
    }

    /// The same for any number of finders: the threes of a corner and two of its nearest neighbours. Replaces
    /// what the list held.
    void searchNear(List<Finder> finders, GreyView view, List<Triple> triples, Deadline deadline) {
        triples.clear();
        for (int i = 0; i < finders.size(); i++) {
            outline.find(view, finders.get(i));
        }
        for (int i = 0; i < finders.size() && !deadline.passed(); i++) {
            Finder corner = finders.get(i);
            listNeighbours(corner, finders);
            for (int j = 0; j < near.size(); j++) {
                for (int k = j + 1; k < near.size(); k++) {
                    addIfCorner(corner, near.get(j), near.get(k), triples);
                }
            }
        }
        triples.sort(BY_COST);
    }

    private void listNeighbours(Finder corner, List<Finder> finders) {
        near.clear();
        for (int i = 0; i < finders.size(); i++) {
            Finder other = finders.get(i);
            double larger = Math.max(corner.module, other.module);
            if (other != corner && larger <= MOST_SIZE_RATIO_OF_NEIGHBOURS * Math.min(corner.module, other.module)) {
                near.add(other);
            }
        }
        ranking.keepBest(near, NEIGHBOURS, other -> 1 / (1 + Math.hypot(other.x - corner.x, other.y - corner.y)));
    }

    private static void addIfCorner(Finder corner, Finder a, Finder b, List<Triple> triples) {
        double legA = FinderGeometry.distance(corner, a);
        double legB = FinderGeometry.distance(corner, b);
        double diagonal = FinderGeometry.distance(a, b);
        if (diagonal >= legA && diagonal >= legB) {
            addIfPossible(corner, a, b, legA, legB, diagonal, LEG_WEIGHT_OF_MANY, triples);
        }
    }

    private static boolean alike(Finder a, Finder b) {
        return Math.max(a.module, b.module) <= MOST_SIZE_RATIO * Math.min(a.module, b.module);
    }

    private void measure(List<Finder> finders, int count, GreyView view) {
        for (int i = 0; i < count; i++) {
            outline.find(view, finders.get(i));
        }
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                double distance = FinderGeometry.distance(finders.get(i), finders.get(j));
                distances[i * MOST_FINDERS + j] = distance;
                distances[j * MOST_FINDERS + i] = distance;
            }
        }
    }

    private void addIfPossible(List<Finder> finders, int i, int j, int k, List<Triple> triples) {
        double ij = distances[i * MOST_FINDERS + j];
        double jk = distances[j * MOST_FINDERS + k];
        double ik = distances[i * MOST_FINDERS + k];
        if (jk >= ij && jk >= ik) {
            addIfPossible(finders.get(i), finders.get(j), finders.get(k), ij, ik, jk, LEG_WEIGHT, triples);
        } else if (ik >= ij && ik >= jk) {
            addIfPossible(finders.get(j), finders.get(i), finders.get(k), ij, jk, ik, LEG_WEIGHT, triples);
        } else {
            addIfPossible(finders.get(k), finders.get(i), finders.get(j), ik, jk, ij, LEG_WEIGHT, triples);
        }
    }

    private static void addIfPossible(
            Finder corner,
            Finder a,
            Finder b,
            double legA,
            double legB,
            double diagonal,
            double legWeight,
            List<Triple> triples) {
        double smallest = Math.min(corner.module, Math.min(a.module, b.module));
        double largest = Math.max(corner.module, Math.max(a.module, b.module));
        double cosine = (legA * legA + legB * legB - diagonal * diagonal) / (2 * legA * legB);
        double legRatio = Math.max(legA, legB) / Math.min(legA, legB);
        double leg = (legA + legB) / 2;
        if (largest > MOST_SIZE_RATIO * smallest
                || !(Math.abs(cosine) <= MOST_COSINE)
                || legRatio > MOST_LEG_RATIO
                || leg < SHORTEST_LEG
                || leg > LONGEST_LEG) {
            return;
        }
        int hits = Math.min(6, Math.min(corner.hits, Math.min(a.hits, b.hits)));
        double score = Math.min(1, Math.min(corner.score, Math.min(a.score, b.score)));
        double cost = Math.abs(cosine)
                + 0.7 * (legRatio - 1)
                + 0.8 * (largest / smallest - 1)
                + legWeight * leg
                + SCORE_WEIGHT * (1 - score)
                - 0.08 * hits;
        Triple triple = Triple.of(corner, a, b, cost);
        if (triple.offAxis() <= MOST_OFF_AXIS) {
            triples.add(triple);
        }
    }
}
