package org.seatside.cli.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.seatside.qr.corpus.Label.Verdict;

/// Counts over many images.
final class Totals {
    private final List<Double> millis = new ArrayList<>();
    private int files;
    private int read;
    private int errors;
    private int expected;
    private int right;
    private int wrong;

    void add(Scanned scanned) {
        files++;
        if (scanned.failure().isPresent()) {
            errors++;
        } else {
            millis.add(scanned.millis());
        }
        if (!scanned.texts().isEmpty()) {
            read++;
        }
        if (scanned.labelled()) {
            expected++;
        }
        if (scanned.verdict() == Verdict.RIGHT) {
            right++;
        } else if (scanned.verdict() == Verdict.WRONG) {
            wrong++;
        }
    }

    int files() {
        return files;
    }

    int read() {
        return read;
    }

    int errors() {
        return errors;
    }

    int expected() {
        return expected;
    }

    int right() {
        return right;
    }

    int wrong() {
        return wrong;
    }

    /// The least time that `share` of the images stayed within (nearest rank), 0 without images.
    double millis(double share) {
        if (millis.isEmpty()) {
            return 0;
        }
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
