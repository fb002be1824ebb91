package org.seatside.kiosk.broken.b;

import org.jspecify.annotations.Nullable;
import org.seatside.kiosk.broken.a.First;

/// The other half of a cycle.
public record Second(@Nullable First first) {}
