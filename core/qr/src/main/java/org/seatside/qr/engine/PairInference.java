package org.seatside.qr.engine;

import java.util.List;

/// Two finders say where the third must be: beside them if the line between them runs along an axis of theirs, across
/// from it if it runs along a diagonal. A glare or a finger on one corner then does not lose the symbol.
final class PairInference {
    private static final int MOST_FINDERS = 8;
    private static final double MOST_SIZE_RATIO = 1.8;
    private static final double SHORTEST = 10;
    private static final double LONGEST = 180;
    private static final double MOST_TURN_OF_LEG = 0.45;
    private static final double LEAST_TURN_OF_DIAGONAL = 0.35;
    private static final double LEAST_CORRELATION = 0.3;
    private static final double PENALTY = 0.02;
    private static final double OUTSIDE = 5;
    private static final int MOST_RADIUS = 22;
    private static final int MOST_SIDE = 2 * (MOST_RADIUS + FinderTemplate.RADIUS) + 1;

    private final FinderPool pool;
    private final FinderTemplate template = new FinderTemplate();
    private final float[] lattice = new float[MOST_SIDE * MOST_SIDE];

    PairInference(FinderPool pool) {
        this.pool = pool;
    }

    /// Replaces what the list held.
    void infer(List<Finder> finders, GreyView view, List<Triple> triples, Deadline deadline) {
        triples.clear();
        int count = Math.min(finders.size(), MOST_FINDERS);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count && !deadline.passed(); j++) {
                inferFrom(finders.get(i), finders.get(j), view, triples, deadline);
            }
        }
    }

    private void inferFrom(Finder a, Finder b, GreyView view, List<Triple> triples, Deadline deadline) {
        double module = (a.module + b.module) / 2;
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double distance = Math.hypot(dx, dy);
        if (Math.max(a.module, b.module) > MOST_SIZE_RATIO * Math.min(a.module, b.module)
                || distance < SHORTEST * module
                || distance > LONGEST * module) {
            return;
        }
        double angle = Math.atan2(dy, dx);
        double turn = Math.abs(Math.IEEEremainder(angle - a.orientation, Math.PI / 2));
        if (turn < MOST_TURN_OF_LEG) {
            for (int side = -1; side <= 1; side += 2) {
                Finder besideA = third(a, distance, module, angle, a.x - side * dy, a.y + side * dx, view, deadline);
                add(a, b, besideA, module, view, triples);
                Finder besideB = third(a, distance, module, angle, b.x - side * dy, b.y + side * dx, view, deadline);
                add(b, a, besideB, module, view, triples);
            }
        }
        if (turn > LEAST_TURN_OF_DIAGONAL) {
            double mx = (a.x + b.x) / 2;
            double my = (a.y + b.y) / 2;
            for (int side = -1; side <= 1; side += 2) {
                double x = mx - side * dy / 2;
                double y = my + side * dx / 2;
                Finder corner = third(a, distance, module, a.orientation, x, y, view, deadline);
                add(corner, a, b, module, view, triples);
            }
        }
    }

    private static void add(Finder corner, Finder a, Finder b, double module, GreyView view, List<Triple> triples) {
        Triple triple = Triple.of(corner, a, b, triples.size());
        if (inside(corner, module, view) && inside(a, module, view) && inside(b, module, view)) {
            triples.add(triple);
        }
    }

    private static boolean inside(Finder finder, double module, GreyView view) {
        double margin = OUTSIDE * module;
        return finder.x >= -margin
                && finder.y >= -margin
                && finder.x <= view.width() + margin
                && finder.y <= view.height() + margin;
    }

    /// The best correlating place around the predicted one; where nothing correlates, the predicted one: timing and
    /// alignment patterns pull the grid in.
    private Finder third(
            Finder known,
            double distance,
            double module,
            double angle,
            double x,
            double y,
            GreyView view,
            Deadline deadline) {
        double ax = Math.cos(angle) * module;
        double ay = Math.sin(angle) * module;
        double radius = Math.max(3, 0.12 * distance / module);
        int steps = Math.min(MOST_RADIUS, (int) Math.ceil(radius));
        int stride = 2 * (steps + FinderTemplate.RADIUS) + 1;
        Finder finder = pool.lend(x, y, module);
        finder.score = LEAST_CORRELATION;
        finder.orientation = known.orientation;
        sampleLattice(x, y, ax, ay, steps + FinderTemplate.RADIUS, view);
        for (int j = -steps; j <= steps && !deadline.passed(); j++) {
            for (int i = -steps; i <= steps; i++) {
                double px = x + i * ax - j * ay;
                double py = y + i * ay + j * ax;
                if (px < 0 || py < 0 || px > view.width() || py > view.height()) {
                    continue;
                }
                int centre = (j + steps + FinderTemplate.RADIUS) * stride + i + steps + FinderTemplate.RADIUS;
                double penalty = PENALTY * Math.sqrt(i * i + j * j) / Math.max(1, radius / 4);
                double value = template.atLattice(lattice, centre, stride) - penalty;
                if (value > finder.score) {
                    finder.score = value;
                    finder.x = px;
                    finder.y = py;
                }
            }
        }
        return finder;
    }

    private void sampleLattice(double x, double y, double ax, double ay, int reach, GreyView view) {
        int n = 0;
        for (int j = -reach; j <= reach; j++) {
            for (int i = -reach; i <= reach; i++) {
                lattice[n++] = view.at(x + i * ax - j * ay, y + i * ay + j * ax);
            }
        }
    }
}
