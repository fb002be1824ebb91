package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A list of hypotheses that keeps its objects from use to use.
final class HypothesisList {
    private static final Comparator<Hypothesis> BY_QUICK = Comparator.comparingDouble(h -> -h.quick);
    private static final Comparator<Hypothesis> BY_FITNESS = Comparator.comparingDouble(h -> -h.fitness);

    private final List<Hypothesis> used = new ArrayList<>();
    private final List<Hypothesis> spare = new ArrayList<>();

    void clear() {
        spare.addAll(used);
        used.clear();
    }

    Hypothesis add() {
        Hypothesis hypothesis = spare.isEmpty() ? new Hypothesis() : spare.removeLast();
        used.add(hypothesis);
        return hypothesis;
    }

    void removeLast() {
        spare.add(used.removeLast());
    }

    int size() {
        return used.size();
    }

    Hypothesis get(int i) {
        return used.get(i);
    }

    boolean holds(int version) {
        for (int i = 0; i < used.size(); i++) {
            if (used.get(i).version.number() == version) {
                return true;
            }
        }
        return false;
    }

    /// Whether none before it is of the same version.
    boolean isFirstOfItsVersion(int i) {
        for (int j = 0; j < i; j++) {
            if (used.get(j).version == used.get(i).version) {
                return false;
            }
        }
        return true;
    }

    void sortByQuick() {
        used.sort(BY_QUICK);
    }

    void sortByFitness() {
        used.sort(BY_FITNESS);
    }
}
