package org.seatside.qr;

import java.util.List;

/// One way of finding and reading codes in a grey picture without gaps between its rows. Nothing found is the normal
/// case and gives an empty list. A stage may keep buffers between calls, so one instance serves one thread.
interface Stage {
    /// Short and stable: it is what [Reading#stage] and the benchmarks show.
    String name();

    List<Reading> read(Luminance picture);

    /// About what a pixel of a picture full of detail costs: what would end after the deadline does not begin.
    default double nanosPerPixel() {
        return 0;
    }
}
