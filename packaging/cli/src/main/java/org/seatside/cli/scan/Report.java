package org.seatside.cli.scan;

/// Where the results of a scan go, image by image, then the totals.
interface Report {
    void image(Scanned scanned);

    void totals(Totals totals);
}
