package org.seatside.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.model.api.About;
import org.seatside.model.api.KioskAssertion;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskToken;
import org.seatside.model.api.NodeTime;
import org.seatside.model.api.PairKiosk;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.api.Paths;
import org.seatside.model.api.PinAnswer;
import org.seatside.model.api.PinCheck;
import org.seatside.model.api.Problem;
import org.seatside.model.api.Provision;
import org.seatside.model.api.SignedProvision;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;

/// A node as kiosks see it, over real HTTP, with faults on order. It checks what a node checks: assertions, tokens,
/// times.
final class FakeNode implements AutoCloseable {
    static final KioskId KIOSK = KioskId.of("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Duration SKEW = Duration.ofMinutes(5);

    /// Answers one request in the place of the node.
    interface Fault {
        void answer(FakeNode node, HttpExchange exchange, byte[] body) throws IOException;
    }

    private final Json json = new Json();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final KeyPair issuer = pair();
    private final Map<String, Deque<Fault>> faults = new LinkedHashMap<>();
    private final Map<CheckInId, Receipt> receipts = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<CheckInId, CheckIn> checkIns = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<CheckInId> received = Collections.synchronizedList(new ArrayList<>());
    private final Set<CheckInId> inHand = Collections.synchronizedSet(new HashSet<>());
    private final Set<CheckInId> poisoned = Collections.synchronizedSet(new HashSet<>());
    private final AtomicInteger doubled = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String token = "none";
    private volatile @Nullable String deviceKey;
    private volatile Duration ahead = Duration.ZERO;
    private volatile KeyPair signer = issuer;
    private volatile Map<RoomId, String> rooms = Map.of();

    FakeNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The next request to the path gets this instead.
    void next(String path, Fault fault) {
        synchronized (faults) {
            faults.computeIfAbsent(path, _ -> new ArrayDeque<>()).add(fault);
        }
    }

    void clearFaults() {
        synchronized (faults) {
            faults.clear();
        }
    }

    /// Time by the node's clock is this much later than by ours.
    void ahead(Duration by) {
        ahead = by;
    }

    /// Fails at this check-in, always.
    void poison(CheckInId id) {
        poisoned.add(id);
    }

    void expireToken() {
        token = "expired";
    }

    void revoke() {
        deviceKey = null;
        token = "revoked";
    }

    /// What the next provisions tell.
    void rooms(Map<RoomId, String> names) {
        rooms = names;
    }

    void signWithAnotherKey() {
        signer = pair();
    }

    List<CheckInId> received() {
        return List.copyOf(received);
    }

    /// As they came last, in the order in which they came first.
    List<CheckIn> recordedCheckIns() {
        synchronized (checkIns) {
            return List.copyOf(checkIns.values());
        }
    }

    int recorded() {
        return receipts.size();
    }

    int tokensGiven() {
        return tokens.get();
    }

    /// How often a check-in arrived while the same one was in hand.
    int doubled() {
        return doubled.get();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Fault fault;
            synchronized (faults) {
                Deque<Fault> planned = faults.get(path);
                fault = planned == null ? null : planned.poll();
            }
            if (fault != null) {
                fault.answer(this, exchange, body);
            } else {
                answer(exchange, path, body);
            }
        }
    }

    void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET " + Paths.ABOUT -> say(exchange, new About("1", "Campus", "Asia/Seoul", false, now()));
            case "POST " + Paths.KIOSKS + "/pair" -> {
                deviceKey = json.read(body, PairKiosk.class).publicKey();
                say(exchange, new PairedKiosk(KIOSK, "Seat 1", spki(issuer)));
            }
            case "POST " + Paths.KIOSK_TOKENS -> token(exchange, json.read(body, KioskAssertion.class));
            case "GET " + Paths.KIOSK_SELF -> {
                if (admitted(exchange)) {
                    say(exchange, provision());
                }
            }
            case "PUT " + Paths.KIOSK_SELF + "/state" -> {
                if (admitted(exchange)) {
                    KioskState state = json.read(body, KioskState.class);
                    say(exchange, new NodeTime(now(), state.epoch() == null ? null : highWater(state.epoch())));
                }
            }
            case "POST " + Paths.CHECK_INS -> {
                CheckIn checkIn = json.read(body, CheckIn.class);
                if (poisoned.contains(checkIn.id())) {
                    problem(exchange, 500, "/problems/unexpected");
                } else if (isReused(checkIn)) {
                    problem(exchange, 409, "/problems/sequence-reused");
                } else if (admitted(exchange)) {
                    say(exchange, record(checkIn));
                }
            }
            case "POST " + Paths.PINS + "/checks" -> {
                if (admitted(exchange)) {
                    boolean right = json.read(body, PinCheck.class).pin().equals("7294");
                    say(exchange, right ? new PinAnswer(true, 0, "proof") : new PinAnswer(false, 30));
                }
            }
            default -> problem(exchange, 404, "/problems/not-found");
        }
    }

    private long highWater(long epoch) {
        return recordedCheckIns().stream()
                .filter(it -> it.epoch() == epoch)
                .mapToLong(CheckIn::seq)
                .max()
                .orElse(0);
    }

    private boolean isReused(CheckIn checkIn) {
        return recordedCheckIns().stream()
                .anyMatch(it -> it.epoch() == checkIn.epoch()
                        && it.seq() == checkIn.seq()
                        && !it.id().equals(checkIn.id()));
    }

    /// As restored from a backup: it knows its first check-ins only.
    void restoreTo(int count) {
        List<CheckInId> later =
                recordedCheckIns().stream().skip(count).map(CheckIn::id).toList();
        later.forEach(checkIns::remove);
        later.forEach(receipts::remove);
    }

    Receipt record(CheckIn checkIn) {
        int now = atOnce.incrementAndGet();
        mostAtOnce.accumulateAndGet(now, Math::max);
        if (!inHand.add(checkIn.id())) {
            doubled.incrementAndGet();
        }
        received.add(checkIn.id());
        checkIns.put(checkIn.id(), checkIn);
        Receipt receipt = receipts.computeIfAbsent(
                checkIn.id(), id -> new Receipt(id, new Outcome.UnknownCode(), receipts.size() + 1));
        inHand.remove(checkIn.id());
        atOnce.decrementAndGet();
        return receipt;
    }

    private Instant now() {
        return Instant.now().plus(ahead);
    }

    private boolean admitted(HttpExchange exchange) throws IOException {
        if (("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return true;
        }
        problem(exchange, 401, "/problems/token-expired");
        return false;
    }

    private void token(HttpExchange exchange, KioskAssertion assertion) throws IOException {
        String key = deviceKey;
        boolean known = key != null
                && Ed25519.verify(
                        Ed25519.publicKey(key),
                        KioskAssertion.signedBytes(assertion.kiosk(), assertion.at(), assertion.nonce()),
                        Base64.getDecoder().decode(assertion.signature()));
        boolean timely = Duration.between(assertion.at(), now()).abs().compareTo(SKEW) <= 0;
        if (!known) {
            problem(exchange, 401, "/problems/kiosk-unknown");
            return;
        }
        if (!timely) {
            problem(exchange, 400, "/problems/clock-off");
            return;
        }
        token = "token-" + tokens.incrementAndGet();
        say(exchange, new KioskToken(token, now().plusSeconds(300), now()));
    }

    private SignedProvision provision() {
        Provision provision = new Provision(
                KIOSK,
                "Seat 1",
                now(),
                "Campus",
                "Asia/Seoul",
                "00".repeat(16),
                Map.of(),
                "^[0-9]{8}$",
                null,
                rooms,
                Map.of(),
                List.of(),
                Map.of());
        byte[] content = json.write(provision);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(signer.getPrivate());
            signature.update("SEATSIDE-PROVISION-1\n".getBytes(StandardCharsets.US_ASCII));
            signature.update(content);
            Base64.Encoder base64 = Base64.getEncoder();
            return new SignedProvision(base64.encodeToString(content), base64.encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String spki(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    void say(HttpExchange exchange, Object value) throws IOException {
        send(exchange, 200, "application/json", json.write(value));
    }

    void problem(HttpExchange exchange, int status, String type) throws IOException {
        send(exchange, status, "application/problem+json", json.write(new Problem(type, "", status, null, null)));
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /// Does the work and cuts the line before the answer.
    static Fault answerLost() {
        return (node, exchange, body) -> {
            node.record(node.json.read(body, CheckIn.class));
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().flush();
        };
    }

    static Fault status(int status, String type, String body) {
        return (_, exchange, _) -> send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Fault refused(int status, String type) {
        return (node, exchange, _) -> node.problem(exchange, status, type);
    }

    /// Reads nothing more and never answers, until the node is closed.
    static Fault hangs() {
        return (_, exchange, _) -> {
            try (InputStream in = exchange.getRequestBody()) {
                synchronized (in) {
                    in.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
