package org.seatside.bench.generate;

import org.seatside.bench.generate.Damage.Mark;

/// A sheet, card or screen with one code: modules, quiet zone, margin and what is printed around.
///
/// Its unit is the module, its origin the middle of the code.
final class Sheet implements Texture {
    static final double PAPER = 0.85;
    static final double INK = 0.05;

    private final Symbol symbol;
    private final Look look;
    private final Damage damage;
    private final double half;

    /// How modules are drawn.
    enum Shape {
        SQUARE,
        /// Circles of `size` module diameters; finders and alignment patterns stay whole.
        DOTS,
        /// Squares whose free corners are rounded off by `size` half modules.
        ROUNDED
    }

    /// What ink and paper send back, and by how much either varies from place to place.
    record Inks(double ink, double paper, double pattern) {
        static final Inks BLACK = new Inks(INK, PAPER, 0);
    }

    /// @param quiet width of the quiet zone, modules; 4 is the least allowed (ISO/IEC 18004, 5.3)
    /// @param margin of blank or printed paper around the quiet zone, modules
    /// @param busy whether the margin is printed up to the quiet zone
    /// @param ground what the margin sends back
    record Look(
            Shape shape,
            double size,
            double quiet,
            double margin,
            boolean busy,
            boolean inverted,
            boolean mirrored,
            Inks inks,
            double ground) {
        static final Look PLAIN = new Look(Shape.SQUARE, 1, 4, 2, false, false, false, Inks.BLACK, PAPER);

        Look drawn(Shape newShape, double newSize) {
            return new Look(newShape, newSize, quiet, margin, busy, inverted, mirrored, inks, ground);
        }

        Look framed(double newQuiet, double newMargin, boolean newBusy) {
            return new Look(shape, size, newQuiet, newMargin, newBusy, inverted, mirrored, inks, ground);
        }

        Look reversed(boolean newInverted, boolean newMirrored) {
            return new Look(shape, size, quiet, margin, busy, newInverted, newMirrored, inks, ground);
        }

        Look inked(Inks newInks) {
            return new Look(shape, size, quiet, margin, busy, inverted, mirrored, newInks, newInks.paper());
        }

        Look grounded(double newGround) {
            return new Look(shape, size, quiet, margin, busy, inverted, mirrored, inks, newGround);
        }
    }

    Sheet(Symbol symbol, Look look, Damage damage) {
        this.symbol = symbol;
        this.look = look;
        this.damage = damage;
        half = symbol.dimension() / 2.0;
    }

    Symbol symbol() {
        return symbol;
    }

    /// From the middle to the edge of the sheet, modules.
    double reach() {
        return half + look.quiet() + look.margin();
    }

    /// From the middle to the edge of the quiet zone, modules.
    double quietReach() {
        return half + look.quiet();
    }

    boolean mirrored() {
        return look.mirrored();
    }

    @Override
    public double reflectance(double u, double v) {
        double far = Math.max(Math.abs(u), Math.abs(v));
        if (far > reach()) {
            return NOTHING;
        }
        double inU = half + (look.mirrored() ? -u : u);
        double inV = half + v;
        double printed = printed(u, v, far, inU, inV);
        for (Mark mark : damage.marks()) {
            if ((far <= half || mark.beyond()) && mark.covers(inU, inV)) {
                printed = mark.reflectance();
            }
        }
        return printed;
    }

    private double printed(double u, double v, double far, double inU, double inV) {
        boolean margin = far > quietReach();
        boolean dark =
                far <= half ? inModule(inU, inV) : look.busy() && margin && Prints.text(u * 1.3 + 500, v * 1.3 + 500);
        Inks inks = look.inks();
        if (dark != look.inverted()) {
            return inks.ink() + inks.pattern() * Prints.waves(u, v);
        }
        return (margin ? look.ground() : inks.paper()) + inks.pattern() * Prints.waves(v + 40, u);
    }

    private boolean inModule(double u, double v) {
        int dimension = symbol.dimension();
        int x = Math.clamp((int) u, 0, dimension - 1);
        int y = Math.clamp((int) v, 0, dimension - 1);
        if (!symbol.dark(x, y)) {
            return false;
        }
        double du = u - x - 0.5;
        double dv = v - y - 0.5;
        return switch (look.shape()) {
            case SQUARE -> true;
            case DOTS -> inFinder(x, y) || du * du + dv * dv < look.size() * look.size() / 4;
            case ROUNDED -> inRounded(x, y, du, dv);
        };
    }

    private boolean inFinder(int x, int y) {
        int last = symbol.dimension() - 7;
        return (x < 7 && y < 7) || (x >= last && y < 7) || (x < 7 && y >= last);
    }

    private boolean inRounded(int x, int y, double du, double dv) {
        double radius = look.size() / 2;
        double overU = Math.abs(du) - (0.5 - radius);
        double overV = Math.abs(dv) - (0.5 - radius);
        if (overU <= 0 || overV <= 0 || overU * overU + overV * overV <= radius * radius) {
            return true;
        }
        return darkAt(x + (du > 0 ? 1 : -1), y) || darkAt(x, y + (dv > 0 ? 1 : -1));
    }

    private boolean darkAt(int x, int y) {
        int dimension = symbol.dimension();
        return x >= 0 && y >= 0 && x < dimension && y < dimension && symbol.dark(x, y);
    }
}
