package org.seatside.qr.engine;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two finders say where the third must be: beside them if the line between them runs along an axis of theirs,
/// across from it if it runs along a diagonal. A glare or a finger on one corner then does not lose the symbol.
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

    /// Above this what was found is a finder, and the predicted place is not tried besides.
    private static final double SURE_CORRELATION = 0.75;

    private static final double SAME_PLACE = 0.7;
    private static final double MOST_OFF_AXIS_OF_LEG = 0.35;
    private static final double LEAST_OFF_AXIS_OF_DIAGONAL = 0.4;
    private static final int MOST_RADIUS = 22;
    private static final int MOST_SIDE = 2 * (MOST_RADIUS + FinderTemplate.RADIUS) + 1;

    private static final Comparator<Triple> BY_COST = Comparator.comparingDouble(Triple::cost);

    private final FinderPool pool;
    private final PairHomography homography = new PairHomography();
    private final FinderTemplate template = new FinderTemplate();
    private final float[] lattice = new float[MOST_SIDE * MOST_SIDE];

    /// Where a finder is expected, how it is turned and how large its modules are there.
    private record Place(double x, double y, double angle, double module) {}

    PairInference(FinderPool pool) {
        this.pool = pool;
    }

    /// Replaces what the list held; the likeliest first.
    ///
    /// @param located threes of clear finders that a symbol lies under: two of them belong to no other
    /// @param outlined whether outlines say more than the orientation: not of round or blurred finders
    void infer(
            List<Finder> finders,
            List<Triple> located,
            GreyView view,
            boolean outlined,
            List<Triple> triples,
            Deadline deadline) {
        triples.clear();
        int count = Math.min(finders.size(), MOST_FINDERS);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count && !deadline.passed(); j++) {
                if (!together(finders.get(i), finders.get(j), located)) {
                    inferFrom(finders.get(i), finders.get(j), view, outlined, triples, deadline);
                }
            }
        }
        triples.sort(BY_COST);
    }

    private static boolean together(Finder a, Finder b, List<Triple> located) {
        for (int i = 0; i < located.size(); i++) {
            if (located.get(i).shows(a) && located.get(i).shows(b)) {
                return true;
            }
        }
        return false;
    }

    private void inferFrom(
            Finder a, Finder b, GreyView view, boolean outlined, List<Triple> triples, Deadline deadline) {
        double module = (a.module + b.module) / 2;
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double distance = FinderGeometry.distance(a, b);
        if (Math.max(a.module, b.module) > MOST_SIZE_RATIO * Math.min(a.module, b.module)
                || distance < SHORTEST
                || distance > LONGEST) {
            return;
        }
        if (outlined && a.hasQuad && b.hasQuad) {
            inferFromOutlines(a, b, distance, view, triples, deadline);
            return;
        }
        double angle = Math.atan2(dy, dx);
        double turn = Math.abs(Math.IEEEremainder(angle - a.orientation, Math.PI / 2));
        if (turn < MOST_TURN_OF_LEG) {
            for (int side = -1; side <= 1; side += 2) {
                Place beside = new Place(a.x - side * dy, a.y + side * dx, angle, module);
                addThird(a, a, b, beside, distance, view, triples, deadline);
                Place besideB = new Place(b.x - side * dy, b.y + side * dx, angle, module);
                addThird(b, b, a, besideB, distance, view, triples, deadline);
            }
        }
        if (turn > LEAST_TURN_OF_DIAGONAL) {
            for (int side = -1; side <= 1; side += 2) {
                double x = (a.x + b.x - side * dy) / 2;
                double y = (a.y + b.y + side * dx) / 2;
                Place corner = new Place(x, y, a.orientation, module);
                addThird(null, a, b, corner, distance, view, triples, deadline);
            }
        }
    }

    private void inferFromOutlines(
            Finder a, Finder b, double distance, GreyView view, List<Triple> triples, Deadline deadline) {
        double off = Math.max(FinderGeometry.offAxis(a, b), FinderGeometry.offAxis(b, a));
        if (off < MOST_OFF_AXIS_OF_LEG && homography.alongLeg(a, b, distance)) {
            for (int side = -1; side <= 1; side += 2) {
                Place below = place(3.5, 3.5 + side * distance);
                addThird(a, a, b, below, distance, view, triples, deadline);
                Place opposite = place(3.5 + distance, 3.5 + side * distance);
                addThird(b, b, a, opposite, distance, view, triples, deadline);
            }
        }
        double leg = distance / Math.sqrt(2);
        if (off > LEAST_OFF_AXIS_OF_DIAGONAL && homography.alongDiagonal(a, b, leg)) {
            addThird(null, a, b, place(3.5, 3.5), distance, view, triples, deadline);
            addThird(null, a, b, place(3.5 + leg, 3.5 + leg), distance, view, triples, deadline);
        }
    }

    private @Nullable Place place(double u, double v) {
        if (!homography.project(u + 1, v)) {
            return null;
        }
        double ux = homography.x();
        double uy = homography.y();
        if (!homography.project(u, v)) {
            return null;
        }
        double x = homography.x();
        double y = homography.y();
        return new Place(x, y, Math.atan2(uy - y, ux - x), Math.hypot(ux - x, uy - y));
    }

    /// Adds the place itself and, where something like a finder lies near it, that too.
    ///
    /// @param corner which of the known ones is at the corner, none where the third is
    private void addThird(
            @Nullable Finder corner,
            Finder a,
            Finder b,
            @Nullable Place place,
            double distance,
            GreyView view,
            List<Triple> triples,
            Deadline deadline) {
        if (place == null) {
            return;
        }
        Finder predicted = pool.lend(place.x(), place.y(), place.module());
        predicted.score = LEAST_CORRELATION;
        predicted.orientation = place.angle();
        predicted.quadTried = true;
        Finder found = third(place, distance, view, deadline);
        double module = (a.module + b.module) / 2;
        add(corner, a, b, found, module, view, triples);
        if (found.score < SURE_CORRELATION && !found.isWithin(SAME_PLACE * module, predicted)) {
            add(corner, a, b, predicted, module, view, triples);
        }
    }

    private static void add(
            @Nullable Finder corner,
            Finder a,
            Finder b,
            Finder third,
            double module,
            GreyView view,
            List<Triple> triples) {
        Triple triple =
                corner == null ? Triple.of(third, a, b, -third.score) : Triple.of(corner, b, third, -third.score);
        if (inside(a, module, view) && inside(b, module, view) && inside(third, module, view)) {
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

    /// The best correlating place around the predicted one; where nothing correlates, the predicted one: timing
    /// and alignment patterns pull the grid in.
    private Finder third(Place place, double distance, GreyView view, Deadline deadline) {
        double ax = Math.cos(place.angle()) * place.module();
        double ay = Math.sin(place.angle()) * place.module();
        double radius = Math.max(3, 0.12 * distance);
        int steps = Math.min(MOST_RADIUS, (int) Math.ceil(radius));
        int stride = 2 * (steps + FinderTemplate.RADIUS) + 1;
        Finder finder = pool.lend(place.x(), place.y(), place.module());
        finder.score = LEAST_CORRELATION;
        finder.orientation = place.angle();
        sampleLattice(place.x(), place.y(), ax, ay, steps + FinderTemplate.RADIUS, view);
        for (int j = -steps; j <= steps && !deadline.passed(); j++) {
            for (int i = -steps; i <= steps; i++) {
                double px = place.x() + i * ax - j * ay;
                double py = place.y() + i * ay + j * ax;
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
        // What is left of a damaged one has no outline to rely on.
        finder.quadTried = finder.score < SURE_CORRELATION;
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
