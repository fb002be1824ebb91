package org.seatside.service.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a node's view lives on its disk.
public interface ViewHome {
    /// Opens the view if it was closed cleanly; empty where it is missing, damaged or was left by a crash: what its
    /// files show then cannot be trusted.
    Optional<View> openClean() throws IOException;

    /// Opens the state that the view kept last, after it was left by a crash; empty where it kept none or its
    /// files are damaged.
    Optional<View> openKept() throws IOException;

    /// Throws away what is there and opens the state of a snapshot.
    ///
    /// @throws IOException where the snapshot is damaged or of an unknown version
    View openSnapshot(Path snapshot) throws IOException;

    /// Throws away what is there and opens an empty state at [LogPosition#START].
    View openEmpty() throws IOException;
}
