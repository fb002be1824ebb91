package org.seatside.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.outbox.Drafts;
import org.seatside.client.outbox.Outbox;
import org.seatside.json.Json;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Problem;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CheckInId;

final class KioskLinkTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Drafts drafts = new Drafts(1);

    /// A node, an outbox and a link, closed in the right order.
    private record Kiosk(FakeNode node, Outbox outbox, KioskLink link) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            link.close();
            outbox.close();
            node.close();
        }
    }

    private Kiosk kiosk() throws IOException {
        FakeNode node = new FakeNode();
        Outbox outbox = Outbox.open(folder.resolve("outbox"), new Json(), InstantSource.system(), new SecureRandom());
        return new Kiosk(node, outbox, link(node.uri(), outbox, InstantSource.system()));
    }

    private Kiosk pairedKiosk() throws IOException, NodeException {
        Kiosk kiosk = kiosk();
        kiosk.link().pair("ABCD1234");
        return kiosk;
    }

    private KioskLink link(URI uri, Outbox outbox, InstantSource clock) throws IOException {
        DeviceKey key = DeviceKey.at(folder.resolve("device.key"));
        return new KioskLink(List.of(uri), folder, key, outbox, "1", new Json(), clock);
    }

    @Test
    void aPinIsRightOrWrongOrNobodyCouldSay() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            assertEquals(new PinResult.Right("proof"), kiosk.link().checkPin("20260417", "7294", SOON));
            assertEquals(new PinResult.Wrong(30), kiosk.link().checkPin("20260417", "7295", SOON));
            kiosk.node()
                    .next(Paths.PINS + "/checks", (node, exchange, _) -> node.problem(exchange, 503, "/problems/no"));
            assertEquals(new PinResult.Unchecked(), kiosk.link().checkPin("20260417", "7294", SOON));
        }
        try (Kiosk unpaired = kiosk()) {
            unpaired.node().close();
            assertEquals(new PinResult.Unchecked(), unpaired.link().checkPin("20260417", "7294", SOON));
        }
    }

    @Test
    void sentCheckInIsAcknowledgedOnceAndNoLongerWaits() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            CheckIn checkIn = kiosk.outbox().append(drafts.next());
            SendResult result = kiosk.link().send(checkIn, SOON);

            assertEquals(new SendResult.Answered(kiosk.node().record(checkIn)), result);
            assertEquals(0, kiosk.outbox().waiting());
            assertEquals(LinkStatus.State.READY, kiosk.link().status().state());
            assertEquals(1, kiosk.node().tokensGiven());
        }
    }

    @Test
    void lostAnswerIsSentAgainUnderTheSameIdAndCountsOnce() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            kiosk.node().next(Paths.CHECK_INS, FakeNode.answerLost());
            CheckIn checkIn = kiosk.outbox().append(drafts.next());
            SendResult first = kiosk.link().send(checkIn, SOON);
            assertEquals(new SendResult.NoAnswer(SendResult.Cause.UNREACHABLE), first);
            assertEquals(List.of(checkIn), kiosk.outbox().oldestFirst(9));

            kiosk.link().start(() -> "RUNNING");

            await().atMost(LONG).until(() -> kiosk.outbox().waiting() == 0);
            assertEquals(List.of(checkIn.id(), checkIn.id()), kiosk.node().received());
            assertEquals(1, kiosk.node().recorded());
        }
    }

    @Test
    void whateverElseAnswersLeavesTheCheckInWaiting() throws Exception {
        record Case(SendResult.Cause cause, FakeNode.Fault fault) {}
        String huge = "\"" + "x".repeat(2_000_000) + "\"";
        List<Case> cases = List.of(
                new Case(SendResult.Cause.NOT_READY, FakeNode.refused(503, "/problems/not-ready")),
                new Case(SendResult.Cause.NOT_READY, FakeNode.status(500, "text/html", "<h1>Oops</h1>")),
                new Case(SendResult.Cause.NOT_READY, FakeNode.refused(429, "/problems/too-many")),
                new Case(SendResult.Cause.NOT_READY, FakeNode.refused(408, "/problems/too-slow")),
                new Case(SendResult.Cause.NOT_READY, FakeNode.refused(409, Problem.IN_PROGRESS)),
                new Case(SendResult.Cause.GARBAGE, FakeNode.status(200, "text/html", "<h1>Sign in to Wi-Fi</h1>")),
                new Case(SendResult.Cause.GARBAGE, FakeNode.status(200, "application/json", "{\"id\":1}")),
                new Case(SendResult.Cause.GARBAGE, FakeNode.status(200, "application/json", "{")),
                new Case(SendResult.Cause.GARBAGE, FakeNode.status(204, "application/json", "")),
                new Case(SendResult.Cause.GARBAGE, FakeNode.status(404, "text/html", "<h1>Not found</h1>")),
                new Case(SendResult.Cause.UNREACHABLE, FakeNode.status(200, "application/json", huge)),
                new Case(SendResult.Cause.GARBAGE, (_, exchange, _) -> {
                    exchange.getResponseHeaders().set("Location", "/api/v1/about");
                    FakeNode.send(exchange, 307, "text/html", new byte[0]);
                }),
                new Case(SendResult.Cause.TIMED_OUT, FakeNode.hangs()));
        try (Kiosk kiosk = pairedKiosk()) {
            for (Case one : cases) {
                CheckIn checkIn = kiosk.outbox().append(drafts.next());
                kiosk.node().next(Paths.CHECK_INS, one.fault());
                SendResult result = kiosk.link().send(checkIn, Duration.ofSeconds(2));

                assertEquals(new SendResult.NoAnswer(one.cause()), result);
                assertTrue(kiosk.outbox().isWaiting(checkIn.id()));
            }
            assertEquals(List.of(), kiosk.outbox().refused());
        }
    }

    @Test
    void slowNodeIsLeftAfterTheTimeGiven() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            kiosk.node().next(Paths.CHECK_INS, FakeNode.hangs());
            CheckIn checkIn = kiosk.outbox().append(drafts.next());
            long before = System.nanoTime();
            SendResult result = kiosk.link().send(checkIn, Duration.ofMillis(300));
            Duration taken = Duration.ofNanos(System.nanoTime() - before);

            assertEquals(new SendResult.NoAnswer(SendResult.Cause.TIMED_OUT), result);
            assertTrue(taken.compareTo(Duration.ofSeconds(3)) < 0, taken.toString());
        }
    }

    @Test
    void checkInTheNodeRefusesIsKeptAmongTheRefused() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            kiosk.node().next(Paths.CHECK_INS, FakeNode.refused(422, "/problems/check-in-too-long"));
            CheckIn checkIn = kiosk.outbox().append(drafts.next());
            SendResult result = kiosk.link().send(checkIn, SOON);

            assertEquals(new SendResult.RefusedByNode("CHECK_IN_TOO_LONG"), result);
            assertEquals(0, kiosk.outbox().waiting());
            assertEquals(checkIn, kiosk.outbox().refused().getFirst().checkIn());
        }
    }

    @Test
    void expiredTokenIsRenewedOnceForAllWhoMeetIt() throws Exception {
        try (Kiosk kiosk = pairedKiosk();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = kiosk.node().tokensGiven();
            kiosk.node().expireToken();
            List<Future<SendResult>> sends = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                CheckIn checkIn = kiosk.outbox().append(drafts.next());
                sends.add(threads.submit(() -> kiosk.link().send(checkIn, LONG)));
            }
            for (Future<SendResult> send : sends) {
                assertInstanceOf(SendResult.Answered.class, send.get());
            }

            assertEquals(before + 1, kiosk.node().tokensGiven());
        }
    }

    @Test
    void clockFiveMinutesOffIsMeasuredBeforeTheFirstProof() throws Exception {
        try (Kiosk kiosk = kiosk()) {
            kiosk.node().ahead(Duration.ofMinutes(7));
            kiosk.link().pair("ABCD1234");
            KioskTime now = kiosk.link().now();

            Duration off = Duration.between(
                            InstantSource.system().instant().plus(Duration.ofMinutes(7)), now.corrected())
                    .abs();
            assertTrue(off.compareTo(now.uncertainty().plusMillis(50)) <= 0, off + " of " + now.uncertainty());
            assertTrue(now.uncertainty().compareTo(Duration.ofSeconds(5)) < 0, now.toString());
        }
    }

    @Test
    void nodeClockThatJumpsIsMeasuredAgainForTheNextToken() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            kiosk.node().ahead(Duration.ofHours(1));
            kiosk.node().expireToken();
            CheckIn checkIn = kiosk.outbox().append(drafts.next());

            assertInstanceOf(SendResult.Answered.class, kiosk.link().send(checkIn, SOON));
        }
    }

    @Test
    void refusedTokenIsNoRefusalOfTheCheckIn() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            for (int status : List.of(400, 404, 409, 422, 429)) {
                kiosk.node().expireToken();
                kiosk.node().next(Paths.KIOSK_TOKENS, FakeNode.refused(status, "/problems/x"));
                kiosk.node().next(Paths.KIOSK_TOKENS, FakeNode.refused(status, "/problems/x"));
                CheckIn checkIn = kiosk.outbox().append(drafts.next());

                assertInstanceOf(SendResult.NoAnswer.class, kiosk.link().send(checkIn, SOON));
                assertTrue(kiosk.outbox().isWaiting(checkIn.id()));
                kiosk.node().clearFaults();
            }
        }
    }

    @Test
    void provisionSignedByAnotherIsRefusedAndTheOldOneStays() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            var trusted = kiosk.link().provision();
            assertTrue(trusted.isPresent());
            kiosk.node().signWithAnotherKey();

            assertThrows(UntrustedProvisionException.class, () -> kiosk.link().refreshProvision());
            assertEquals(trusted, kiosk.link().provision());
        }
    }

    @Test
    void pairingAndProvisionOutliveARestartAndAChangedProvisionDoesNot() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            URI nobody = URI.create("http://127.0.0.1:9");
            try (KioskLink restarted = link(nobody, kiosk.outbox(), InstantSource.system())) {
                assertEquals(kiosk.link().provision(), restarted.provision());
                assertEquals(kiosk.link().pairing(), restarted.pairing());
            }
            Path file = folder.resolve("provision.json");
            String text = Files.readString(file, StandardCharsets.UTF_8);
            int at = text.indexOf("\"provision\":\"") + 40;
            String changed = text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
            Files.writeString(file, changed, StandardCharsets.UTF_8);
            try (KioskLink restarted = link(nobody, kiosk.outbox(), InstantSource.system())) {
                assertEquals(Optional.empty(), restarted.provision());
            }
        }
    }

    @Test
    void kioskThatIsNotPairedSendsNothing() throws Exception {
        try (Kiosk kiosk = kiosk()) {
            CheckIn checkIn = kiosk.outbox().append(drafts.next());

            assertEquals(
                    new SendResult.NoAnswer(SendResult.Cause.NOT_PAIRED),
                    kiosk.link().send(checkIn, SOON));
            assertEquals(LinkStatus.State.NOT_PAIRED, kiosk.link().status().state());
            assertEquals(List.of(), kiosk.node().received());
        }
    }

    @Test
    void revokedKioskKeepsItsCheckInsUntilItIsPairedAgain() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            kiosk.link().start(() -> "RUNNING");
            kiosk.node().revoke();
            CheckIn checkIn = kiosk.outbox().append(drafts.next());
            assertEquals(
                    new SendResult.NoAnswer(SendResult.Cause.REVOKED),
                    kiosk.link().send(checkIn, SOON));
            assertEquals(LinkStatus.State.REVOKED, kiosk.link().status().state());
            assertEquals(1, kiosk.link().status().waiting());
            assertTrue(kiosk.link().isUsed("ABCD1234"));
            assertFalse(kiosk.link().isUsed("EFGH5678"));

            kiosk.link().pair("EFGH5678");

            await().atMost(LONG).until(() -> kiosk.outbox().waiting() == 0);
            assertEquals(List.of(checkIn.id()), kiosk.node().received());
        }
    }

    @Test
    void foregroundAndDrainNeverSendTheSameCheckInAtOnce() throws Exception {
        try (Kiosk kiosk = pairedKiosk();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            kiosk.link().start(() -> "RUNNING");
            List<Future<SendResult>> sends = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                CheckIn checkIn = kiosk.outbox().append(drafts.next());
                if (i % 10 == 0) {
                    kiosk.node().next(Paths.CHECK_INS, FakeNode.refused(503, "/problems/not-ready"));
                }
                sends.add(threads.submit(() -> kiosk.link().send(checkIn, SOON)));
            }
            for (Future<SendResult> send : sends) {
                assertNotEquals(new SendResult.NoAnswer(SendResult.Cause.GARBAGE), send.get());
            }

            await().atMost(LONG).until(() -> kiosk.outbox().waiting() == 0);
            assertEquals(0, kiosk.node().doubled());
            assertEquals(300, kiosk.node().recorded());
            assertEquals(0, kiosk.outbox().refused().size());
        }
    }

    @Test
    void checkInOnWhichTheNodeFailsHoldsUpNobodyElse() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            CheckIn poisoned = kiosk.outbox().append(drafts.next());
            kiosk.node().poison(poisoned.id());
            for (int i = 0; i < 200; i++) {
                CheckIn _ = kiosk.outbox().append(drafts.next());
            }
            kiosk.link().start(() -> "RUNNING");

            await().atMost(LONG).until(() -> kiosk.outbox().waiting() == 1);
            assertEquals(List.of(poisoned), kiosk.outbox().oldestFirst(9));
            assertEquals(200, kiosk.node().recorded());
        }
    }

    @Test
    void checkInOnWhichTheKioskItselfFailsHoldsUpNobodyElse() throws Exception {
        try (Kiosk kiosk = pairedKiosk()) {
            // Longer than any record of the journal may be.
            String endless = "X".repeat(100_000);
            CheckIn odd = kiosk.outbox().append(drafts.next());
            kiosk.node()
                    .next(
                            Paths.CHECK_INS,
                            (node, exchange, _) ->
                                    node.say(exchange, new Receipt(odd.id(), new Outcome.Refused(endless), 1)));
            kiosk.link().start(() -> "RUNNING");
            await().atMost(LONG).until(() -> kiosk.outbox().waiting() == 0);

            CheckIn next = kiosk.outbox().append(drafts.next());
            SendResult unsent = new SendResult.NoAnswer(SendResult.Cause.TIMED_OUT);
            kiosk.node().next(Paths.CHECK_INS, FakeNode.hangs());
            assertEquals(unsent, kiosk.link().send(next, Duration.ofMillis(300)));

            await().atMost(LONG).until(() -> kiosk.outbox().waiting() == 0);
            assertEquals(List.of(next.id()), kiosk.node().received());
        }
    }

    @Test
    void tenThousandWaitingCheckInsDrainOldestFirst() throws Exception {
        int count = 10_000;
        try (Kiosk kiosk = pairedKiosk()) {
            List<CheckInId> appended = new ArrayList<>();
            try (var threads =
                    Executors.newFixedThreadPool(64, Thread.ofVirtual().factory())) {
                for (int i = 0; i < count; i++) {
                    var _ = threads.submit(() -> kiosk.outbox().append(drafts.next()));
                }
            }
            kiosk.outbox().oldestFirst(count).forEach(it -> appended.add(it.id()));

            long before = System.nanoTime();
            kiosk.link().start(() -> "RUNNING");
            await().atMost(Duration.ofMinutes(2)).until(() -> kiosk.outbox().waiting() == 0);
            System.out.println(count + " check-ins drained in " + (System.nanoTime() - before) / 1_000_000 + " ms");

            List<CheckInId> received = kiosk.node().received();
            assertEquals(count, kiosk.node().recorded());
            assertEquals(count, received.size());
            assertTrue(kiosk.node().mostAtOnce() <= 4);
            for (int i = 0; i < count; i += 97) {
                assertTrue(Math.abs(received.indexOf(appended.get(i)) - i) < 64, "oldest first");
            }
        }
    }

    @Test
    void closingEndsInTimeWhileTheNodeHangs() throws Exception {
        Kiosk kiosk = pairedKiosk();
        for (int i = 0; i < 8; i++) {
            kiosk.node().next(Paths.CHECK_INS, FakeNode.hangs());
            kiosk.outbox().append(drafts.next());
        }
        kiosk.link().start(() -> "RUNNING");

        long before = System.nanoTime();
        kiosk.link().close();
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        assertTrue(taken.compareTo(Duration.ofSeconds(8)) < 0, taken.toString());
        assertEquals(8, kiosk.outbox().waiting());
        kiosk.close();
    }
}
