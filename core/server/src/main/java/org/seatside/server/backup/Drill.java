package org.seatside.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.seatside.replication.RaftCommandLog;
import org.seatside.replication.RaftConfig;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.storage.H2ViewHome;

/// Finds out whether a backup is one: restores it beside, lets log and view come up from it, and compares the
/// state row for row, by its hash, with what the node had when it made the backup.
public final class Drill {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private Drill() {}

    /// @param into an empty folder, which the restored node is left in
    /// @return what the backup says of itself
    /// @throws IOException where it cannot be restored, or what comes up is not what was backed up
    public static Backup.Manifest run(Path backup, Path passphraseFile, Path into) throws IOException {
        Backup.Manifest manifest = Backup.restore(backup, passphraseFile, into);
        try (H2ViewHome home = new H2ViewHome(into.resolve("view"), new AttendanceStateMachine());
                RaftCommandLog log = RaftCommandLog.start(RaftConfig.alone(into.resolve("log")), home)) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!log.readiness().ready()) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IOException(
                            "The restored log is not ready: " + log.readiness().reason());
                }
                LockSupport.parkNanos(5_000_000);
            }
            if (!home.stores().contentHash().equals(manifest.stateHash())) {
                throw new IOException(
                        "The backup restores another state than the node had: do not rely on it, make a" + " new one");
            }
        }
        return manifest;
    }
}
