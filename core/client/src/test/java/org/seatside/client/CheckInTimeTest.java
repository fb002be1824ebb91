package org.seatside.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.outbox.Drafts;
import org.seatside.client.outbox.Outbox;
import org.seatside.json.Json;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.KioskTime;

/// Which time a check-in bears when it reaches the node.
final class CheckInTimeTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AHEAD = Duration.ofMinutes(7);

    @TempDir
    private Path folder;

    private final Drafts drafts = new Drafts(1);
    private volatile Duration jump = Duration.ZERO;
    private final InstantSource wall = () -> Instant.now().plus(jump);

    private Outbox outbox() throws Exception {
        return Outbox.open(folder.resolve("outbox"), new Json(), wall, new SecureRandom());
    }

    private KioskLink link(URI uri, Outbox outbox) throws Exception {
        return new KioskLink(
                List.of(uri), folder, DeviceKey.at(folder.resolve("device.key")), outbox, "1", new Json(), wall);
    }

    @Test
    void checkInFromBeforeTheFirstMeasurementIsSentWithWhatWasMeasuredSince() throws Exception {
        try (FakeNode node = new FakeNode();
                Outbox outbox = outbox();
                KioskLink link = link(node.uri(), outbox)) {
            node.ahead(AHEAD);
            CheckIn early = outbox.append(drafts.next(link.now()));
            assertEquals(Duration.ofHours(1), early.time().uncertainty());
            link.pair("ABCD1234");

            assertInstanceOf(SendResult.Answered.class, link.send(early, SOON));

            assertNear(early.time().wall().plus(AHEAD), node.recordedCheckIns().getFirst());
        }
    }

    @Test
    void whatIsInTheOutboxStaysAsItWas() throws Exception {
        try (FakeNode node = new FakeNode();
                Outbox outbox = outbox();
                KioskLink link = link(node.uri(), outbox)) {
            CheckIn early = outbox.append(drafts.next(link.now()));
            link.pair("ABCD1234");
            node.next("/api/v1/check-ins", FakeNode.answerLost());

            assertInstanceOf(SendResult.NoAnswer.class, link.send(early, SOON));

            assertEquals(List.of(early), outbox.oldestFirst(9));
        }
    }

    @Test
    void timeOfAnotherRunIsSentAsItWas() throws Exception {
        CheckIn before;
        try (Outbox outbox = outbox()) {
            before = outbox.append(drafts.next(new KioskTime(wall.instant(), System.nanoTime(), null, null)));
        }
        try (FakeNode node = new FakeNode();
                Outbox outbox = outbox();
                KioskLink link = link(node.uri(), outbox)) {
            link.pair("ABCD1234");

            assertInstanceOf(SendResult.Answered.class, link.send(before, SOON));

            assertEquals(List.of(before), node.recordedCheckIns());
        }
    }

    @Test
    void afterASleepTheClockIsMeasuredBeforeTheNextCheckIn() throws Exception {
        try (FakeNode node = new FakeNode();
                Outbox outbox = outbox();
                KioskLink link = link(node.uri(), outbox)) {
            link.pair("ABCD1234");
            // The monotonic clock stands still in a sleep, the wall clock does not, nor does the node's.
            jump = Duration.ofHours(3);
            node.ahead(Duration.ofHours(3));
            CheckIn woken = outbox.append(drafts.next(link.now()));
            assertTrue(woken.time().uncertainty().compareTo(Duration.ofHours(2)) > 0, woken.toString());

            assertInstanceOf(SendResult.Answered.class, link.send(woken, SOON));

            assertNear(woken.time().wall(), node.recordedCheckIns().getFirst());
        }
    }

    private static void assertNear(Instant expected, CheckIn sent) {
        Duration off = Duration.between(expected, sent.time().corrected()).abs();
        assertTrue(off.compareTo(sent.time().uncertainty().plusMillis(50)) <= 0, off + " of " + sent.time());
        assertTrue(sent.time().uncertainty().compareTo(SOON) < 0, sent.time().toString());
    }
}
