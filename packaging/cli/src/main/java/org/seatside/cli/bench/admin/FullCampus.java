package org.seatside.cli.bench.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.seatside.cli.bench.export.CampusRows;
import org.seatside.replication.RaftCommandLog;
import org.seatside.replication.RaftConfig;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.storage.H2ViewHome;

/// A node's data folder with a large campus in it, made through the command log as a node would.
final class FullCampus {
    /// Commands that may wait for the log at a time.
    private static final int AHEAD = 4_096;

    private FullCampus() {}

    /// Fills the folder, unless there is something in it.
    ///
    /// @param progress told the check-ins made so far
    static void in(Path data, long checkIns, LongConsumer progress) throws IOException {
        if (Files.exists(data.resolve("log"))) {
            return;
        }
        Files.createDirectories(data);
        try (H2ViewHome home = new H2ViewHome(data.resolve("view"), new AttendanceStateMachine());
                RaftCommandLog log = RaftCommandLog.start(RaftConfig.alone(data.resolve("log")), home)) {
            Deque<CompletableFuture<CommandLog.Applied>> waiting = new ArrayDeque<>();
            new CampusRows(entry -> append(log, entry, waiting)).make(checkIns, progress);
            waiting.forEach(CompletableFuture::join);
            log.snapshotNow();
        }
    }

    private static void append(
            RaftCommandLog log, List<Command> entry, Deque<CompletableFuture<CommandLog.Applied>> waiting) {
        entry.forEach(command -> waiting.add(log.append(command)));
        while (waiting.size() > AHEAD) {
            waiting.remove().join();
        }
    }
}
