package org.seatside.qr.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Merges the hits of neighbouring rows into candidates, by cells of 32 pixels: a linear search takes tens of
/// milliseconds on noise.
final class CandidateMap {
    private static final int CELL_BITS = 5;
    private static final int ENOUGH_HITS = 4;

    private final FinderPool pool;
    private @Nullable Finder[] cells = new @Nullable Finder[0];
    private int across;
    private int down;

    CandidateMap(FinderPool pool) {
        this.pool = pool;
    }

    void clear(double width, double height) {
        across = ((int) width >> CELL_BITS) + 1;
        down = ((int) height >> CELL_BITS) + 1;
        if (cells.length < across * down) {
            cells = new @Nullable Finder[across * down];
        }
        Arrays.fill(cells, 0, across * down, null);
    }

    /// Counts the hit where a candidate there was met by enough rows already, so that no further check is needed.
    boolean countIfKnown(double x, double y, double module) {
        double reach = 1.2 * module;
        for (int row = cell(y - reach, down); row <= cell(y + reach, down); row++) {
            for (int column = cell(x - reach, across); column <= cell(x + reach, across); column++) {
                for (Finder f = cells[row * across + column]; f != null; f = f.next) {
                    if (f.hits >= ENOUGH_HITS
                            && Math.abs(f.x - x) < 1.2 * f.module
                            && Math.abs(f.y - y) < 1.2 * f.module
                            && module < 1.6 * f.module
                            && f.module < 1.6 * module) {
                        f.hits++;
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Adds the hit to the candidate within two modules, or makes a new one.
    void add(double x, double y, double module, List<Finder> candidates) {
        double reach = 4 * module;
        for (int row = cell(y - reach, down); row <= cell(y + reach, down); row++) {
            for (int column = cell(x - reach, across); column <= cell(x + reach, across); column++) {
                for (Finder f = cells[row * across + column]; f != null; f = f.next) {
                    if (merge(f, x, y, module)) {
                        return;
                    }
                }
            }
        }
        Finder finder = pool.lend(x, y, module);
        candidates.add(finder);
        int at = cell(y, down) * across + cell(x, across);
        finder.next = cells[at];
        cells[at] = finder;
    }

    private static boolean merge(Finder f, double x, double y, double module) {
        if (module >= 2 * f.module || f.module >= 2 * module) {
            return false;
        }
        double radius = 2 * Math.max(f.module, module);
        double dx = f.x - x;
        double dy = f.y - y;
        if (dx * dx + dy * dy >= radius * radius) {
            return false;
        }
        int count = f.hits + 1;
        f.x += (x - f.x) / count;
        f.y += (y - f.y) / count;
        f.module += (module - f.module) / count;
        f.hits = count;
        return true;
    }

    private static int cell(double coordinate, int cells) {
        return Math.clamp((int) coordinate >> CELL_BITS, 0, cells - 1);
    }
}
