package org.seatside.cli.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What somebody asked of the demo.
///
/// @param frames images to show instead of the sample's own; null for those
/// @param shots folder for pictures of both windows; null for none
record DemoOptions(
        boolean headless, @Nullable Path frames, @Nullable Path shots) {}
