package org.seatside.replication;

import java.io.IOException;
import java.nio.file.Path;

/// The log on disk is not what was written. The node does not start: going on would forget what it acknowledged.
public final class DamagedLogException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedLogException(String message) {
        super(message);
    }

    DamagedLogException(Path file, long offset, String how) {
        super("The log is damaged in " + file + " at byte " + offset + ": " + how
                + ". Nothing was changed. Restore this node's folder from a backup, or, where other nodes keep the log"
                + " too, move the folder away and start: they bring the node up to date");
    }
}
