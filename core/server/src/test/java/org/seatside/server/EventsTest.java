package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Changed;
import org.seatside.model.api.NewBuilding;
import org.seatside.model.api.Paths;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.api.Topic;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CheckInId;
import org.seatside.model.roster.Room;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EventsTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private CampusFixture campus;
    private Kiosks kiosk;
    private Api asKiosk;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        campus = CampusFixture.start(folder);
        Room room = campus.room("Live");
        campus.student("20230001");
        kiosk = Kiosks.pair(campus.admin(), "Live seat", room.id());
        asKiosk = kiosk.signIn(campus.open());
    }

    @AfterAll
    void stop() {
        campus.close();
    }

    private Receipt checkIn() {
        return asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20230001")).as(Receipt.class);
    }

    @Test
    void everySubscriberSeesEachCheckInAtOnceAndInOrder() throws Exception {
        List<Stream> streams = IntStream.range(0, 20).mapToObj(i -> open(null)).toList();

        List<CheckInId> sent =
                IntStream.range(0, 5).mapToObj(i -> checkIn().id()).toList();

        for (Stream stream : streams) {
            assertEquals(sent, ids(stream.take(5)));
            stream.close();
        }
    }

    @Test
    void streamGoesOnBehindTheLastEventSeen() throws Exception {
        Receipt first = checkIn();
        Receipt second = checkIn();
        Receipt third = checkIn();

        try (Stream stream = open(Long.toString(first.logIndex()))) {
            assertEquals(List.of(second.id(), third.id()), ids(stream.take(2)));
        }
    }

    @Test
    void streamFromTheBeginningHasEverythingOnce() throws Exception {
        IntStream.range(0, 300).forEach(i -> checkIn());

        try (Stream stream = open("0")) {
            List<CheckInEvent> events = stream.take(300);

            assertEquals(300, ids(events).stream().distinct().count());
            assertEquals(
                    events.stream().map(CheckInEvent::logIndex).sorted().toList(),
                    events.stream().map(CheckInEvent::logIndex).toList());
        }
    }

    @Test
    void everySubscriberHearsWhatChangedAndWhoComesBackHearsWhatMayHave() throws Exception {
        try (Stream one = open(null);
                Stream other = open(null)) {
            assertEquals(": here", one.line());
            assertEquals(": here", other.line());
            campus.admin()
                    .post(Paths.BUILDINGS, new NewBuilding("Changed", null))
                    .expect(200);

            Changed changed = new Changed(Set.of(Topic.BUILDINGS, Topic.ROOMS));
            assertEquals(changed, one.change());
            assertEquals(changed, other.change());
            try (Stream back = open("1")) {
                assertTrue(back.change().topics().containsAll(Set.of(Topic.BUILDINGS, Topic.STUDENTS)));
            }
        }
    }

    @Test
    void streamBeatsAndEndsWithTheSession() throws Exception {
        Api person = campus.open()
                .as(campus.open()
                        .post(Paths.SESSIONS, new SignIn("Admin", CampusFixture.PASSWORD))
                        .as(SignedIn.class)
                        .token());
        try (Stream stream = open(null, person)) {
            assertEquals(": here", stream.line());
            assertEquals("", stream.line());
            assertEquals(": still here", stream.line());

            person.delete(Paths.SESSIONS + "/current").expect(204);

            assertEquals("", stream.line());
            assertEquals(null, stream.line());
        }
    }

    @Test
    void lastEventIdThatIsNoneIsRefused() {
        assertEquals(
                "400 index-malformed",
                campus.admin()
                        .send("GET", Paths.EVENTS, null, Map.of("Last-Event-ID", "x"))
                        .refusal());
    }

    private static List<CheckInId> ids(List<CheckInEvent> events) {
        return events.stream().map(CheckInEvent::id).toList();
    }

    private Stream open(@Nullable String lastEventId) {
        return open(lastEventId, campus.admin());
    }

    private Stream open(@Nullable String lastEventId, Api person) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(person.base() + Paths.EVENTS))
                .header("Authorization", "Bearer " + person.token())
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertEquals(200, response.statusCode());
            return new Stream(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Stream(BufferedReader lines) implements AutoCloseable {
        private static final Duration PATIENCE = Duration.ofSeconds(25);

        @Nullable
        String line() throws Exception {
            return CompletableFuture.supplyAsync(() -> {
                        try {
                            return lines.readLine();
                        } catch (IOException e) {
                            return null;
                        }
                    })
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        List<CheckInEvent> take(int count) throws Exception {
            List<CheckInEvent> events = new ArrayList<>();
            String kind = "";
            while (events.size() < count) {
                String line = line();
                assertTrue(line != null, "the stream ended");
                kind = line.startsWith("event: ") ? line.substring(7) : kind;
                if (line.startsWith("data: ") && kind.equals("check-in")) {
                    events.add(Api.JSON.read(line.substring(6).getBytes(StandardCharsets.UTF_8), CheckInEvent.class));
                }
            }
            return events;
        }

        Changed change() throws Exception {
            String line = line();
            while (!"event: change".equals(line)) {
                assertTrue(line != null, "the stream ended");
                line = line();
            }
            String data = line();
            return Api.JSON.read(String.valueOf(data).substring(6).getBytes(StandardCharsets.UTF_8), Changed.class);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
