package org.seatside.qr;

import org.jspecify.annotations.Nullable;
import org.seatside.qr.engine.Hints;

/// The best that one frame showed of a code it did not say: what was located comes before what two finders hint
/// at, the larger before the smaller. One thread.
final class Sightings {
    /// Lines across a box along which its edges are measured.
    private static final int LINES = 24;

    /// Lines of less contrast cross no code.
    private static final int LEAST_CONTRAST = 24;

    /// By which a box may reach beyond the frame, in modules: a finder's centre is found only so well.
    private static final double TOLERANCE = 1;

    /// Hints' boxes hold the quiet zone too, and a little more.
    private static final double LOCATED_MARGIN = 0.12;

    private static final double HINTED_MARGIN_MODULES = 4.5;

    private Sight.@Nullable Unread best;
    private boolean bestLocated;

    void clear() {
        best = null;
        bestLocated = false;
    }

    Sight best() {
        return best == null ? Sight.NOTHING : best;
    }

    /// What was seen elsewhere counts where nothing was seen here.
    void add(Sight other) {
        if (best == null && other instanceof Sight.Unread unread) {
            best = unread;
        }
    }

    /// @param open the picture that gave the hints
    /// @param left where it lies in the frame, pixels of the frame
    /// @param top likewise
    /// @param scale pixels of the picture for one of the frame
    /// @param width of the frame
    /// @param height of the frame
    void add(Hints hints, Luminance open, double left, double top, double scale, double width, double height) {
        for (int i = 0; i < hints.size(); i++) {
            boolean located = hints.located(i);
            double module = hints.module(i) / scale;
            boolean better =
                    best == null || (located && !bestLocated) || (located == bestLocated && module > best.module());
            if (better) {
                best = unread(hints, i, open, left, top, scale, width, height);
                bestLocated = located;
            }
        }
    }

    private static Sight.Unread unread(
            Hints hints, int i, Luminance open, double left, double top, double scale, double width, double height) {
        double module = hints.module(i) / scale;
        double x0 = left + hints.left(i) / scale;
        double y0 = top + hints.top(i) / scale;
        double x1 = left + hints.right(i) / scale;
        double y1 = top + hints.bottom(i) / scale;
        double marginX = hints.located(i) ? LOCATED_MARGIN * (x1 - x0) : HINTED_MARGIN_MODULES * module;
        double marginY = hints.located(i) ? LOCATED_MARGIN * (y1 - y0) : HINTED_MARGIN_MODULES * module;
        double over = TOLERANCE * module;
        boolean whole = x0 + marginX >= -over
                && y0 + marginY >= -over
                && x1 - marginX <= width + over
                && y1 - marginY <= height + over;
        double edge = Math.max(edge(hints, i, open, true), edge(hints, i, open, false)) / scale;
        return new Sight.Unread((x0 + x1) / 2, (y0 + y1) / 2, module, edge, whole);
    }

    /// Contrast over the steepest slope, the mean of lines across the middle of the box.
    ///
    /// @param across whether lines run from left to right
    private static double edge(Hints hints, int i, Luminance open, boolean across) {
        int from = (int) Math.max(0, across ? hints.left(i) : hints.top(i));
        int to = (int) Math.min(across ? open.width() : open.height(), across ? hints.right(i) : hints.bottom(i));
        double first = Math.max(0, across ? hints.top(i) : hints.left(i));
        double last = Math.min(across ? open.height() : open.width(), across ? hints.bottom(i) : hints.right(i)) - 1;
        int step = across ? 1 : open.stride();
        int beside = across ? open.stride() : 1;
        double sum = 0;
        int count = 0;
        for (int line = 1; line <= LINES; line++) {
            int at = (int) (first + (last - first) * line / (LINES + 1.0));
            double edge = edge(open.pixels(), at * beside + from * step, step, to - from);
            if (edge > 0) {
                sum += edge;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// 0 where the line has too little contrast.
    private static double edge(byte[] pixels, int start, int step, int length) {
        int darkest = 255;
        int lightest = 0;
        int steepest = 0;
        int before = -1;
        for (int k = 0, at = start; k < length; k++, at += step) {
            int grey = pixels[at] & 0xff;
            darkest = Math.min(darkest, grey);
            lightest = Math.max(lightest, grey);
            if (before >= 0) {
                steepest = Math.max(steepest, Math.abs(grey - before));
            }
            before = grey;
        }
        int contrast = lightest - darkest;
        return contrast < LEAST_CONTRAST || steepest == 0 ? 0 : (double) contrast / steepest;
    }
}
