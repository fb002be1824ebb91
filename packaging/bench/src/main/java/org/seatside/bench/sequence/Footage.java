package org.seatside.bench.sequence;

import org.seatside.qr.Luminance;

/// A video in which a code is shown once, at [#FRAMES_PER_SECOND].
public interface Footage {
    int FRAMES_PER_SECOND = 15;

    int frames();

    /// What the code says.
    String text();

    Luminance frame(int index);

    /// The first frame that shows the code and its quiet zone as a whole, however blurred.
    int shownSince();

    /// The first frame from there on in which it is sharp and rightly exposed too.
    int clearSince();
}
