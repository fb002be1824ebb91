package org.seatside.client.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;
import org.seatside.json.Json;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.id.CheckInId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that touches the journal's files: nobody can interrupt it, which would close the file under the
/// others, and whatever waits when it is free shares one force.
final class JournalThread {
    private static final Logger LOG = LoggerFactory.getLogger(JournalThread.class);
    private static final int LARGEST_GROUP = 256;

    private final SegmentLog log;
    private final Ledger ledger;
    private final Json json;
    private final InstantSource clock;
    private final Runnable onChange;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final LongSupplier epochs;
    private volatile long epoch;
    private long nextSeq;
    private volatile boolean ended;
    private volatile OutboxState.Appending appending = OutboxState.Appending.WORKS;

    /// @param onChange called after every group
    JournalThread(Recovery.Opened opened, Json json, InstantSource clock, Runnable onChange) {
        this.log = opened.log();
        this.ledger = opened.ledger();
        this.epoch = opened.epoch();
        this.nextSeq = opened.nextSeq();
        this.epochs = opened.epochs();
        this.json = json;
        this.clock = clock;
        this.onChange = onChange;
        this.thread = Thread.ofPlatform().name("outbox").daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    OutboxState.Appending appending() {
        return appending;
    }

    /// In which new check-ins are numbered.
    long epoch() {
        return epoch;
    }

    void submit(Work work) {
        queue.add(work);
        if (ended) {
            refuseTheRest();
        }
    }

    /// Ends after what was submitted before.
    ///
    /// @return whether it ended in time
    boolean stop(Duration within) throws InterruptedException {
        queue.add(new Work.Stop());
        return thread.join(within);
    }

    private void run() {
        boolean more = true;
        while (more) {
            List<Work> group = new ArrayList<>();
            try {
                group.add(queue.take());
                queue.drainTo(group, LARGEST_GROUP - 1);
                more = !work(group);
            } catch (InterruptedException e) {
                LOG.error("The outbox was interrupted and ends", e);
                more = false;
            } catch (RuntimeException | Error e) {
                // A bug: whoever waits must hear of it, and nothing is acknowledged on top of it.
                LOG.error("The outbox failed and ends", e);
                fail(group, new OutboxException(OutboxException.Kind.BROKEN, "The outbox failed: start again", e));
                appending = OutboxState.Appending.BROKEN;
                more = false;
            }
            onChange.run();
        }
        ended = true;
        refuseTheRest();
        try {
            log.close();
        } catch (OutboxException e) {
            LOG.error("The outbox could not be forced at its end", e);
        }
    }

    private void refuseTheRest() {
        List<Work> rest = new ArrayList<>();
        queue.drainTo(rest);
        fail(rest, new OutboxException(OutboxException.Kind.CLOSED, "The outbox is closed", null));
    }

    private static void fail(List<Work> group, OutboxException cause) {
        Work.futures(group).forEach(future -> future.completeExceptionally(cause));
    }

    /// @return whether a stop was among it
    private boolean work(List<Work> group) {
        List<Work> writes = new ArrayList<>();
        boolean stop = false;
        for (Work one : group) {
            switch (one) {
                case Work.Append _, Work.Note _ -> writes.add(one);
                case Work.Job job -> {
                    write(writes);
                    writes.clear();
                    run(job);
                }
                case Work.Stop _ -> stop = true;
            }
        }
        write(writes);
        return stop;
    }

    private void write(List<Work> writes) {
        if (writes.isEmpty()) {
            return;
        }
        List<ByteBuffer> records = new ArrayList<>();
        Map<CompletableFuture<CheckIn>, CheckIn> appended = new LinkedHashMap<>();
        for (Work one : writes) {
            switch (one) {
                case Work.Append append -> {
                    CheckIn checkIn = append.draft().at(epoch, nextSeq + appended.size());
                    records.add(Records.encode(RecordType.CHECK_IN, json.write(checkIn)));
                    appended.put(append.done(), checkIn);
                }
                case Work.Note note -> records.add(note.bytes());
                case Work.Job _, Work.Stop _ -> throw new IllegalArgumentException("not a write");
            }
        }
        try {
            append(records, !appended.isEmpty());
        } catch (OutboxException e) {
            LOG.warn("{} check-ins could not be recorded: {}", appended.size(), e.getMessage());
            fail(writes, e);
            return;
        }
        nextSeq += appended.size();
        appended.values().forEach(checkIn -> ledger.opened(checkIn, log.newest()));
        appended.forEach(CompletableFuture::complete);
    }

    private void append(List<ByteBuffer> records, boolean force) throws OutboxException {
        try {
            log.append(records, force, epoch, nextSeq);
            appending = OutboxState.Appending.WORKS;
        } catch (OutboxException e) {
            appending = switch (e.kind()) {
                case BROKEN -> OutboxState.Appending.BROKEN;
                case FULL -> OutboxState.Appending.FULL;
                case IN_USE, FAILED, CLOSED -> appending;
            };
            throw e;
        }
    }

    private static void run(Work.Job job) {
        try {
            job.done().complete(job.action().run());
        } catch (IOException e) {
            job.done().completeExceptionally(Failures.of("The outbox could not do it", e));
        }
    }

    /// On this thread only: makes check-ins wait again.
    int reopen(List<CheckIn> checkIns) throws OutboxException {
        if (checkIns.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        append(
                checkIns.stream()
                        .map(one -> Records.encode(RecordType.REOPENED, json.write(new Reopening(one, now))))
                        .toList(),
                true);
        checkIns.forEach(one -> ledger.opened(one, log.newest()));
        return checkIns.size();
    }

    /// On this thread only: gives a waiting check-in the next number of another epoch than the one it has, a new one
    /// where that is the present.
    ///
    /// @return how many: none where it no longer waits or has another number already
    int renumber(CheckIn reused) throws OutboxException {
        if (!ledger.waiting(reused.id()).equals(Optional.of(reused))) {
            return 0;
        }
        if (reused.epoch() == epoch) {
            epoch = epochs.getAsLong();
            nextSeq = 1;
            LOG.warn("Sequence numbers were used twice: a new epoch begins");
        }
        CheckIn renumbered = reused.at(epoch, nextSeq);
        append(List.of(Records.encode(RecordType.CHECK_IN, json.write(renumbered))), true);
        nextSeq++;
        ledger.opened(renumbered, log.newest());
        return 1;
    }

    /// On this thread only: check-ins in the journal that neither wait nor were refused, oldest first.
    List<CheckIn> accepted() throws IOException {
        Map<CheckInId, CheckIn> found = new LinkedHashMap<>();
        for (int segment : log.all()) {
            for (Records.Raw record : Records.decode(log.read(segment)).records()) {
                if (record.type() != RecordType.CHECK_IN) {
                    continue;
                }
                CheckIn checkIn = json.read(record.payload(), CheckIn.class);
                if (!ledger.knows(checkIn.id())) {
                    // The last number it got counts.
                    found.put(checkIn.id(), checkIn);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /// On this thread only: drops whole files in which everything was accepted before.
    int prune(Instant acceptedBefore) throws IOException {
        List<Integer> droppable = ledger.droppable(new TreeSet<>(log.closed()), acceptedBefore);
        if (!droppable.isEmpty()) {
            log.drop(droppable);
            droppable.forEach(ledger::dropped);
        }
        return droppable.size();
    }
}
