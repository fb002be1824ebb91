package org.seatside.service.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a node's view lives on its disk.
public interface ViewHome {
    /// Opens the view if it was closed cleanly; empty where it is missing, damaged or was left by a crash: its
    /// files cannot be trusted then and are thrown away.
    Optional<View> openClean() throws IOException;

    /// Throws away what is there and opens the state of a snapshot.
    ///
    /// @throws IOException where the snapshot is damaged or of an unknown version
    View openSnapshot(Path snapshot) throws IOException;

    /// Throws away what is there and opens an empty state at [LogPosition#START].
    View openEmpty() throws IOException;
}
