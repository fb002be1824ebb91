package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.DeviceKey;
import org.seatside.client.KioskLink;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.client.outbox.Outbox;
import org.seatside.json.Json;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NodeAuthority;
import org.seatside.model.api.Provision;
import org.seatside.model.api.Setup;

/// A campus takes another authority while a real kiosk goes on, over real handshakes.
final class AuthorityRotationTest {
    private static final Duration LONG = Duration.ofDays(30);

    @TempDir
    private Path folder;

    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        outbox = Outbox.open(folder.resolve("outbox"), new Json(), InstantSource.system(), new SecureRandom());
    }

    @AfterEach
    void close() throws Exception {
        outbox.close();
    }

    private static Node start(Path data, int port, Duration knownBefore) throws Exception {
        return Node.start(NodeConfig.in(data)
                .withHttp(new NodeConfig.Http(
                        "127.0.0.1",
                        port,
                        List.of("127.0.0.1"),
                        new NodeConfig.Tls(true, null, null, knownBefore),
                        1_000,
                        1_000)));
    }

    private KioskLink link(URI node) throws IOException {
        return new KioskLink(
                List.of(node),
                folder.resolve("kiosk"),
                DeviceKey.at(folder.resolve("device.key")),
                outbox,
                "1",
                new Json(),
                InstantSource.system());
    }

    @Test
    void aKioskLearnsTheNextAuthorityAndTrustsTheOldOneNoMoreOnceItHasTakenOver() throws Exception {
        Path data = folder.resolve("node");
        URI first;
        try (Node node = start(data, 0, LONG);
                NodeClient admin = new NodeClient(List.of(node.baseUri()), new Json())) {
            first = node.baseUri();
            String token = Files.readString(data.resolve("setup-token")).strip();
            admin.setup(new Setup(token, "Admin", CampusFixture.PASSWORD), admin.newCommand());
            String code = admin.inviteKiosk(new NewKiosk("Seat", null), admin.newCommand())
                    .code();
            NodeAuthority before = admin.node().authority();
            try (KioskLink kiosk = link(first)) {
                kiosk.pair(code);
                NodeAuthority during = admin.node().rotateAuthority(admin.newCommand());
                assertEquals(during, admin.node().rotateAuthority(admin.newCommand()), "one is on its way");
                assertEquals(before.pin(), during.pin());
                assertEquals("ca=" + during.pin() + "," + during.nextPin(), fragment(node));
                kiosk.refreshProvision();
            }
        }
        copy(data, folder.resolve("stolen"));

        try (Node node = start(data, first.getPort(), Duration.ZERO);
                KioskLink kiosk = link(first)) {
            assertNotEquals(first.getFragment(), fragment(node));
            assertFalse(reaches(first), "who did not learn of it has to be told");
            assertTrue(reaches(node.baseUri()));
            kiosk.refreshProvision();
            assertEquals(
                    new Provision.Authorities(List.of(pin(node.baseUri())), List.of(pin(first))),
                    kiosk.provision().orElseThrow().authorities());
        }

        try (Node _ = start(folder.resolve("stolen"), first.getPort(), LONG);
                KioskLink kiosk = link(first)) {
            assertTrue(reaches(first));
            assertEquals(
                    NodeException.Kind.UNREACHABLE,
                    assertThrows(NodeException.class, kiosk::refreshProvision).kind(),
                    "the authority that was replaced is trusted no more");
        }
    }

    private static String pin(URI node) {
        return String.valueOf(node.getFragment()).substring("ca=".length());
    }

    private static String fragment(Node node) {
        return String.valueOf(node.baseUri().getFragment());
    }

    private static boolean reaches(URI node) {
        try (NodeClient client = new NodeClient(List.of(node), new Json())) {
            client.about();
            return true;
        } catch (NodeException e) {
            assertEquals(NodeException.Kind.UNREACHABLE, e.kind());
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void theNextOneTakesOverWhenItsTimeHasComeAndStaysAfterARestart() throws Exception {
        char[] password = "password".toCharArray();
        DataFolder kept = new DataFolder(folder.resolve("keys"));
        Instant now = Instant.parse("2026-03-02T00:00:00Z");
        Authorities authorities = new Authorities(kept, password, now, LONG, new SecureRandom());
        String old = authorities.current().pin();
        assertFalse(authorities.lookAfter(now));

        String next = authorities.rotate(now).nextPin();

        assertFalse(authorities.lookAfter(now.plus(LONG).minusSeconds(1)));
        assertEquals(new NodeAuthority(old, next, now.plus(LONG), List.of()), authorities.state());
        Instant over = now.plus(LONG);
        assertTrue(new Authorities(kept, password, over, LONG, new SecureRandom()).lookAfter(over));
        NodeAuthority after = new Authorities(kept, password, over, LONG, new SecureRandom()).state();
        assertEquals(new NodeAuthority(String.valueOf(next), null, null, List.of(old)), after);
    }

    @Test
    void anAuthorityThatEndsWithinAYearIsReplacedWithoutBeingAsked() throws Exception {
        char[] password = "password".toCharArray();
        DataFolder kept = new DataFolder(folder.resolve("keys"));
        Instant made = Instant.parse("2026-03-02T00:00:00Z");
        Authorities authorities = new Authorities(kept, password, made, LONG, new SecureRandom());
        Instant late = authorities.current().endsAt().minus(Duration.ofDays(300));

        authorities.lookAfter(late);

        assertEquals(late.plus(LONG), authorities.state().nextAt());
    }
}
