package org.seatside.cli.bench.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.KioskAssertion;
import org.seatside.model.api.KioskToken;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.PairKiosk;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Setup;
import org.seatside.model.attendance.Identification;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// Enters a campus for load into an empty node, through its API: every kiosk in a room of its own with a
/// meeting that is open, every student enrolled for all of them and with a pass.
final class LoadedCampus {
    private static final int AT_ONCE = 32;
    private static final int ENROLLED_AT_ONCE = 500;

    private final NodeClient staff;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Json json = new Json();
    private final URI node;
    private final SecureRandom random = new SecureRandom();

    private LoadedCampus(URI node, NodeClient staff) {
        this.node = node;
        this.staff = staff;
    }

    /// @param data the node's folder
    /// @param passes whether students are told by their passes; by their numbers otherwise
    static CheckInRequests enter(URI node, Path data, int kiosks, int students, boolean passes)
            throws IOException, NodeException {
        Json json = new Json();
        try (NodeClient staff = new NodeClient(List.of(node), json)) {
            String token = Files.readString(data.resolve("setup-token")).strip();
            staff.setup(new Setup(token, "bench", UUID.randomUUID().toString()), staff.newCommand());
            return new LoadedCampus(node, staff).enter(kiosks, students, passes);
        }
    }

    private CheckInRequests enter(int kiosks, int students, boolean passes) throws IOException, NodeException {
        Section section = staff.addSection(new NewSection("LOAD-01", "자료구조"), staff.newCommand());
        List<Member> members = inParallel(students, i -> member(i, passes));
        for (int from = 0; from < students; from += ENROLLED_AT_ONCE) {
            List<StudentId> ids = members.subList(from, Math.min(students, from + ENROLLED_AT_ONCE)).stream()
                    .map(Member::id)
                    .toList();
            staff.enrol(section.id(), new Enrolment(ids), staff.newCommand());
        }
        List<CheckInRequests.LoadedKiosk> paired = inParallel(kiosks, i -> kiosk(i, section));
        return new CheckInRequests(
                paired,
                members.stream().map(Member::text).toList(),
                passes ? Identification.PASS : Identification.NUMBER_TYPED);
    }

    private record Member(StudentId id, String text) {}

    private Member member(int number, boolean passes) throws NodeException {
        Student student =
                staff.addStudent(new NewStudent(Integer.toString(20_000_000 + number), "홍길동"), staff.newCommand());
        if (!passes) {
            return new Member(student.id(), student.number());
        }
        LocalDate expires = LocalDate.now(ZoneOffset.UTC).plusMonths(4);
        return new Member(
                student.id(),
                staff.issuePass(student.id(), new NewPass(expires), staff.newCommand())
                        .text());
    }

    private CheckInRequests.LoadedKiosk kiosk(int number, Section section) throws IOException, NodeException {
        Room room = staff.addRoom(new NewRoom("Room " + number, "공학관", "4층", null), staff.newCommand());
        Instant now = Instant.now();
        staff.addMeeting(
                new NewMeeting(section.id(), room.id(), now, now.plus(Duration.ofHours(2)), 60, 60, 100),
                staff.newCommand());
        String code = staff.inviteKiosk(new NewKiosk("Kiosk " + number, room.id()), staff.newCommand())
                .code();
        try {
            KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String publicKey =
                    Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
            PairedKiosk paired = post(Paths.KIOSKS + "/pair", new PairKiosk(code, publicKey), PairedKiosk.class);
            KioskToken token = post(Paths.KIOSK_TOKENS, assertion(paired, key), KioskToken.class);
            return new CheckInRequests.LoadedKiosk(
                    paired.kiosk().toString(), token.token(), room.id().toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no Ed25519", e);
        }
    }

    private KioskAssertion assertion(PairedKiosk paired, KeyPair key) throws GeneralSecurityException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = Instant.now();
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(key.getPrivate());
        signer.update(KioskAssertion.signedBytes(paired.kiosk(), now, nonce));
        return new KioskAssertion(
                paired.kiosk(), now, nonce, Base64.getEncoder().encodeToString(signer.sign()));
    }

    private <T> T post(String path, Object body, Class<T> type) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(node.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.write(body)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("POST " + path + " was answered " + answer.statusCode());
            }
            return json.read(answer.body(), type);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Makes one of the things to enter.
    private interface Entry<T> {
        T make(int number) throws IOException, NodeException;
    }

    private static <T> List<T> inParallel(int count, Entry<T> entry) throws IOException {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> entered = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                entered.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        return entry.make(number);
                    } finally {
                        places.release();
                    }
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> one : entered) {
                all.add(one.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("The campus could not be entered: " + e.getCause(), e.getCause());
        }
    }
}
