package org.seatside.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.BackupStatus;
import org.seatside.service.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Backups and drills that a person asks for, one at a time, in the background. Thread-safe.
public final class BackupDesk {
    private static final Logger LOG = LoggerFactory.getLogger(BackupDesk.class);

    private final Backups backups;
    private final Executor threads;
    private final InstantSource clock;
    private final AtomicReference<BackupStatus.@Nullable Work> work = new AtomicReference<>();

    public BackupDesk(Backups backups, Executor threads, InstantSource clock) {
        this.backups = backups;
        this.threads = threads;
        this.clock = clock;
    }

    public BackupStatus status() {
        BackupConfig config = backups.config();
        boolean configured = config.folder() != null;
        try {
            return new BackupStatus(
                    configured,
                    configured && config.every() != null ? config.every().toHours() : 0,
                    configured && config.keep() != null ? config.keep() : 0,
                    backups.files(),
                    work.get());
        } catch (IOException e) {
            LOG.warn("The folder of backups cannot be read", e);
            return new BackupStatus(configured, 0, 0, List.of(), work.get());
        }
    }

    /// Begins a backup.
    ///
    /// @throws RefusedException where none is configured or something is under way
    public void backup() {
        begin(BackupStatus.Kind.BACKUP, null, backups::writeNow);
    }

    /// Begins a drill of a backup.
    ///
    /// @throws RefusedException where there is no such backup or something is under way
    public void drill(String name) {
        Path file = backups.file(name)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.NOT_FOUND, "not-found", "There is no such backup any more."));
        begin(BackupStatus.Kind.DRILL, name, () -> backups.drill(file));
    }

    private void begin(BackupStatus.Kind kind, @Nullable String file, Job job) {
        if (backups.config().folder() == null) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "no-backups",
                    "Name backup.folder and backup.passphraseFile in the node's configuration.");
        }
        BackupStatus.Work begun = new BackupStatus.Work(kind, file, clock.instant(), null, null);
        BackupStatus.Work before = work.get();
        boolean underWay = before != null && before.endedAt() == null;
        if (underWay || !work.compareAndSet(before, begun)) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "backup-under-way", "Wait for what is under way.");
        }
        threads.execute(() -> run(begun, job));
    }

    private void run(BackupStatus.Work begun, Job job) {
        String failure = null;
        try {
            job.run();
        } catch (IOException e) {
            LOG.error("a {} that was asked for failed", begun.kind(), e);
            failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("a {} that was asked for failed in a way nobody foresaw, incident {}", begun.kind(), incident, e);
            failure = "incident " + incident;
        } finally {
            Instant ended = clock.instant();
            work.set(new BackupStatus.Work(begun.kind(), begun.file(), begun.begunAt(), ended, failure));
        }
    }

    @FunctionalInterface
    private interface Job {
        void run() throws IOException;
    }
}
