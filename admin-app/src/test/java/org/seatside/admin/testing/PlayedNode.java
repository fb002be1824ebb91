package org.seatside.admin.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.About;
import org.seatside.model.api.HelpCallMove;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.KioskRoom;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.NewProof;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.api.PassCard;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Problem;
import org.seatside.model.api.Proven;
import org.seatside.model.api.Role;
import org.seatside.model.api.RoomCode;
import org.seatside.model.api.RoomWarning;
import org.seatside.model.api.SearchHit;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.api.Statistics;
import org.seatside.model.api.TagCode;
import org.seatside.model.api.TagReading;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.assist.Report;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.directory.SearchKind;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.id.Ids;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A node in memory behind real HTTP. Answers what the app asks for; can be told to fail, to be silent or to have
/// lost an answer. Its lists are open to the test.
public final class PlayedNode implements AutoCloseable {
    public static final String TOKEN = "setup-token-of-the-test";
    public static final String PASSWORD = "correct horse battery";
    private static final Logger LOG = LoggerFactory.getLogger(PlayedNode.class);
    private static final int PASS_TEXT = 121;

    public final List<Student> students = new CopyOnWriteArrayList<>();
    public final List<Room> rooms = new CopyOnWriteArrayList<>();
    public final List<KioskView> kiosks = new CopyOnWriteArrayList<>();
    public final List<CheckInEvent> checkIns = new CopyOnWriteArrayList<>();
    public final List<IssuedPass> passes = new CopyOnWriteArrayList<>();
    public final List<HelpCall> helpCalls = new CopyOnWriteArrayList<>();
    public final List<RoomWarning> warnings = new CopyOnWriteArrayList<>();
    public final List<Meeting> meetings = new CopyOnWriteArrayList<>();
    public final List<Section> sections = new CopyOnWriteArrayList<>();
    public final List<Hook> hooks = new CopyOnWriteArrayList<>();
    public final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    public final List<Report> reports = new CopyOnWriteArrayList<>();
    /// What tags say.
    public final Map<String, String> tags = new HashMap<>();

    public volatile UpstreamSummary upstream = new UpstreamSummary("none", true, Map.of());
    public volatile Statistics statistics = new Statistics(List.of(), List.of(), List.of());
    public volatile boolean needsSetup;
    /// The problem the next change gets in place of its answer; null for none.
    public volatile @Nullable Problem refusal;
    /// The problem the next pass gets in place of its answer; null for none.
    public volatile @Nullable Problem refusePass;
    /// Whether the next change is made but its answer lost.
    public volatile boolean loseAnswer;

    private final Json json = new Json();
    private final Ids ids;
    private final Clock clock;
    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final List<OutputStream> followers = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean silent;

    public PlayedNode(Clock clock) throws IOException {
        this.clock = clock;
        ids = new Ids(clock, new Random(1));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Ids ids() {
        return ids;
    }

    /// How many changes were made; one sent again under its id counts once.
    public int changes() {
        return answers.size();
    }

    /// Cuts every connection until it is told otherwise.
    public void silence(boolean now) {
        silent = now;
        if (now) {
            followers.forEach(PlayedNode::close);
            followers.clear();
        }
    }

    /// A check-in happens.
    public void checkIn(CheckInEvent event) {
        checkIns.addFirst(event);
        byte[] text = ("id: " + event.logIndex() + "\nevent: check-in\ndata: "
                        + new String(json.write(event), StandardCharsets.UTF_8) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
        followers.removeIf(follower -> !told(follower, text));
    }

    private static boolean told(OutputStream follower, byte[] text) {
        try {
            follower.write(text);
            follower.flush();
            return true;
        } catch (IOException e) {
            // It went away; it comes back by itself.
            return false;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (silent) {
            exchange.close();
            return;
        }
        try {
            String path = exchange.getRequestURI().getPath();
            if (path.equals(Paths.EVENTS)) {
                follow(exchange);
                return;
            }
            String command = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            Object answer = command == null || path.endsWith("/tag") || path.startsWith(Paths.SESSIONS)
                    ? answer(exchange, path)
                    : change(exchange, path, command);
            if (loseAnswer && command != null) {
                loseAnswer = false;
                exchange.close();
                return;
            }
            send(exchange, 200, "application/json", json.write(answer));
        } catch (Refused e) {
            send(exchange, e.problem.status(), "application/problem+json", json.write(e.problem));
        } catch (MalformedJsonException e) {
            send(exchange, 400, "text/plain", e.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private synchronized Object change(HttpExchange exchange, String path, String command)
            throws IOException, MalformedJsonException, Refused {
        Problem wanted = refusal;
        if (wanted != null) {
            refusal = null;
            throw new Refused(wanted);
        }
        Object before = answers.get(command);
        if (before == null) {
            before = answer(exchange, path);
            answers.put(command, before);
        }
        return before;
    }

    private Object answer(HttpExchange exchange, String path) throws IOException, MalformedJsonException, Refused {
        String call = exchange.getRequestMethod() + " "
                + path.substring(path.startsWith(Paths.BASE) ? Paths.BASE.length() : 0);
        String query = exchange.getRequestURI().getQuery() == null
                ? ""
                : exchange.getRequestURI().getQuery();
        return switch (call) {
            case "GET /about" -> new About("0.1.0", "한빛대학교", "Asia/Seoul", needsSetup, clock.instant());
            case "POST /setup" -> setup(body(exchange, new TypeReference<Setup>() {}));
            case "POST /sessions" -> signIn(body(exchange, new TypeReference<SignIn>() {}));
            case "DELETE /sessions/current" -> Map.of();
            case "GET /search" ->
                found(query).stream()
                        .map(it -> new SearchHit(SearchKind.STUDENT, it.id().value(), it.name(), it.number()))
                        .toList();
            case "GET /students" -> new Page<>(found(query), null);
            case "POST /students" -> add(body(exchange, new TypeReference<NewStudent>() {}));
            case "GET /rooms" -> new Page<>(rooms, null);
            case "POST /rooms" -> add(body(exchange, new TypeReference<NewRoom>() {}));
            case "POST /rooms/tag" -> read(body(exchange, new TypeReference<TagCode>() {}));
            case "GET /kiosks" -> kiosks;
            case "POST /kiosks" -> invite(body(exchange, new TypeReference<NewKiosk>() {}));
            case "POST /account/proof" -> prove(body(exchange, new TypeReference<NewProof>() {}));
            case "GET /help-calls" -> helpCalls;
            case "GET /rooms/warnings" -> warnings;
            case "GET /meetings" -> meetings;
            case "GET /sections" -> new Page<>(sections, null);
            case "GET /buildings" -> new Page<>(List.<Building>of(), null);
            case "GET /statistics" -> statistics;
            case "GET /check-ins" -> new Page<>(checkIns, null);
            case "GET /upstream" -> upstream;
            case "GET /hooks" -> hooks;
            case "GET /reports" -> reports;
            case "GET /low-attendance" -> List.of();
            default -> below(exchange, call);
        };
    }

    private Object below(HttpExchange exchange, String call) throws IOException, MalformedJsonException, Refused {
        String[] parts = call.split("[ /]+", -1);
        if (call.matches("GET /students/[^/]+/passes")) {
            return passes.stream()
                    .filter(pass -> pass.student().toString().equals(parts[2]))
                    .toList();
        }
        if (call.matches("POST /students/[^/]+/passes")) {
            return issue(parts[2], body(exchange, new TypeReference<NewPass>() {}));
        }
        if (call.matches("DELETE /passes/[^/]+")) {
            passes.replaceAll(pass -> pass.handle().equals(parts[2]) ? revoked(pass) : pass);
            return Map.of();
        }
        if (call.matches("GET /hooks/[^/]+/dead-letters")) {
            return letters.stream()
                    .filter(letter -> letter.hook().toString().equals(parts[2]))
                    .toList();
        }
        if (call.matches("GET /rooms/[^/]+/seats")) {
            return List.of();
        }
        if (call.matches("PUT /help-calls/[^/]+/state")) {
            HelpCallState to = Objects.requireNonNull(
                    body(exchange, new TypeReference<HelpCallMove>() {}).state());
            helpCalls.replaceAll(it -> it.id().toString().equals(parts[2]) ? it.moved(to, clock.instant()) : it);
            return helpCalls.stream()
                    .filter(it -> it.id().toString().equals(parts[2]))
                    .findFirst()
                    .orElseThrow();
        }
        if (call.matches("GET /rooms/[^/]+/code")) {
            return new RoomCode("R1:" + "7".repeat(100));
        }
        if (call.matches("PUT /kiosks/[^/]+/room")) {
            KioskRoom place = body(exchange, new TypeReference<KioskRoom>() {});
            kiosks.replaceAll(view -> view.kiosk().id().toString().equals(parts[2])
                    ? with(
                            view,
                            new Kiosk(
                                    view.kiosk().id(),
                                    view.kiosk().name(),
                                    place.room(),
                                    view.kiosk().publicKey(),
                                    false))
                    : view);
            return Map.of();
        }
        if (call.matches("DELETE /kiosks/[^/]+")) {
            kiosks.replaceAll(view -> view.kiosk().id().toString().equals(parts[2])
                    ? with(
                            view,
                            new Kiosk(
                                    view.kiosk().id(),
                                    view.kiosk().name(),
                                    view.kiosk().room(),
                                    view.kiosk().publicKey(),
                                    true))
                    : view);
            return Map.of();
        }
        throw refused(404, "not-found");
    }

    private static KioskView with(KioskView view, Kiosk kiosk) {
        return new KioskView(kiosk, view.lastSeen(), view.state());
    }

    private static IssuedPass revoked(IssuedPass pass) {
        return new IssuedPass(pass.handle(), pass.generation(), pass.student(), pass.expires(), pass.issuedAt(), true);
    }

    private SignedIn setup(Setup setup) throws Refused {
        if (!setup.token().equals(TOKEN)) {
            throw refused(403, "setup-token-wrong");
        }
        needsSetup = false;
        return session(setup.name());
    }

    private SignedIn signIn(SignIn signIn) throws Refused {
        if (!signIn.password().equals(PASSWORD)) {
            throw refused(401, "sign-in-failed");
        }
        return session(signIn.name());
    }

    private Proven prove(NewProof proof) throws Refused {
        if (!PASSWORD.equals(proof.password())) {
            throw refused(403, "password-wrong");
        }
        return new Proven(clock.instant().plusSeconds(600));
    }

    public SignedIn session(String name) {
        return new SignedIn(
                "session",
                ids.account(),
                name,
                Set.of(Role.ADMINISTRATOR),
                clock.instant().plusSeconds(3600));
    }

    private List<Student> found(String query) {
        String wanted = query.replaceAll("^.*?\\bq=([^&]*).*$", "$1");
        return students.stream()
                .filter(student ->
                        student.name().contains(wanted) || student.number().contains(wanted))
                .toList();
    }

    private Student add(NewStudent typed) throws Refused {
        if (students.stream().anyMatch(student -> student.number().equals(typed.number()))) {
            throw refused(409, "number-taken");
        }
        Student student = new Student(ids.student(), typed.number(), typed.name(), true);
        students.add(student);
        return student;
    }

    private Room add(NewRoom typed) throws Refused {
        String tag = typed.tagCode() == null ? null : tags.get(typed.tagCode());
        String name = typed.name().isBlank() && tag != null ? tag : typed.name();
        if (rooms.stream().anyMatch(room -> room.name().equals(name))) {
            throw refused(409, "name-taken");
        }
        Room room = new Room(ids.room(), name, typed.building(), typed.floor(), tag);
        rooms.add(room);
        return room;
    }

    private TagReading read(TagCode code) throws Refused {
        String tag = tags.get(code.code());
        if (tag == null) {
            throw refused(400, "tag-unreadable");
        }
        return new TagReading(
                tag,
                rooms.stream()
                        .filter(room -> tag.equals(room.tag()))
                        .findFirst()
                        .orElse(null));
    }

    private KioskInvitation invite(NewKiosk typed) throws Refused {
        if (kiosks.stream().anyMatch(view -> view.kiosk().name().equals(typed.name()))) {
            throw refused(409, "name-taken");
        }
        Kiosk kiosk = new Kiosk(ids.kiosk(), typed.name(), typed.room(), null, false);
        kiosks.add(new KioskView(kiosk, null, null));
        return new KioskInvitation(kiosk.id(), "7QK4M2XD", clock.instant().plusSeconds(900));
    }

    private PassCard issue(String student, NewPass typed) throws Refused {
        Problem wanted = refusePass;
        if (wanted != null) {
            refusePass = null;
            throw new Refused(wanted);
        }
        IssuedPass pass = new IssuedPass(
                "%014x".formatted(passes.size() + 1L),
                0,
                StudentId.of(student),
                typed.expires(),
                clock.instant(),
                false);
        passes.add(pass);
        return new PassCard(pass, "DP1:" + "A1B2C3D4E".repeat(20).substring(0, PASS_TEXT - 4));
    }

    /// A pass issued earlier.
    public void issued(Student student, LocalDate expires, Instant at, boolean revoked) {
        passes.add(new IssuedPass("%014x".formatted(passes.size() + 1L), 0, student.id(), expires, at, revoked));
    }

    private void follow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        followers.add(out);
    }

    private <T> T body(HttpExchange exchange, TypeReference<T> type) throws IOException, MalformedJsonException {
        return json.read(exchange.getRequestBody().readAllBytes(), type);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    public static Problem problem(int status, String code) {
        return new Problem("/problems/" + code, code, status, null, null);
    }

    private static Refused refused(int status, String code) {
        return new Refused(problem(status, code));
    }

    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            LOG.debug("A follower went first", e);
        }
    }

    @Override
    public void close() {
        followers.forEach(PlayedNode::close);
        server.stop(0);
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.type());
            this.problem = problem;
        }
    }
}
