package org.seatside.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.client.outbox.Outbox;
import org.seatside.client.outbox.OutboxException;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends check-ins, each by one thread at a time, and tells the outbox what became of them. Thread-safe.
final class CheckInSender {
    private static final Logger LOG = LoggerFactory.getLogger(CheckInSender.class);
    private static final SendResult REUSED = new SendResult.RefusedByNode("SEQUENCE_REUSED");

    private final Transport transport;
    private final KioskTokens tokens;
    private final NodeClock clock;
    private final Outbox outbox;
    private final Supplier<Optional<KioskId>> paired;
    private final Consumer<SendResult> onResult;
    private final Map<CheckInId, CompletableFuture<SendResult>> inFlight = new ConcurrentHashMap<>();

    CheckInSender(
            Transport transport,
            KioskTokens tokens,
            NodeClock clock,
            Outbox outbox,
            Supplier<Optional<KioskId>> paired,
            Consumer<SendResult> onResult) {
        this.transport = transport;
        this.tokens = tokens;
        this.clock = clock;
        this.outbox = outbox;
        this.paired = paired;
        this.onResult = onResult;
    }

    /// Sends it, or waits for the thread that is sending it already.
    SendResult send(CheckIn checkIn, Duration within) {
        CompletableFuture<SendResult> mine = new CompletableFuture<>();
        CompletableFuture<SendResult> theirs = inFlight.putIfAbsent(checkIn.id(), mine);
        return theirs == null ? own(checkIn, within, mine) : await(theirs, within);
    }

    /// Sends it where it still waits and nobody else is sending it; empty where not.
    Optional<SendResult> sendIfWaiting(CheckIn checkIn, Duration within) {
        CompletableFuture<SendResult> mine = new CompletableFuture<>();
        if (inFlight.putIfAbsent(checkIn.id(), mine) != null) {
            return Optional.empty();
        }
        if (!outbox.isWaiting(checkIn.id())) {
            inFlight.remove(checkIn.id(), mine);
            mine.complete(new SendResult.NoAnswer(SendResult.Cause.UNREACHABLE));
            return Optional.empty();
        }
        return Optional.of(own(checkIn, within, mine));
    }

    private SendResult own(CheckIn checkIn, Duration within, CompletableFuture<SendResult> mine) {
        SendResult result = new SendResult.NoAnswer(SendResult.Cause.UNREACHABLE);
        try {
            long deadline = System.nanoTime() + within.toNanos();
            result = deliver(checkIn, within);
            if (result.equals(REUSED)) {
                result = underAnotherNumber(checkIn, deadline);
            }
            switch (result) {
                case SendResult.Answered answered -> outbox.accepted(answered.receipt());
                case SendResult.RefusedByNode refused -> outbox.refused(checkIn.id(), refused.code());
                case SendResult.NoAnswer _ -> {
                    // It waits on.
                }
            }
        } finally {
            inFlight.remove(checkIn.id(), mine);
            mine.complete(result);
        }
        onResult.accept(result);
        return result;
    }

    /// The node has another check-in under this number, as where this kiosk was restored from an image of its disk: it
    /// gets another, and keeps its id.
    private SendResult underAnotherNumber(CheckIn reused, long deadline) {
        try {
            Optional<CheckIn> renumbered = outbox.renumber(reused);
            return renumbered.isPresent()
                    ? deliver(renumbered.get(), Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))
                    : new SendResult.NoAnswer(SendResult.Cause.NOT_READY);
        } catch (OutboxException e) {
            LOG.error("Check-in {} could not get another number and waits", reused.id(), e);
            return new SendResult.NoAnswer(SendResult.Cause.NOT_READY);
        }
    }

    private static SendResult await(CompletableFuture<SendResult> theirs, Duration within) {
        try {
            return theirs.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendResult.NoAnswer(SendResult.Cause.INTERRUPTED);
        } catch (TimeoutException e) {
            return new SendResult.NoAnswer(SendResult.Cause.TIMED_OUT);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Only completed with results", e);
        }
    }

    private SendResult deliver(CheckIn checkIn, Duration within) {
        Optional<KioskId> kiosk = paired.get();
        if (kiosk.isEmpty()) {
            return new SendResult.NoAnswer(SendResult.Cause.NOT_PAIRED);
        }
        try {
            long deadline = System.nanoTime() + within.toNanos();
            // A token first: the first one brings the first measurement of the clock.
            String _ = tokens.token(kiosk.get(), within);
            measureAgainAfterAJump(deadline);
            byte[] body = asKiosk(
                    new Call(
                            "POST",
                            Paths.CHECK_INS,
                            timed(checkIn),
                            Map.of("Idempotency-Key", checkIn.id().toString()),
                            KioskTokens.left(deadline)),
                    kiosk.get());
            Receipt receipt = transport.json().read(body, Receipt.class);
            return receipt.id().equals(checkIn.id())
                    ? new SendResult.Answered(receipt)
                    : new SendResult.NoAnswer(SendResult.Cause.GARBAGE);
        } catch (MalformedJsonException e) {
            return new SendResult.NoAnswer(SendResult.Cause.GARBAGE);
        } catch (NodeException e) {
            return Answers.to(e);
        }
    }

    /// Within half the time that is left; without an answer the check-in goes as it is, and says how unsure it is.
    private void measureAgainAfterAJump(long deadline) {
        if (!clock.jumped()) {
            return;
        }
        try {
            tokens.measure(System.nanoTime() + (deadline - System.nanoTime()) / 2);
        } catch (NodeException e) {
            LOG.info("The clock jumped and could not be measured again: {}", e.getMessage());
        }
    }

    /// With the time as it is known now. What is in the outbox stays as it was; nodes tell check-ins apart by their
    /// ids alone.
    private CheckIn timed(CheckIn checkIn) {
        return outbox.isOfThisRun(checkIn.id()) ? checkIn.with(clock.lookedBackAt(checkIn.time())) : checkIn;
    }

    /// Makes a call with the kiosk's token; where the node refuses the token, once more with a new one.
    byte[] asKiosk(Call call, KioskId kiosk) throws NodeException {
        long deadline = System.nanoTime() + call.within().toNanos();
        String token = tokens.token(kiosk, call.within());
        @Nullable NodeException refused = null;
        try {
            return transport.once(call.bearing(token).within(KioskTokens.left(deadline)));
        } catch (NodeException e) {
            if (e.kind() != NodeException.Kind.UNAUTHORIZED) {
                throw e;
            }
            refused = e;
        }
        tokens.refused(token);
        String fresh = tokens.token(kiosk, KioskTokens.left(deadline));
        if (fresh.equals(token)) {
            throw refused;
        }
        return transport.once(call.bearing(fresh).within(KioskTokens.left(deadline)));
    }
}
