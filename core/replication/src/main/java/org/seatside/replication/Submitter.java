package org.seatside.replication;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.jspecify.annotations.Nullable;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.NotAppendedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts waiting commands together into entries and hands them to the log from one thread.
///
/// An entry waits 0.5 ms for company and holds at most 256 commands; two are on their way at a time, the second
/// where it holds 64. The log takes a few hundred entries a second, so their size decides. An entry without an
/// answer is sent again with the same commands, whose ids keep them from counting twice, until each command's time
/// is over.
final class Submitter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Submitter.class);
    static final int MAX_COMMANDS = 256;
    private static final int MAX_BYTES = 2 << 20;
    private static final int IN_FLIGHT = 2;

    /// So many commands are worth an entry of their own while another is on its way: what an entry costs, its flush
    /// above all, is the same for one command and for many.
    private static final int SECOND = 64;

    private static final long LINGER_NANOS = 500_000;
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final CommandCodec codec;
    private final Log log;
    private final Duration answerWithin;
    private final Consumer<String> onEnd;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Thread thread;
    private int inFlight;
    private long notBefore;
    private boolean closed;

    /// @param onEnd hears why it takes nothing more, where it ends before it is closed
    Submitter(CommandCodec codec, Log log, Duration answerWithin, Consumer<String> onEnd) {
        this.onEnd = onEnd;
        this.codec = codec;
        this.log = log;
        this.answerWithin = answerWithin;
        this.thread = Thread.ofPlatform().name("log-submit").daemon().start(this::run);
    }

    /// Takes an entry; answers when it is flushed and applied, or fails.
    interface Log {
        CompletableFuture<RaftClientReply> submit(Message entry) throws IOException;
    }

    /// @param deadline in terms of [System#nanoTime]
    private record Waiting(CommandCodec.Encoded command, CompletableFuture<CommandLog.Applied> answer, long deadline) {}

    CompletableFuture<CommandLog.Applied> append(CommandCodec.Encoded command) {
        CompletableFuture<CommandLog.Applied> answer = new CompletableFuture<>();
        lock.lock();
        try {
            if (closed) {
                answer.completeExceptionally(new NotAppendedException("The log is closed"));
                return answer;
            }
            waiting.addLast(new Waiting(command, answer, System.nanoTime() + answerWithin.toNanos()));
            // The thread is woken for the first of an entry, for the one that makes it worth sending beside
            // another, and for the one that fills it; those between find it awake.
            if (waiting.size() == 1 || waiting.size() == SECOND || waiting.size() == MAX_COMMANDS) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
        return answer;
    }

    private void run() {
        List<Waiting> batch = List.of();
        try {
            for (batch = next(); !batch.isEmpty(); batch = next()) {
                send(batch);
            }
        } catch (Throwable e) {
            // Errors too: without this thread, whoever waits would wait for ever.
            String why = "The log's submitting thread ended by " + e.getClass().getName();
            LOG.error("{}; this node takes nothing more", why, e);
            fail(batch, why);
            fail(end(), why);
            onEnd.accept(why);
        }
    }

    /// The commands of the next entry; none when closed.
    private List<Waiting> next() {
        lock.lock();
        try {
            while (!closed) {
                long now = System.nanoTime();
                if (waiting.isEmpty()) {
                    changed.awaitNanos(TimeUnit.SECONDS.toNanos(1));
                } else if (inFlight >= IN_FLIGHT || (inFlight > 0 && waiting.size() < SECOND)) {
                    changed.awaitNanos(TimeUnit.SECONDS.toNanos(1));
                } else if (notBefore - now > 0) {
                    changed.awaitNanos(notBefore - now);
                } else {
                    linger(now + LINGER_NANOS);
                    return take();
                }
            }
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private void linger(long until) throws InterruptedException {
        long left = LINGER_NANOS;
        while (!closed && waiting.size() < MAX_COMMANDS && left > 0) {
            changed.awaitNanos(left);
            left = until - System.nanoTime();
        }
    }

    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty()
                && batch.size() < MAX_COMMANDS
                && (batch.isEmpty()
                        || bytes + waiting.getFirst().command().bytes().size() <= MAX_BYTES)) {
            Waiting next = waiting.removeFirst();
            bytes += next.command().bytes().size();
            batch.add(next);
        }
        inFlight++;
        return batch;
    }

    private void send(List<Waiting> batch) {
        CompletableFuture<RaftClientReply> reply;
        try {
            reply = log.submit(
                    codec.message(batch.stream().map(Waiting::command).toList()));
        } catch (IOException | RuntimeException e) {
            reply = CompletableFuture.failedFuture(e);
        }
        var _ = reply.copy()
                .orTimeout(ATTEMPT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> answered(batch, answer, failure));
    }

    private void answered(List<Waiting> batch, @Nullable RaftClientReply reply, @Nullable Throwable failure) {
        List<ApplyResult> results = List.of();
        Throwable why = failure;
        if (reply != null && reply.isSuccess()) {
            try {
                results = codec.results(reply.getMessage());
            } catch (Throwable e) {
                why = e; // Errors too: the commands would else wait for ever
            }
        } else if (reply != null) {
            why = reply.getException();
        }
        if (reply != null && results.size() == batch.size()) {
            done(0);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(new CommandLog.Applied(reply.getLogIndex(), results.get(i)));
            }
        } else {
            again(batch, why);
        }
    }

    private void done(long pauseNanos) {
        lock.lock();
        try {
            inFlight--;
            notBefore = System.nanoTime() + pauseNanos;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void again(List<Waiting> batch, @Nullable Throwable why) {
        LOG.debug("no answer for an entry of {} commands", batch.size(), why);
        long now = System.nanoTime();
        List<Waiting> over = new ArrayList<>();
        lock.lock();
        try {
            for (Waiting command : batch.reversed()) {
                if (closed || command.deadline() - now <= 0) {
                    over.add(command);
                } else {
                    waiting.addFirst(command);
                }
            }
        } finally {
            lock.unlock();
        }
        done(PAUSE.toNanos());
        fail(
                over,
                "The log gave no answer in time"
                        + (why == null ? "" : ": " + why.getClass().getSimpleName()));
    }

    private static void fail(List<Waiting> commands, String message) {
        commands.forEach(command -> command.answer().completeExceptionally(new NotAppendedException(message)));
    }

    /// Takes nothing more.
    ///
    /// @return what waited
    private List<Waiting> end() {
        lock.lock();
        try {
            closed = true;
            List<Waiting> left = List.copyOf(waiting);
            waiting.clear();
            changed.signal();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /// Fails what waits. What is on its way may still be answered.
    @Override
    public void close() {
        fail(end(), "The log is closed");
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
