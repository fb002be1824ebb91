package org.seatside.kiosk.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.kiosk.checkin.SampleCampus;
import org.seatside.model.api.About;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.KioskActionMove;
import org.seatside.model.api.KioskAssist;
import org.seatside.model.api.KioskToken;
import org.seatside.model.api.NodeTime;
import org.seatside.model.api.PairKiosk;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Problem;
import org.seatside.model.api.Provision;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.KioskActionId;

/// A node on the loopback that believes every kiosk and finds everybody present.
final class LoopbackNode implements AutoCloseable {
    private static final Duration TELLS_EVERY = Duration.ofMillis(100);

    static final Outcome PRESENT = new Outcome.Present(
            MaskedStudent.of("홍길동", "20260017"), new Place(SampleCampus.ROOM, "19C4", null), SampleCampus.NOW);

    final List<CheckIn> checkIns = new CopyOnWriteArrayList<>();

    /// Those of every attempt to pair.
    final List<String> codes = new CopyOnWriteArrayList<>();

    /// What the kiosk said to what it was asked: action and state.
    final List<String> told = new CopyOnWriteArrayList<>();

    final Map<KioskActionId, byte[]> answers = new ConcurrentHashMap<>();
    private final List<KioskAction> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean revoked;
    private final AtomicReference<@Nullable HelpCall> help = new AtomicReference<>();
    private final Json json = new Json();
    private final SampleCampus campus;
    private final HttpServer server;

    LoopbackNode(SampleCampus campus, int port) throws IOException {
        this.campus = campus;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(exchanges);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// Knows the kiosk no more, until it is paired again.
    void revoke() {
        revoked = true;
    }

    /// Staff ask the kiosk to do something.
    KioskActionId ask(KioskAction.Kind kind, Instant expiresAt) {
        KioskActionId id = new KioskActionId(UUID.randomUUID());
        asked.add(new KioskAction(
                id,
                campus.provision(SampleCampus.ROOM).kiosk(),
                kind,
                "staff",
                Instant.now(),
                expiresAt,
                KioskAction.State.ASKED,
                null,
                0));
        return id;
    }

    /// The open call for help, if there is one.
    Optional<HelpCall> help() {
        return Optional.ofNullable(help.get());
    }

    /// Staff do something about the call.
    void helpMoves(HelpCallState to) {
        help.updateAndGet(call -> call == null ? null : call.moved(to, SampleCampus.NOW));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.equals(Paths.KIOSKS + "/pair")) {
            codes.add(json.read(body, PairKiosk.class).code());
            revoked = false;
        }
        if (revoked && !path.equals(Paths.ABOUT)) {
            Problem problem = new Problem("/problems/kiosk-unknown", "", 401, null, null);
            send(exchange, 401, "application/problem+json", problem);
            return;
        }
        if (path.equals(Paths.KIOSK_ASSIST + "/events")) {
            tellAgainAndAgain(exchange);
            return;
        }
        try {
            send(exchange, 200, "application/json", answer(path, body));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void send(HttpExchange exchange, int status, String type, Object content) throws IOException {
        byte[] answer = json.write(content);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void tellAgainAndAgain(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream stream = exchange.getResponseBody()) {
            while (!exchanges.isShutdown()) {
                KioskAssist now = new KioskAssist(List.of(), help.get()).asked(List.copyOf(asked));
                stream.write("event: assist\ndata: ".getBytes(StandardCharsets.UTF_8));
                stream.write(json.write(now));
                stream.write("\n\n".getBytes(StandardCharsets.UTF_8));
                stream.flush();
                LockSupport.parkNanos(TELLS_EVERY.toNanos());
            }
        }
    }

    private Object heard(String path, byte[] body) throws IOException {
        String[] parts = path.split("/", -1);
        KioskActionId id = KioskActionId.of(parts[parts.length - 2]);
        if (path.endsWith("/answer")) {
            answers.put(id, body);
        } else {
            KioskActionMove move = json.read(body, KioskActionMove.class);
            told.add(id + " " + move.state());
        }
        return Map.of();
    }

    private Object answer(String path, byte[] body) throws IOException, GeneralSecurityException {
        Provision provision = campus.provision(SampleCampus.ROOM);
        if (path.startsWith(Paths.KIOSK_ASSIST + "/help-calls/")) {
            helpMoves(HelpCallState.DONE);
            return Objects.requireNonNull(help.get());
        }
        if (path.startsWith(Paths.KIOSK_ASSIST + "/actions/")) {
            return heard(path, body);
        }
        Instant now = Instant.now();
        return switch (path) {
            case Paths.ABOUT -> new About("1", "한빛대학교", "Asia/Seoul", false, now);
            case Paths.KIOSKS + "/pair" -> new PairedKiosk(provision.kiosk(), "창가 1", campus.issuerKey());
            case Paths.KIOSK_TOKENS -> new KioskToken("token", now.plusSeconds(600), now);
            case Paths.KIOSK_SELF -> campus.signed(provision);
            case Paths.KIOSK_SELF + "/state", Paths.READY -> new NodeTime(now, null);
            case Paths.KIOSK_ASSIST -> new KioskAssist(List.of(), help.get());
            case Paths.KIOSK_ASSIST + "/help-calls" -> {
                HelpCall call = new HelpCall(
                        new HelpCallId(new UUID(6, 7)),
                        provision.kiosk(),
                        SampleCampus.ROOM,
                        HelpCallState.CALLED,
                        now,
                        null,
                        null,
                        null);
                help.set(call);
                yield call;
            }
            case Paths.CHECK_INS -> {
                CheckIn checkIn = json.read(body, CheckIn.class);
                checkIns.add(checkIn);
                yield new Receipt(checkIn.id(), PRESENT, checkIns.size());
            }
            default -> throw new IOException("No such resource: " + path);
        };
    }

    /// Dies without a word.
    @Override
    public void close() {
        exchanges.shutdownNow();
        server.stop(0);
    }
}
