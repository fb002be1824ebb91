package org.seatside.bench.generate;

import org.seatside.bench.generate.Damage.Blob;

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

    /// @param quiet width of the quiet zone, modules; 4 is the least allowed (ISO/IEC 18004, 5.3)
    /// @param margin of blank or printed paper around the quiet zone, modules
    /// @param busy whether the margin is printed up to the quiet zone
    record Look(
            Shape shape, double size, double quiet, double margin, boolean busy, boolean inverted, boolean mirrored) {
        static final Look PLAIN = new Look(Shape.SQUARE, 1, 4, 2, false, false, false);

        Look drawn(Shape newShape, double newSize) {
            return new Look(newShape, newSize, quiet, margin, busy, inverted, mirrored);
        }

        Look framed(double newQuiet, double newMargin, boolean newBusy) {
            return new Look(shape, size, newQuiet, newMargin, newBusy, inverted, mirrored);
        }

        Look reversed(boolean newInverted, boolean newMirrored) {
            return new Look(shape, size, quiet, margin, busy, newInverted, newMirrored);
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
        boolean dark = far <= half
                ? inCode(half + (look.mirrored() ? -u : u), half + v)
                : look.busy() && far > quietReach() && Prints.text(u * 1.3 + 500, v * 1.3 + 500);
        return dark != look.inverted() ? INK : PAPER;
    }

    private boolean inCode(double u, double v) {
        boolean dark = inModule(u, v);
        for (Blob blob : damage.blobs()) {
            if (blob.covers(u, v)) {
                dark = !blob.light();
            }
        }
        return dark;
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
