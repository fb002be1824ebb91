package org.seatside.bench.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Marks on a symbol: holes and stains clear of its finders, or what else was done to it.
///
/// @param share the worst block's wrong codewords over those it can correct: above 1 no decoder without
///     erasures reads it
record Damage(List<? extends Mark> marks, double share) {
    static final Damage NONE = new Damage(List.of(), 0);
    private static final int ATTEMPTS = 2_000;
    private static final double FINDER = 8;

    Damage {
        marks = List.copyOf(marks);
    }

    /// Something on or missing from the paper. Places are modules from the code's left and top.
    sealed interface Mark {
        boolean covers(double u, double v);

        /// What shows there: a share of light, or [Texture#NOTHING] where the paper is gone.
        double reflectance();

        /// Whether it goes on outside the code.
        boolean beyond();
    }

    /// A line of a pen.
    ///
    /// @param width modules
    record Stroke(double fromU, double fromV, double toU, double toV, double width, double reflectance)
            implements Mark {
        @Override
        public boolean covers(double u, double v) {
            double du = toU - fromU;
            double dv = toV - fromV;
            double along = Math.clamp(((u - fromU) * du + (v - fromV) * dv) / (du * du + dv * dv), 0, 1);
            double awayU = fromU + along * du - u;
            double awayV = fromV + along * dv - v;
            return awayU * awayU + awayV * awayV < width * width / 4;
        }

        @Override
        public boolean beyond() {
            return true;
        }
    }

    /// Everything on one side of an uneven line: a corner torn off, or a thumb.
    ///
    /// @param normalU direction to the side that is gone, of length 1 with `normalV`
    record Tear(double u, double v, double normalU, double normalV, double phase, double reflectance) implements Mark {
        private static final double JAGS = 0.35;

        @Override
        public boolean covers(double atU, double atV) {
            double along = (atV - v) * normalU - (atU - u) * normalV;
            double jag = JAGS * (StrictMath.sin(along * 1.7 + phase) + 0.5 * StrictMath.sin(along * 4.3 + 2 * phase));
            return (atU - u) * normalU + (atV - v) * normalV > jag;
        }

        @Override
        public boolean beyond() {
            return true;
        }
    }

    /// A picture printed over the code, on a light ground.
    record Patch(double u, double v, double side) implements Mark {
        private static final double RIM = 0.85;

        @Override
        public boolean covers(double atU, double atV) {
            return Math.max(Math.abs(atU - u), Math.abs(atV - v)) < side / 2;
        }

        @Override
        public double reflectance() {
            return Sheet.PAPER;
        }

        @Override
        public boolean beyond() {
            return false;
        }

        /// The picture within its rim.
        Blob picture() {
            return new Blob(u, v, RIM * side / 2, 0, false);
        }
    }

    /// A spot with an uneven edge.
    ///
    /// @param u centre, modules from the code's left
    /// @param radius modules
    /// @param light what is below: white (a scratch, correction fluid) or dark (ink, a hole before a dark
    ///     ground)
    record Blob(double u, double v, double radius, double phase, boolean light) implements Mark {
        private static final double WOBBLE = 0.15;

        Blob {
            if (radius <= 0) {
                throw new IllegalArgumentException("a spot needs a radius");
            }
        }

        @Override
        public double reflectance() {
            return light ? Sheet.PAPER : Sheet.INK;
        }

        @Override
        public boolean beyond() {
            return false;
        }

        @Override
        public boolean covers(double atU, double atV) {
            double du = atU - u;
            double dv = atV - v;
            double square = du * du + dv * dv;
            double inner = radius * (1 - WOBBLE);
            double outer = radius * (1 + WOBBLE);
            if (square <= inner * inner || square >= outer * outer) {
                return square <= inner * inner;
            }
            double edge = radius * (1 + WOBBLE * StrictMath.sin(3 * StrictMath.atan2(dv, du) + phase));
            return square < edge * edge;
        }
    }

    /// Damage whose share is the highest a block can have that is not above `wanted`.
    static Damage upTo(double wanted, Symbol symbol, SplittableRandom random) {
        CodewordMap map = new CodewordMap(symbol);
        double aim = Math.floor(wanted * map.correctable()) / map.correctable();
        List<Blob> blobs = new ArrayList<>();
        double share = 0;
        for (int attempt = 0; attempt < ATTEMPTS && share < aim; attempt++) {
            double largest = 2.6 - 2.0 * attempt / ATTEMPTS;
            Blob blob = draw(symbol.dimension(), random.nextDouble(0.5, largest), random);
            if (blob == null) {
                continue;
            }
            blobs.add(blob);
            double now = map.worstBlock(wrong(symbol, blobs));
            if (now > aim + 1e-9) {
                blobs.removeLast();
            } else {
                share = now;
            }
        }
        return new Damage(blobs, share);
    }

    /// Modules whose centre shows the wrong colour.
    static boolean[] wrong(Symbol symbol, List<? extends Mark> marks) {
        int dimension = symbol.dimension();
        boolean[] wrong = new boolean[dimension * dimension];
        for (int i = 0; i < wrong.length; i++) {
            int x = i % dimension;
            int y = i / dimension;
            boolean dark = symbol.dark(x, y);
            for (Mark mark : marks) {
                if (mark.covers(x + 0.5, y + 0.5)) {
                    dark = mark.reflectance() < (Sheet.PAPER + Sheet.INK) / 2;
                }
            }
            wrong[i] = dark != symbol.dark(x, y);
        }
        return wrong;
    }

    private static @Nullable Blob draw(int dimension, double radius, SplittableRandom random) {
        double u = random.nextDouble(0, dimension);
        double v = random.nextDouble(0, dimension);
        double reach = FINDER + 1.2 * radius;
        boolean nearTop = v < reach && (u < reach || u > dimension - reach);
        boolean nearBottom = v > dimension - reach && u < reach;
        double phase = random.nextDouble(0, 2 * Math.PI);
        boolean light = random.nextBoolean();
        return nearTop || nearBottom ? null : new Blob(u, v, radius, phase, light);
    }
}
