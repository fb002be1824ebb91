package org.seatside.qr.engine;

import org.jspecify.annotations.Nullable;

/// A place that may be a finder pattern, in pixels of the full-size picture, and what the stages learn of it.
/// Mutable and pooled, because a picture of noise has thousands.
final class Finder {
    static final double UNKNOWN = -1;

    double x;
    double y;

    /// Pixels a module.
    double module;

    /// Rows that met it, weighed by confidence in later stages.
    int hits;

    /// Share of the rays that cross it as a finder demands, or [#UNKNOWN].
    double score;

    /// Rays of the quick test times hits.
    int rank;

    /// Side of a module by the area the finder covers.
    double area;

    /// Angle of its axes, radians, modulo a quarter turn.
    double orientation;

    /// The outer corners x, y in order around it, once found.
    final double[] quad = new double[8];

    /// Whether a symbol that was read explains it.
    boolean taken;

    boolean quadTried;
    boolean hasQuad;

    /// The next in the same cell of a [CandidateMap].
    @Nullable
    Finder next;

    void set(double x, double y, double module) {
        this.x = x;
        this.y = y;
        this.module = module;
        hits = 1;
        score = UNKNOWN;
        rank = 0;
        area = module;
        orientation = 0;
        taken = false;
        quadTried = false;
        hasQuad = false;
        next = null;
    }

    /// Takes over what another pass learned of the same place.
    void learn(Finder other) {
        x = other.x;
        y = other.y;
        module = other.module;
        score = other.score;
        area = other.area;
        orientation = other.orientation;
        quadTried = other.quadTried;
        hasQuad = other.hasQuad;
        System.arraycopy(other.quad, 0, quad, 0, quad.length);
        hits = Math.max(hits, other.hits);
    }

    boolean isWithin(double distance, Finder other) {
        double dx = x - other.x;
        double dy = y - other.y;
        return dx * dx + dy * dy < distance * distance;
    }
}
