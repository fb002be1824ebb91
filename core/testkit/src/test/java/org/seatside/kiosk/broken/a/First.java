package org.seatside.kiosk.broken.a;

import org.seatside.kiosk.broken.b.Second;

/// One half of a cycle.
public record First(Second second) {}
