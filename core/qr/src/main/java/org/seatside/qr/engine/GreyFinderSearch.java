package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Looks for finders on grey values alone, for blur in which no binary image shows them: where the mean of 3x3 modules
/// is darker than the ring of 5x5 around it, at every scale, then the finder template turned and scaled until it fits.
final class GreyFinderSearch {
    private static final double SMALLEST = 1.2;
    private static final double LARGEST = 7;
    private static final double SCALE_STEP = 1.3;
    private static final float LEAST_CONTRAST = 7;
    private static final int MOST_PEAKS = 300;
    private static final int TURNS = 6;
    private static final double[] SCALES = {0.92, 1.1};
    private static final double LEAST_START = 0.45;
    private static final double LEAST_CORRELATION = 0.68;
    private static final double[] CLIMB_STEPS = {0.5, 0.25, 0.15};
    private static final int MOST_FINDERS = 25;

    private final FinderPool pool;
    private final Ranking ranking = new Ranking();
    private final FinderTemplate template = new FinderTemplate();
    private final List<Finder> peaks = new ArrayList<>();
    private int[] integral = new int[0];
    private float[] contrast = new float[0];

    GreyFinderSearch(FinderPool pool) {
        this.pool = pool;
    }

    /// @param grey the plane that `view` shows
    /// @param scale pixels of the full-size picture for one of this plane
    /// @param finders where what was found is added, in pixels of the full-size picture, the best first
    void search(
            byte[] grey, int width, int height, GreyView view, double scale, List<Finder> finders, Deadline deadline) {
        integrate(grey, width, height);
        peaks.clear();
        for (double module = SMALLEST; module <= LARGEST && !deadline.passed(); module *= SCALE_STEP) {
            collectPeaks(width, height, module, deadline);
        }
        ranking.keepBest(peaks, MOST_PEAKS, finder -> finder.score);
        int kept = 0;
        for (int i = 0; i < peaks.size() && !deadline.passed(); i++) {
            Finder peak = peaks.get(i);
            if (fit(peak, view)) {
                peaks.set(kept++, peak);
            }
        }
        Ranking.shorten(peaks, kept);
        ranking.keepBest(peaks, peaks.size(), finder -> finder.score);
        for (int i = 0; i < peaks.size() && finders.size() < MOST_FINDERS; i++) {
            addUnlessNear(peaks.get(i), scale, finders);
        }
    }

    private void integrate(byte[] grey, int width, int height) {
        int stride = width + 1;
        integral = Planes.grown(integral, stride * (height + 1));
        Arrays.fill(integral, 0, stride, 0);
        for (int y = 0; y < height; y++) {
            int sum = 0;
            int row = (y + 1) * stride;
            integral[row] = 0;
            for (int x = 0; x < width; x++) {
                sum += grey[y * width + x] & 255;
                integral[row + x + 1] = integral[row - stride + x + 1] + sum;
            }
        }
    }

    /// Local maxima of the contrast between core and ring, on a lattice of about half a module.
    private void collectPeaks(int width, int height, double module, Deadline deadline) {
        int core = (int) Math.max(1, Math.round(1.25 * module));
        int ring = (int) Math.max(core + 1, Math.round(2.3 * module));
        int step = Math.max(1, (int) (module * 0.6));
        int across = (width - 2 * ring - 2) / step;
        int down = (height - 2 * ring - 2) / step;
        if (across < 3 || down < 3) {
            return;
        }
        if (contrast.length < across * down) {
            contrast = new float[across * down];
        }
        for (int j = 0; j < down; j++) {
            if ((j & 15) == 0 && deadline.passed()) {
                return;
            }
            contrastRow(j * across, across, ring + 1 + j * step, step, core, ring, width + 1);
        }
        for (int j = 1; j < down - 1; j++) {
            for (int i = 1; i < across - 1; i++) {
                float value = contrast[j * across + i];
                if (value >= LEAST_CONTRAST && isPeak(j * across + i, across)) {
                    Finder peak = pool.lend(ring + 1 + i * step + 0.5, ring + 1 + j * step + 0.5, module);
                    peak.score = value;
                    peaks.add(peak);
                }
            }
        }
    }

    private void contrastRow(int at, int across, int y, int step, int core, int ring, int stride) {
        double coreArea = (2 * core + 1) * (2 * core + 1);
        double ringArea = (2 * ring + 1) * (2 * ring + 1) - coreArea;
        for (int i = 0; i < across; i++) {
            int x = ring + 1 + i * step;
            int inner = box(x, y, core, stride);
            int outer = box(x, y, ring, stride);
            contrast[at + i] = (float) ((outer - inner) / ringArea - inner / coreArea);
        }
    }

    private int box(int x, int y, int radius, int stride) {
        int top = (y - radius) * stride;
        int bottom = (y + radius + 1) * stride;
        int left = x - radius;
        int right = x + radius + 1;
        return integral[bottom + right] - integral[top + right] - integral[bottom + left] + integral[top + left];
    }

    private boolean isPeak(int at, int across) {
        float value = contrast[at];
        for (int j = -across; j <= across; j += across) {
            for (int i = -1; i <= 1; i++) {
                if (contrast[at + j + i] > value) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Turns, scales and moves the template until it fits best; false where it does not fit well.
    private boolean fit(Finder peak, GreyView view) {
        double best = 0;
        double module = peak.module;
        double angle = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            for (double scale : SCALES) {
                double value = at(view, peak.x, peak.y, peak.module * scale, turn * Math.PI / 2 / TURNS);
                if (value > best) {
                    best = value;
                    module = peak.module * scale;
                    angle = turn * Math.PI / 2 / TURNS;
                }
            }
        }
        if (best < LEAST_START) {
            return false;
        }
        peak.module = module;
        peak.area = module;
        peak.orientation = angle;
        peak.score = best;
        for (double step : CLIMB_STEPS) {
            climb(peak, view, step * peak.module);
        }
        return peak.score > LEAST_CORRELATION;
    }

    private void climb(Finder peak, GreyView view, double step) {
        for (int move = 0; move < 8; move++) {
            double sign = (move & 1) == 0 ? 1 : -1;
            double x = peak.x + (move >> 1 == 0 ? sign * step : 0);
            double y = peak.y + (move >> 1 == 1 ? sign * step : 0);
            double module = peak.module * (move >> 1 == 2 ? 1 + sign * 0.07 : 1);
            double angle = peak.orientation + (move >> 1 == 3 ? sign * 0.09 : 0);
            double value = at(view, x, y, module, angle);
            if (value > peak.score) {
                peak.score = value;
                peak.x = x;
                peak.y = y;
                peak.module = module;
                peak.orientation = angle;
            }
        }
    }

    private double at(GreyView view, double x, double y, double module, double angle) {
        double ax = Math.cos(angle) * module;
        double ay = Math.sin(angle) * module;
        return template.at(view, x, y, ax, ay, -ay, ax);
    }

    private static void addUnlessNear(Finder peak, double scale, List<Finder> finders) {
        peak.x *= scale;
        peak.y *= scale;
        peak.module *= scale;
        peak.area = peak.module;
        peak.hits = (int) (6 * peak.score);
        for (int i = 0; i < finders.size(); i++) {
            Finder other = finders.get(i);
            if (peak.isWithin(3 * Math.max(peak.module, other.module), other)) {
                return;
            }
        }
        finders.add(peak);
    }
}
