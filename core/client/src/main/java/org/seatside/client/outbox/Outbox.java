package org.seatside.client.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.seatside.json.Json;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CheckInId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kiosk's durable journal of check-ins. What [#append] returned is on the device and waits until a node has
/// acknowledged it; it is kept 30 days more, so that a node restored from an old backup can ask for it again.
/// Nothing is ever deleted because a node refused it.
///
/// Files hold records with a CRC-32C each; one process at a time uses a folder. Thread-safe; appends of several
/// threads share one force.
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final double LOW = 0.1;
    static final int ROLL_AT = 1 << 20;

    private final Disk disk;
    private final Path directory;
    private final DirectoryLock lock;
    private final Json json;
    private final InstantSource clock;
    private final Ledger ledger;
    private final List<Damage> damages;
    private final JournalThread journal;
    private final Set<CheckInId> ofThisRun = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Outbox(
            Disk disk, Path directory, DirectoryLock lock, Json json, InstantSource clock, Recovery.Opened opened) {
        this.disk = disk;
        this.directory = directory;
        this.lock = lock;
        this.json = json;
        this.clock = clock;
        this.ledger = opened.ledger();
        this.damages = List.copyOf(opened.damages());
        this.journal = new JournalThread(opened, json, clock, this::changed);
    }

    /// Opens the folder's journal, or starts one; repairs what a crash left, see [#damages].
    ///
    /// @param directory made where missing
    /// @param random a cryptographic generator: epochs must not repeat
    /// @throws OutboxException where another process has it, or the disk cannot be read or written
    public static Outbox open(Path directory, Json json, InstantSource clock, RandomGenerator random)
            throws OutboxException {
        return open(new RealDisk(), directory, json, clock, random, ROLL_AT);
    }

    /// @param rollAt bytes after which a file is followed by the next
    static Outbox open(Disk disk, Path directory, Json json, InstantSource clock, RandomGenerator random, int rollAt)
            throws OutboxException {
        try {
            DirectoryLock lock = DirectoryLock.of(directory);
            try {
                Recovery.Opened opened = new Recovery(disk, directory, json, clock, random, rollAt).open();
                opened.damages().forEach(damage -> LOG.error("The outbox was damaged: {}", damage));
                Outbox outbox = new Outbox(disk, directory, lock, json, clock, opened);
                outbox.journal.start();
                return outbox;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failures.of("The outbox in " + directory + " could not be opened", e);
        }
    }

    /// Gives the draft its epoch and sequence number and forces it to the device before it returns. Blocks;
    /// cannot be interrupted.
    ///
    /// @throws OutboxException where it was not recorded: no number is used up, nothing half-written stays
    public CheckIn append(Draft draft) throws OutboxException {
        if (ledger.knows(draft.id())) {
            throw new IllegalArgumentException("A check-in is appended once");
        }
        CompletableFuture<CheckIn> done = new CompletableFuture<>();
        journal.submit(new Work.Append(draft, done));
        CheckIn appended = await(done);
        ofThisRun.add(draft.id());
        return appended;
    }

    /// Whether it waits and was appended since the outbox was opened: only then the kiosk's monotonic clock now
    /// tells how long ago that was.
    public boolean isOfThisRun(CheckInId id) {
        return ofThisRun.contains(id);
    }

    /// A node has it: it no longer waits. What was agreed with the student is not kept here.
    public void accepted(Receipt receipt) {
        ofThisRun.remove(receipt.id());
        Acceptance acceptance = new Acceptance(receipt.withoutProfile(), clock.instant());
        if (ledger.accepted(receipt.id(), acceptance.at())) {
            journal.submit(new Work.Note(Records.encode(RecordType.ACCEPTED, json.write(acceptance))));
        }
    }

    /// A node refuses to take it: it no longer waits and is kept among [#refused].
    ///
    /// @param code why, as the node named it
    public void refused(CheckInId id, String code) {
        Rejection rejection = new Rejection(id, code, clock.instant());
        if (ledger.refused(id, code, rejection.at())) {
            journal.submit(new Work.Note(Records.encode(RecordType.REFUSED, json.write(rejection))));
        }
    }

    public boolean isWaiting(CheckInId id) {
        return ledger.isWaiting(id);
    }

    public int waiting() {
        return ledger.waiting();
    }

    /// What waits, in the order in which it began to.
    public List<CheckIn> oldestFirst(int limit) {
        return ledger.oldestFirst(limit);
    }

    /// The dead letters, oldest first.
    public List<Refusal> refused() {
        return ledger.refusals();
    }

    /// Makes a refused check-in wait again.
    ///
    /// @return whether it was among the refused
    public boolean sendAgain(CheckInId id) throws OutboxException {
        return job(() -> {
                    Optional<CheckIn> refused = ledger.refused(id);
                    return refused.isPresent() ? journal.reopen(List.of(refused.get())) : 0;
                })
                > 0;
    }

    /// Makes everything that was accepted and is still here wait again, whatever its epoch: for a node that
    /// lost some of it. Check-ins reach nodes in no strict order, so the highest number a node has does not
    /// tell which.
    ///
    /// @return how many
    public int resendAccepted() throws OutboxException {
        return job(() -> journal.reopen(journal.accepted()));
    }

    /// Gives a waiting check-in whose number the node knows for another one a number of a new epoch; later
    /// check-ins go on from there. Its id stays.
    ///
    /// @return as it waits now; empty where it no longer does
    public Optional<CheckIn> renumber(CheckIn reused) throws OutboxException {
        int _ = job(() -> journal.renumber(reused));
        return ledger.waiting(reused.id());
    }

    /// How far check-ins of the present epoch were accepted.
    public Progress progress() {
        long epoch = journal.epoch();
        return ledger.progress(epoch);
    }

    /// Drops the oldest files in which everything was accepted more than 30 days ago.
    ///
    /// @return how many
    public int prune() throws OutboxException {
        return job(() -> journal.prune(clock.instant().minus(KEPT)));
    }

    /// What was found damaged when it was opened; empty where all was as written.
    public List<Damage> damages() {
        return damages;
    }

    public OutboxState state() {
        return new OutboxState(ledger.waiting(), ledger.refused(), journal.appending(), spaceLow());
    }

    private boolean spaceLow() {
        try {
            return disk.free(directory) < LOW;
        } catch (IOException e) {
            LOG.warn("The free space could not be read", e);
            return true;
        }
    }

    /// Called after changes, on the outbox's own thread: be quick, and do not append from it.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("A listener of the outbox failed", e);
            }
        }
    }

    private int job(Work.Action action) throws OutboxException {
        CompletableFuture<Integer> done = new CompletableFuture<>();
        journal.submit(new Work.Job(action, done));
        return await(done);
    }

    private static <T> T await(CompletableFuture<T> done) throws OutboxException {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof OutboxException cause) {
                throw new OutboxException(cause.kind(), String.valueOf(cause.getMessage()), cause);
            }
            throw e;
        }
    }

    /// Finishes what was asked before, forces it and gives the folder free; returns within five seconds.
    @Override
    public void close() throws OutboxException {
        boolean ended = false;
        try {
            ended = journal.stop(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            // The folder stays locked: the thread may still write.
            throw new OutboxException(OutboxException.Kind.FAILED, "The outbox did not end in time", null);
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw Failures.of("The outbox's folder could not be unlocked", e);
        }
    }
}
