package org.seatside.bench.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Holes and stains on a symbol, clear of its finders.
///
/// @param share the worst block's wrong codewords over those it can correct: above 1 no decoder without
///     erasures reads it
record Damage(List<Blob> blobs, double share) {
    static final Damage NONE = new Damage(List.of(), 0);
    private static final int ATTEMPTS = 2_000;
    private static final double FINDER = 8;

    /// A spot with an uneven edge.
    ///
    /// @param u centre, modules from the code's left
    /// @param radius modules
    /// @param light what is below: white (a scratch, correction fluid) or dark (ink, a hole before a dark
    ///     ground)
    record Blob(double u, double v, double radius, double phase, boolean light) {
        private static final double WOBBLE = 0.15;

        Blob {
            if (radius <= 0) {
                throw new IllegalArgumentException("a spot needs a radius");
            }
        }

        boolean covers(double atU, double atV) {
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
        return new Damage(List.copyOf(blobs), share);
    }

    /// Modules whose centre shows the wrong colour.
    static boolean[] wrong(Symbol symbol, List<Blob> blobs) {
        int dimension = symbol.dimension();
        boolean[] wrong = new boolean[dimension * dimension];
        for (int i = 0; i < wrong.length; i++) {
            int x = i % dimension;
            int y = i / dimension;
            boolean dark = symbol.dark(x, y);
            for (Blob blob : blobs) {
                if (blob.covers(x + 0.5, y + 0.5)) {
                    dark = !blob.light();
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
