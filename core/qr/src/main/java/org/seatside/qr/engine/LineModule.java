package org.seatside.qr.engine;

/// The module of a finder measured along the line to another one: half its width on either side of the centre.
final class LineModule {
    private static final double SIDE = 3.5;

    private double low;
    private double high;

    double module(GreyView view, Finder from, Finder to) {
        double distance = Math.hypot(to.x - from.x, to.y - from.y);
        double dx = (to.x - from.x) / distance;
        double dy = (to.y - from.y) / distance;
        double ahead = edge(view, from, dx, dy);
        double behind = edge(view, from, -dx, -dy);
        if (ahead > 0 && behind > 0 && ahead < 2 * behind && behind < 2 * ahead) {
            return (ahead + behind) / (2 * SIDE);
        }
        return ahead > 0 ? ahead / SIDE : from.module;
    }

    /// Pixels to the outer edge, or 0.
    private double edge(GreyView view, Finder finder, double dx, double dy) {
        range(view, finder, dx, dy);
        double middle = (low + high) / 2;
        int found = 0;
        double step = finder.module * 0.08;
        for (double r = finder.module * 0.4; r < finder.module * 8; r += step) {
            boolean light = view.at(finder.x + dx * r, finder.y + dy * r) > middle;
            if (light == (found != 1)) {
                found++;
                if (found == 3) {
                    return r;
                }
            }
        }
        return 0;
    }

    private void range(GreyView view, Finder finder, double dx, double dy) {
        low = 255;
        high = 0;
        for (double r = 0; r < finder.module * 4; r += finder.module * 0.25) {
            float value = view.at(finder.x + dx * r, finder.y + dy * r);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }
}
