package org.seatside.qr.engine;

/// Three finders as the corners of a symbol. `cost` orders triples, the likeliest first.
record Triple(Finder topLeft, Finder topRight, Finder bottomLeft, double cost) {
    /// Orders the legs so that the picture is not mirrored.
    static Triple of(Finder corner, Finder a, Finder b, double cost) {
        double cross = (a.x - corner.x) * (b.y - corner.y) - (a.y - corner.y) * (b.x - corner.x);
        return cross > 0 ? new Triple(corner, a, b, cost) : new Triple(corner, b, a, cost);
    }

    boolean uses(Finder finder) {
        return topLeft == finder || topRight == finder || bottomLeft == finder;
    }

    /// Nearly the same for the same three places found on another copy of the picture.
    long key() {
        return (key(topLeft) * 31 + key(topRight)) * 31 + key(bottomLeft);
    }

    private static long key(Finder finder) {
        double cell = Math.max(2, finder.module * 0.6);
        long mixed = Math.round(finder.x / cell) * 0x9E3779B97F4A7C15L + Math.round(finder.y / cell);
        return (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    }

    /// How far the worst of the four directions between the corner and its neighbours lies off the finders' axes.
    double offAxis() {
        double toRight = Math.max(FinderGeometry.offAxis(topLeft, topRight), FinderGeometry.offAxis(topRight, topLeft));
        double toBottom =
                Math.max(FinderGeometry.offAxis(topLeft, bottomLeft), FinderGeometry.offAxis(bottomLeft, topLeft));
        return Math.max(toRight, toBottom);
    }
}
