package org.seatside.qr.engine;

import java.util.List;

/// Boxes of a picture that deserve a closer look, the best first: where a symbol was located and not read, and
/// where two finders stand to each other as those of a symbol do. At most [#MOST]; kept from picture to
/// picture.
public final class Hints {
    public static final int MOST = 3;

    private static final double LEAST_SCORE = 0.7;
    private static final double MOST_SIZE_RATIO = 1.6;
    private static final double SHORTEST = 10;
    private static final double LONGEST = 180;
    private static final double MOST_TURN = 0.25;
    private static final int MOST_FINDERS = 12;

    /// From a finder's centre to beyond the quiet zone, modules.
    private static final double MARGIN = 8;

    /// Around what was located, a share of half its diagonal.
    private static final double LOCATED_MARGIN = 4;

    private final double[] boxes = new double[4 * MOST];
    private final boolean[] located = new boolean[MOST];
    private final double[] modules = new double[MOST];
    private int size;

    public int size() {
        return size;
    }

    public double left(int i) {
        return boxes[4 * i];
    }

    public double top(int i) {
        return boxes[4 * i + 1];
    }

    public double right(int i) {
        return boxes[4 * i + 2];
    }

    public double bottom(int i) {
        return boxes[4 * i + 3];
    }

    /// Whether a symbol was located there, not only hinted at.
    public boolean located(int i) {
        return located[i];
    }

    /// Pixels a module.
    public double module(int i) {
        return modules[i];
    }

    /// Takes over the boxes of another.
    public void set(Hints other) {
        System.arraycopy(other.boxes, 0, boxes, 0, boxes.length);
        System.arraycopy(other.located, 0, located, 0, MOST);
        System.arraycopy(other.modules, 0, modules, 0, MOST);
        size = other.size;
    }

    public void clear() {
        size = 0;
    }

    void collect(UnreadSymbols unread, List<Finder> seen, List<Finder> greySeen) {
        size = 0;
        for (int i = 0; i < unread.size(); i++) {
            double[] c = unread.get(i).corners;
            double margin = unread.get(i).reach() / LOCATED_MARGIN;
            double module =
                    unread.get(i).reach() * Math.sqrt(2) / unread.get(i).version.dimension();
            add(
                    Math.min(Math.min(c[0], c[2]), Math.min(c[4], c[6])) - margin,
                    Math.min(Math.min(c[1], c[3]), Math.min(c[5], c[7])) - margin,
                    Math.max(Math.max(c[0], c[2]), Math.max(c[4], c[6])) + margin,
                    Math.max(Math.max(c[1], c[3]), Math.max(c[5], c[7])) + margin,
                    module,
                    true);
        }
        collectPairs(seen);
        collectPairs(greySeen);
    }

    private void collectPairs(List<Finder> finders) {
        int count = Math.min(finders.size(), MOST_FINDERS);
        for (int i = 0; i < count && size < MOST; i++) {
            for (int j = i + 1; j < count && size < MOST; j++) {
                collectPair(finders.get(i), finders.get(j));
            }
        }
    }

    private void collectPair(Finder a, Finder b) {
        double module = (a.module + b.module) / 2;
        double distance = Math.hypot(b.x - a.x, b.y - a.y);
        if (Math.min(a.score, b.score) < LEAST_SCORE
                || Math.max(a.module, b.module) > MOST_SIZE_RATIO * Math.min(a.module, b.module)
                || distance < SHORTEST * module
                || distance > LONGEST * module) {
            return;
        }
        double angle = Math.atan2(b.y - a.y, b.x - a.x);
        double turnA = Math.abs(Math.IEEEremainder(angle - a.orientation, Math.PI / 2));
        double turnB = Math.abs(Math.IEEEremainder(angle - b.orientation, Math.PI / 2));
        double margin = MARGIN * module;
        double reach;
        if (Math.max(turnA, turnB) < MOST_TURN) {
            reach = distance + margin; // a leg: the symbol lies on one side of it
        } else if (Math.min(turnA, turnB) > Math.PI / 4 - MOST_TURN) {
            reach = distance / 2 + margin; // the diagonal: it lies around it
        } else {
            return;
        }
        double across = Math.abs(Math.sin(angle));
        double along = Math.abs(Math.cos(angle));
        double reachX = Math.max(distance / 2 * along + margin, reach * Math.max(across, 0.71 * along));
        double reachY = Math.max(distance / 2 * across + margin, reach * Math.max(along, 0.71 * across));
        double x = (a.x + b.x) / 2;
        double y = (a.y + b.y) / 2;
        add(x - reachX, y - reachY, x + reachX, y + reachY, module, false);
    }

    private void add(double left, double top, double right, double bottom, double module, boolean isLocated) {
        double x = (left + right) / 2;
        double y = (top + bottom) / 2;
        for (int i = 0; i < size; i++) {
            if (x > left(i) && x < right(i) && y > top(i) && y < bottom(i)) {
                return;
            }
        }
        if (size < MOST) {
            boxes[4 * size] = left;
            boxes[4 * size + 1] = top;
            boxes[4 * size + 2] = right;
            boxes[4 * size + 3] = bottom;
            modules[size] = module;
            located[size++] = isLocated;
        }
    }
}
