package org.seatside.admin.administration;

import java.io.IOException;
import java.nio.file.Path;

/// Looks whether an exported audit trail is whole, on this computer and without the node. Off the JavaFX
/// thread.
@FunctionalInterface
public interface TrailVerifier {
    /// @param trail as the node exported it
    /// @throws IOException where the file cannot be read or is no trail
    Finding verify(Path trail) throws IOException;

    /// What it came to.
    sealed interface Finding {
        /// Every entry follows from the one before, and every signed checkpoint agrees.
        ///
        /// @param first number of the first entry there is
        /// @param last number of the last; 0 for an empty trail
        /// @param sealed number of the last entry that a signed checkpoint stands for
        record Whole(long first, long last, long sealed) implements Finding {}

        /// @param fault what was done to it
        /// @param from number of the first entry that cannot be trusted
        /// @param to number of the last one of which that is known
        record Broken(Fault fault, long from, long to) implements Finding {}
    }

    /// What was done to a trail.
    enum Fault {
        CHANGED,
        NOT_FOLLOWING,
        REMOVED,
        MOVED,
        REPEATED,
        CUT,
        REWRITTEN,
        CHECKPOINT_FORGED
    }
}
