package org.seatside.client;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.seatside.client.outbox.Outbox;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.id.CheckInId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits in the outbox, oldest first, up to four at a time, until closed. After a failure it waits
/// longer and longer, up to half a minute; [#wake] ends the wait.
final class Drain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final int AT_ONCE = 4;
    private static final int ROUND = 64;
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(3);

    private final Outbox outbox;
    private final CheckInSender sender;
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new SecureRandom());
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final ExecutorService lanes = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("drain-lane-", 0).factory());
    private final Thread thread = Thread.ofVirtual().name("drain").unstarted(this::run);
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private boolean wake;
    private volatile boolean closed;

    Drain(Outbox outbox, CheckInSender sender) {
        this.outbox = outbox;
        this.sender = sender;
    }

    void start() {
        thread.start();
    }

    /// Looks at the outbox now.
    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!closed) {
                Optional<String> failure = round();
                if (failure.isPresent()) {
                    Duration pause = backoff.failed();
                    LOG.info("{} check-ins wait ({}), next try in {}", outbox.waiting(), failure.get(), pause);
                    await(pause);
                } else {
                    backoff.succeeded();
                    await(IDLE);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The drain ends");
        }
    }

    /// Everything that waits, each once, or up to four failures in a row: one check-in on which the node or this
    /// kiosk fails holds up nobody else's.
    ///
    /// @return why something still waits
    private Optional<String> round() throws InterruptedException {
        Round round = new Round();
        try {
            for (List<CheckIn> next = round.next(); !next.isEmpty(); next = round.next()) {
                List<Callable<Boolean>> sends = new ArrayList<>();
                next.forEach(checkIn -> sends.add(() -> round.trySend(checkIn)));
                for (Future<Boolean> sent : lanes.invokeAll(sends)) {
                    if (sent.get()) {
                        backoff.succeeded();
                    }
                }
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // What ends the drain ends it for everybody: whatever it is, the next round tries again.
            round.failed(e);
        }
        return Optional.ofNullable(round.failure);
    }

    private final class Round {
        private final Set<CheckInId> tried = ConcurrentHashMap.newKeySet();
        private final AtomicInteger failuresInARow = new AtomicInteger();
        private volatile @Nullable String failure;

        List<CheckIn> next() {
            if (over()) {
                return List.of();
            }
            return outbox.oldestFirst(ROUND + tried.size()).stream()
                    .filter(checkIn -> !tried.contains(checkIn.id()))
                    .limit(ROUND)
                    .toList();
        }

        private boolean over() {
            return closed || failuresInARow.get() >= AT_ONCE;
        }

        boolean trySend(CheckIn checkIn) {
            try {
                return send(checkIn);
            } catch (Throwable e) {
                tried.add(checkIn.id());
                failuresInARow.incrementAndGet();
                failed(e);
                return false;
            }
        }

        void failed(Throwable cause) {
            String kind = cause.getClass().getSimpleName();
            failure = kind;
            if (reported.add(kind)) {
                LOG.error("The drain goes on after a failure, incident {}", UUID.randomUUID(), cause);
            }
        }

        /// @return whether it no longer waits
        private boolean send(CheckIn checkIn) {
            if (over()) {
                return false;
            }
            Optional<SendResult> result = sender.sendIfWaiting(checkIn, WITHIN);
            if (result.isPresent() && !(result.get() instanceof SendResult.NoAnswer)) {
                failuresInARow.set(0);
                return true;
            }
            tried.add(checkIn.id());
            if (result.isPresent() && result.get() instanceof SendResult.NoAnswer none) {
                failure = none.cause().name();
                failuresInARow.addAndGet(isOfAll(none.cause()) ? AT_ONCE : 1);
            }
            return false;
        }

        /// Whether every other check-in would fare the same.
        private static boolean isOfAll(SendResult.Cause cause) {
            return switch (cause) {
                case NOT_PAIRED, REVOKED, INTERRUPTED -> true;
                case UNREACHABLE, TIMED_OUT, NOT_READY, GARBAGE -> false;
            };
        }
    }

    private void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!wake && left > 0) {
                left = woken.awaitNanos(left);
            }
            wake = false;
        } finally {
            lock.unlock();
        }
    }

    /// What is being sent is given up; returns within three seconds.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        lanes.shutdownNow();
        try {
            boolean started = thread.getState() != Thread.State.NEW;
            boolean ended =
                    (!started || thread.join(STOP)) && lanes.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                LOG.warn("The drain did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
