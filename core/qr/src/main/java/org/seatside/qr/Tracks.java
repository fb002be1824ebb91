package org.seatside.qr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.seatside.qr.Reading.Corner;
import org.seatside.qr.engine.Hints;

/// The few parts of the picture to look at first in the next frame, in pixels of the frame. Forgets what has
/// not been seen for a second. One thread.
final class Tracks {
    private static final int MOST = 3;
    private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final List<Track> tracks = new ArrayList<>();
    private final List<Track> spare = new ArrayList<>();

    int size() {
        return tracks.size();
    }

    Track get(int i) {
        return tracks.get(i);
    }

    /// @param left where the picture that gave the hints lies in the frame
    /// @param scale its pixels for one of the frame
    void add(Hints hints, double left, double top, double scale, long nanos) {
        for (int i = 0; i < hints.size(); i++) {
            see(
                    left + hints.left(i) / scale,
                    top + hints.top(i) / scale,
                    left + hints.right(i) / scale,
                    top + hints.bottom(i) / scale,
                    nanos);
        }
    }

    /// Where a code was read.
    void add(Reading reading, long nanos) {
        List<Corner> corners = reading.corners();
        if (corners.isEmpty()) {
            return;
        }
        double left = corners.getFirst().x();
        double top = corners.getFirst().y();
        double right = left;
        double bottom = top;
        for (Corner corner : corners) {
            left = Math.min(left, corner.x());
            top = Math.min(top, corner.y());
            right = Math.max(right, corner.x());
            bottom = Math.max(bottom, corner.y());
        }
        Track track = see(left, top, right, bottom, nanos);
        track.wasRead();
    }

    void dropOld(long nanos) {
        for (int i = tracks.size() - 1; i >= 0; i--) {
            if (nanos - tracks.get(i).seenNanos() > MEMORY_NANOS) {
                spare.add(tracks.remove(i));
            }
        }
    }

    /// Goes on with the track that holds the middle of the box; else begins one, in place of the oldest where
    /// there are enough.
    private Track see(double left, double top, double right, double bottom, long nanos) {
        Track oldest = null;
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (track.holds((left + right) / 2, (top + bottom) / 2)) {
                track.see(left, top, right, bottom, nanos);
                return track;
            }
            oldest = oldest == null || track.seenNanos() < oldest.seenNanos() ? track : oldest;
        }
        if (oldest == null || tracks.size() < MOST) {
            oldest = spare.isEmpty() ? new Track() : spare.removeLast();
            tracks.add(oldest);
        }
        oldest.begin(left, top, right, bottom, nanos);
        return oldest;
    }
}
