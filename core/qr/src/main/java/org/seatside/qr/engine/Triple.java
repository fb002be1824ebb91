package org.seatside.qr.engine;

/// Three finders as the corners of a symbol. `cost` orders triples, the likeliest first.
record Triple(Finder topLeft, Finder topRight, Finder bottomLeft, double cost) {
    /// Orders the legs so that the picture is not mirrored.
    static Triple of(Finder corner, Finder a, Finder b, double cost) {
        double cross = (a.x - corner.x) * (b.y - corner.y) - (a.y - corner.y) * (b.x - corner.x);
        return cross > 0 ? new Triple(corner, a, b, cost) : new Triple(corner, b, a, cost);
    }

    /// Whether a symbol that was read explains one of its finders.
    boolean taken() {
        return topLeft.taken || topRight.taken || bottomLeft.taken;
    }

    boolean uses(Finder finder) {
        return topLeft == finder || topRight == finder || bottomLeft == finder;
    }

    /// The same of a finder that another pass found.
    boolean shows(Finder finder) {
        return shows(topLeft, finder) || shows(topRight, finder) || shows(bottomLeft, finder);
    }

    private static boolean shows(Finder corner, Finder finder) {
        return corner.isWithin(corner.module, finder);
    }

    /// How far the worst of the four directions between the corner and its neighbours lies off the finders'
    /// axes.
    double offAxis() {
        double toRight = Math.max(FinderGeometry.offAxis(topLeft, topRight), FinderGeometry.offAxis(topRight, topLeft));
        double toBottom =
                Math.max(FinderGeometry.offAxis(topLeft, bottomLeft), FinderGeometry.offAxis(bottomLeft, topLeft));
        return Math.max(toRight, toBottom);
    }
}
