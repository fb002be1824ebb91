package org.seatside.replication;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.SnapshotManagementRequest;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage;
import org.jspecify.annotations.Nullable;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.NotAppendedException;
import org.seatside.service.log.ViewHome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The command log on Apache Ratis: one node alone, or several that agree. The log on disk is the truth; the
/// view is built from it.
///
/// A command is acknowledged after its entry is flushed to the disks of a majority and applied to this node's
/// view. Once a write, a flush or the view fails, nothing is acknowledged any more until the node starts anew:
/// after a failed flush nobody knows what the disk holds. Thread-safe.
public final class RaftCommandLog implements CommandLog {
    private static final Logger LOG = LoggerFactory.getLogger(RaftCommandLog.class);
    private static final String STOPPED =
            "The log stopped after a failed write; see the node's log, mend the disk, restart";
    private static final String TAKEN_OUT =
            "The other nodes took this one out of the log; stop it, and start it with an empty folder to join again";
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration SNAPSHOT_WITHIN = Duration.ofMinutes(2);

    /// What kept a snapshot from being written rarely passes in seconds, and each try holds the view up.
    private static final Duration SNAPSHOT_AGAIN = Duration.ofMinutes(10);

    /// Entries whose applying takes about as long as a client waits.
    private static final long FAR_BEHIND = 200;

    /// What is left waits for the next snapshot.
    private static final Duration TIDY_FOR = Duration.ofMinutes(1);

    private final RaftConfig config;
    private final CommandCodec codec = new CommandCodec();
    private final AppliedIndex applied = new AppliedIndex();
    private final Snapshots snapshots;
    private final RaftStateMachine machine;
    private final RaftServer server;
    private final Submitter submitter;
    private final FileStore disk;
    private final LeaderLink link;
    private final Membership membership;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread keeper =
            Thread.ofPlatform().name("log-keeper").daemon().unstarted(this::keep);
    private volatile boolean diskLow;
    private @Nullable Thread snapshotting;
    private volatile long noSnapshotBefore = System.nanoTime();

    private RaftCommandLog(RaftConfig config, ViewHome home) throws IOException {
        this.config = config;
        Files.createDirectories(config.folder());
        this.disk = Files.getFileStore(config.folder());
        LogFiles.verify(current(config.folder()));
        this.snapshots = new Snapshots(home);
        this.machine = new RaftStateMachine(codec, snapshots, applied, this::stopServing);
        Parameters parameters = RaftSettings.parameters(config.group());
        this.server = RaftServer.newBuilder()
                .setServerId(RaftPeerId.valueOf(config.group().self().id()))
                .setGroup(RaftSettings.group(config.group()))
                .setOption(RaftStorage.StartupOption.RECOVER)
                .setProperties(RaftSettings.properties(config))
                .setParameters(parameters)
                .setStateMachine(machine)
                .build();
        this.link = new LeaderLink(server, parameters, config.group().isAlone(), applied);
        this.machine.whenLed(link::follow);
        this.membership = new Membership(server, link, config.group(), closing);
        this.submitter = new Submitter(codec, link::submit, config.answerWithin(), failure::complete);
    }

    /// Opens the log and the view, checks what is on the disk, and begins. Returns before the node is ready: a
    /// leader has to be found and the log replayed first, see [#readiness].
    ///
    /// @throws DamagedLogException where the log on the disk is not what was written
    /// @throws IOException where something on the disk cannot be used; the message says what to do
    public static RaftCommandLog start(RaftConfig config, ViewHome home) throws IOException {
        RaftCommandLog log = new RaftCommandLog(config, home);
        try {
            log.server.start();
        } catch (IOException | RuntimeException e) {
            log.close();
            throw causeOf(e);
        }
        log.keeper.start();
        if (!config.group().isAlone()) {
            Thread.ofPlatform().name("log-join").daemon().start(log::takePart);
        }
        return log;
    }

    private void takePart() {
        try {
            if (config.group().joins()) {
                membership.join();
            } else {
                membership.announce(Duration.ofDays(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (!closed.get()) {
                LOG.error("the other nodes do not know this node's address", e);
            }
        }
    }

    /// Ratis wraps what stopped it several times over.
    private static IOException causeOf(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DamagedLogException damaged) {
                return damaged;
            }
        }
        return new IOException("The log could not be started: " + failure.getMessage(), failure);
    }

    private static Path current(Path folder) {
        return folder.resolve(RaftSettings.GROUP.getUuid().toString()).resolve("current");
    }

    /// @throws IllegalArgumentException where the command is too long for the log
    @Override
    public CompletableFuture<Applied> append(Command command) {
        CommandCodec.Encoded encoded = codec.encode(command);
        if (diskLow) {
            return CompletableFuture.failedFuture(new NotAppendedException(diskLowReason()));
        }
        if (failure.isDone()) {
            return CompletableFuture.failedFuture(new NotAppendedException(failure.join()));
        }
        return submitter.append(encoded);
    }

    /// The nodes that keep this log.
    public Membership membership() {
        return membership;
    }

    /// Done, with the reason, once this log takes nothing more until it is started anew: the process had better
    /// end, so that whoever watches over it starts it again. What hangs on this runs on threads that [#close]
    /// waits
    /// for, so close from another.
    public CompletableFuture<String> failure() {
        return failure.copy();
    }

    /// Waits until this node's view has the entry.
    ///
    /// @return false where the time was over before
    /// @throws InterruptedException where the waiting thread was interrupted
    public boolean waitFor(long index, Duration atMost) throws InterruptedException {
        return applied.await(index, atMost);
    }

    @Override
    public Readiness readiness() {
        if (closed.get() || failure.isDone()) {
            return new Readiness(false, failure.getNow("The log is closed"), 0);
        }
        try {
            RaftServer.Division division = server.getDivision(RaftSettings.GROUP);
            DivisionInfo info = division.getInfo();
            if (!info.isAlive()) {
                return new Readiness(false, stopped(), 0);
            }
            long lag = Math.max(0, division.getRaftLog().getNextIndex() - 1 - applied.get());
            if (diskLow) {
                return new Readiness(false, diskLowReason(), lag);
            }
            if (info.isLeader()) {
                return info.isLeaderReady()
                        ? new Readiness(true, "", lag)
                        : new Readiness(false, "The log is being replayed", lag);
            }
            return following(info, lag);
        } catch (IOException | IllegalStateException e) {
            // The latter where Ratis closes it at this moment.
            return new Readiness(false, "The log is not running: " + e.getMessage(), 0);
        }
    }

    /// Ratis ends a node's part of the log after a failed write, and where the other nodes took it out.
    private String stopped() throws IOException {
        return membership.isIn() ? STOPPED : TAKEN_OUT;
    }

    /// A node that follows takes commands for the leader, and answers from its own view.
    private Readiness following(DivisionInfo info, long lag) throws IOException {
        if (!membership.isIn()) {
            return new Readiness(false, "The other nodes have not taken this one in", lag);
        }
        if (info.getLeaderId() == null) {
            return new Readiness(false, "No node leads: more than half of them must reach each other", lag);
        }
        if (lag > FAR_BEHIND) {
            return new Readiness(false, "This node is " + lag + " entries behind", lag);
        }
        return new Readiness(true, "", lag);
    }

    @Override
    public boolean leads() {
        try {
            DivisionInfo info = server.getDivision(RaftSettings.GROUP).getInfo();
            return !closed.get() && info.isLeader() && info.isLeaderReady();
        } catch (IOException e) {
            LOG.debug("the log is not running", e);
            return false;
        }
    }

    private String diskLowReason() {
        return "Less than " + (config.freeSpace() >> 20) + " MiB are free on the disk of " + config.folder()
                + ": nothing more is recorded until there is room";
    }

    /// Every half second: looks at the disk, and has a snapshot written once one is due.
    private void keep() {
        try {
            do {
                look();
            } while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            diskLow = disk.getUsableSpace() < config.freeSpace();
            if (!server.getDivision(RaftSettings.GROUP).getInfo().isAlive()) {
                failure.complete(stopped());
                return;
            }
            if (isSnapshotDue()) {
                snapshotting = Thread.ofPlatform().name("log-snapshot").daemon().start(this::snapshotOrLater);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("could not look after the log in {}", config.folder(), e);
        }
    }

    private boolean isSnapshotDue() throws IOException {
        RaftConfig.Snapshots due = config.snapshots();
        Thread last = snapshotting;
        return (last == null || !last.isAlive())
                && System.nanoTime() - noSnapshotBefore >= 0
                && (machine.commandsSinceKept() >= due.commands() || snapshots.isDue(applied.get(), due.entries()));
    }

    private void snapshotOrLater() {
        try {
            snapshot(false);
        } catch (IOException | RuntimeException e) {
            noSnapshotBefore = System.nanoTime() + SNAPSHOT_AGAIN.toNanos();
            LOG.error("the next try of a snapshot is in {} minutes", SNAPSHOT_AGAIN.toMinutes(), e);
        }
    }

    /// Has the view keep its state between two entries, writes a snapshot of it while more is applied, and has the
    /// log forget what is in it.
    ///
    /// @param anyway also where no snapshot is due
    private synchronized void snapshot(boolean anyway) throws IOException {
        if (snapshots.copy(machine.keep(), anyway)) {
            forgetLog();
            long end = System.nanoTime() + TIDY_FOR.toNanos();
            machine.tidy(() -> closing.getCount() > 0 && System.nanoTime() - end < 0);
        }
    }

    private void forgetLog() throws IOException {
        CompletableFuture<RaftClientReply> answer = new CompletableFuture<>();
        machine.whenSnapshotFails(answer::completeExceptionally);
        var _ = server.snapshotManagementAsync(SnapshotManagementRequest.newCreate(
                        link.client(),
                        server.getId(),
                        RaftSettings.GROUP,
                        link.nextCall(),
                        SNAPSHOT_WITHIN.toMillis(),
                        1))
                .whenComplete((reply, failure) -> {
                    if (failure == null) {
                        answer.complete(reply);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
        try {
            RaftClientReply reply = answer.join();
            if (!reply.isSuccess()) {
                throw new IOException("the log was not cut", reply.getException());
            }
        } catch (CompletionException e) {
            throw new IOException("the log was not cut", e.getCause());
        }
    }

    /// Copies a snapshot and the log behind it, up to an entry, into a folder that another node can start
    /// from. May
    /// run beside everything else; entries behind the last are not in the copy.
    ///
    /// @param folder empty, as [RaftConfig#folder] of the other node
    /// @param last an entry that this node's view has
    /// @throws IOException also where the log changed too fast to be copied
    public void copyTo(Path folder, long last) throws IOException {
        LogCopy.of(current(config.folder()).resolveSibling("sm"), current(config.folder()), folder, last);
    }

    /// Has a snapshot written, so that a copy made after it is short.
    public void snapshotNow() throws IOException {
        snapshot(true);
    }

    /// Called by the applying thread, which the server's end waits for: another thread ends it.
    private void stopServing(String why) {
        failure.complete(why);
        Thread.ofPlatform().name("log-stop").start(() -> {
            try {
                server.close();
            } catch (IOException e) {
                LOG.error("could not stop the log's server", e);
            }
        });
    }

    /// Takes nothing more, lets what is on its way end, writes a snapshot if much was applied since the last,
    /// and closes the view cleanly.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        closing.countDown();
        submitter.close();
        try {
            keeper.join();
            Thread last = snapshotting;
            if (last != null) {
                last.join();
            }
            if (machine.failure().isEmpty()
                    && System.nanoTime() - noSnapshotBefore >= 0
                    && applied.get() - snapshots.copied() >= config.snapshots().atClose()) {
                snapshot(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("closing without a snapshot; the next start replays more", e);
        }
        try {
            server.close();
        } catch (IOException e) {
            LOG.error("could not close the log's server", e);
        }
        link.close();
        machine.close();
    }
}
