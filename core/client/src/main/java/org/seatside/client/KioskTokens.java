package org.seatside.client;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.About;
import org.seatside.model.api.KioskAssertion;
import org.seatside.model.api.KioskToken;
import org.seatside.model.api.Paths;
import org.seatside.model.id.KioskId;

/// The kiosk's access token, renewed before it expires and at most once at a time. Its life is counted on the
/// monotonic clock, so that a wrong wall clock neither ends nor prolongs it. Thread-safe.
final class KioskTokens {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final int SAMPLES = 4;

    private record Held(String token, long renewAtNanos) {
        boolean good() {
            return renewAtNanos - System.nanoTime() > 0;
        }
    }

    private final Transport transport;
    private final DeviceKey key;
    private final NodeClock clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Held held;

    KioskTokens(Transport transport, DeviceKey key, NodeClock clock) {
        this.transport = transport;
        this.key = key;
        this.clock = clock;
    }

    /// A token that holds for a while; asks the node where there is none.
    String token(KioskId kiosk, Duration within) throws NodeException {
        Held known = held;
        if (known != null && known.good()) {
            return known.token();
        }
        long deadline = System.nanoTime() + within.toNanos();
        try {
            if (!renewing.tryLock(within.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new NodeException(
                        NodeException.Kind.UNREACHABLE,
                        "No token in time",
                        new TimeoutException("another thread asks"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeException(NodeException.Kind.UNREACHABLE, "Interrupted while waiting for a token", e);
        }
        try {
            Held meanwhile = held;
            return meanwhile != null && meanwhile.good() ? meanwhile.token() : renew(kiosk, deadline);
        } catch (NodeException e) {
            throw e.withoutProblem();
        } finally {
            renewing.unlock();
        }
    }

    /// The node refused it: the next caller asks for another. Several refusals of the same token are one.
    void refused(String token) {
        Held known = held;
        if (known != null && known.token().equals(token)) {
            held = null;
        }
    }

    /// Forgets everything, as after pairing anew.
    void forget() {
        held = null;
    }

    private String renew(KioskId kiosk, long deadline) throws NodeException {
        if (clock.offset().isEmpty()) {
            measure(deadline);
            return ask(kiosk, deadline);
        }
        try {
            return ask(kiosk, deadline);
        } catch (NodeException e) {
            if (e.kind() != NodeException.Kind.UNAUTHORIZED && e.kind() != NodeException.Kind.INVALID) {
                throw e;
            }
            // Perhaps only our idea of the time is wrong, as after a sleep of the machine.
            clock.doubt();
            measure(deadline);
            return ask(kiosk, deadline);
        }
    }

    private String ask(KioskId kiosk, long deadline) throws NodeException {
        Instant at = clock.corrected();
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        KioskAssertion assertion =
                new KioskAssertion(kiosk, at, nonce, key.sign(KioskAssertion.signedBytes(kiosk, at, nonce)));
        NodeClock.Sent sent = clock.sent();
        byte[] body = transport.once(new Call("POST", Paths.KIOSK_TOKENS, assertion, Map.of(), left(deadline)));
        KioskToken fresh = read(body, KioskToken.class);
        clock.answered(sent, fresh.now());
        Duration life = Duration.between(fresh.now(), fresh.expiresAt());
        Duration margin = MARGIN.compareTo(life.dividedBy(4)) < 0 ? MARGIN : life.dividedBy(4);
        held = new Held(fresh.token(), System.nanoTime() + life.minus(margin).toNanos());
        return fresh.token();
    }

    /// Measures the clock's offset by a few quick questions, of which the one with the shortest round trip counts.
    void measure(long deadline) throws NodeException {
        for (int i = 0; i < SAMPLES; i++) {
            NodeClock.Sent sent = clock.sent();
            About about = read(transport.once(Call.get(Paths.ABOUT).within(left(deadline))), About.class);
            clock.answered(sent, about.now());
        }
    }

    private <T> T read(byte[] body, Class<T> type) throws NodeException {
        try {
            return transport.json().read(body, type);
        } catch (MalformedJsonException e) {
            throw Transport.notOurs("Not what a node answers", e);
        }
    }

    static Duration left(long deadline) throws NodeException {
        long nanos = deadline - System.nanoTime();
        if (nanos < 1_000_000) {
            throw new NodeException(
                    NodeException.Kind.UNREACHABLE, "No time left", new TimeoutException("deadline passed"));
        }
        return Duration.ofNanos(nanos);
    }
}
