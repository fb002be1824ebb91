package org.seatside.client.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Profile;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CheckInId;
import org.seatside.testkit.FakeClock;

final class OutboxTest {
    private static final int SMALL = 2_000;

    @TempDir
    private Path folder;

    private final Drafts drafts = new Drafts(1);
    private final FakeClock clock = FakeClock.at("2026-03-02T00:00:00Z");
    private final Random random = new Random(2);

    private Outbox open(Disk disk) throws OutboxException {
        return Outbox.open(disk, folder, Drafts.JSON, clock, random, SMALL);
    }

    private List<CheckIn> append(Outbox outbox, int count) throws OutboxException {
        List<CheckIn> appended = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            appended.add(outbox.append(drafts.next()));
        }
        return appended;
    }

    @Test
    void appendedCheckInsWaitInOrderAndAreThereAfterReopening() throws Exception {
        List<CheckIn> appended;
        try (Outbox outbox = open(new RealDisk())) {
            appended = append(outbox, 30);

            assertEquals(appended, outbox.oldestFirst(100));
            assertEquals(appended.subList(0, 3), outbox.oldestFirst(3));
        }

        try (Outbox outbox = open(new RealDisk())) {
            assertEquals(appended, outbox.oldestFirst(100));
            assertEquals(List.of(), outbox.damages());
            CheckIn next = outbox.append(drafts.next());
            assertEquals(appended.getFirst().epoch(), next.epoch());
            assertEquals(31, next.seq());
        }
    }

    @Test
    void acceptedAndRefusedStaySoAfterReopening() throws Exception {
        List<CheckIn> appended;
        try (Outbox outbox = open(new RealDisk())) {
            appended = append(outbox, 3);
            outbox.accepted(Drafts.receipt(appended.get(0).id()));
            outbox.refused(appended.get(1).id(), "TOO_OLD");
        }

        try (Outbox outbox = open(new RealDisk())) {
            assertEquals(List.of(appended.get(2)), outbox.oldestFirst(9));
            assertEquals(List.of(new Refusal(appended.get(1), "TOO_OLD", clock.instant())), outbox.refused());
            assertTrue(outbox.sendAgain(appended.get(1).id()));
            assertFalse(outbox.sendAgain(appended.get(0).id()));
            assertEquals(List.of(appended.get(2), appended.get(1)), outbox.oldestFirst(9));
        }

        try (Outbox outbox = open(new RealDisk())) {
            assertEquals(List.of(appended.get(2), appended.get(1)), outbox.oldestFirst(9));
            assertEquals(
                    new OutboxState(
                            2, 0, OutboxState.Appending.WORKS, outbox.state().spaceLow()),
                    outbox.state());
        }
    }

    @Test
    void whatWasAgreedWithAStudentIsNotWrittenDown() throws Exception {
        try (Outbox outbox = open(new RealDisk())) {
            CheckInId id = append(outbox, 1).getFirst().id();
            Profile profile = new Profile(200, true, Profile.Theme.YELLOW_ON_BLACK, 300, 800, "ko");
            outbox.accepted(new Receipt(id, new Outcome.UnknownCode(), 7, profile));
        }

        StringBuilder written = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertTrue(written.indexOf("UnknownCode") >= 0);
        assertFalse(written.indexOf("YELLOW") >= 0);
    }

    @Test
    void nodeThatLostCheckInsGetsThemAgain() throws Exception {
        List<CheckIn> appended;
        try (Outbox outbox = open(new RealDisk())) {
            appended = append(outbox, 20);
            appended.forEach(it -> outbox.accepted(Drafts.receipt(it.id())));

            assertEquals(20, outbox.resendAccepted());
            assertEquals(0, outbox.resendAccepted());
        }

        try (Outbox outbox = open(new RealDisk())) {
            assertEquals(appended, outbox.oldestFirst(100));
        }
    }

    @Test
    void numberUsedTwiceIsFollowedByANewEpochUnderTheSameId() throws Exception {
        List<CheckIn> appended;
        List<CheckIn> renumbered = new ArrayList<>();
        CheckIn next;
        try (Outbox outbox = open(new RealDisk())) {
            appended = append(outbox, 12);
            outbox.accepted(Drafts.receipt(appended.getFirst().id()));
            for (CheckIn one : appended.subList(1, 12)) {
                renumbered.add(outbox.renumber(one).orElseThrow());
            }
            assertEquals(renumbered.getFirst(), outbox.renumber(appended.get(1)).orElseThrow());
            assertEquals(Optional.empty(), outbox.renumber(appended.getFirst()));
            next = outbox.append(drafts.next());
        }

        long epoch = next.epoch();
        assertNotEquals(appended.getFirst().epoch(), epoch);
        List<CheckIn> expected = new ArrayList<>();
        for (int i = 1; i < 12; i++) {
            expected.add(appended.get(i).at(epoch, i));
        }
        assertEquals(expected, renumbered);
        assertEquals(12, next.seq());
        try (Outbox outbox = open(new RealDisk())) {
            expected.add(next);
            assertEquals(List.of(), outbox.damages());
            assertEquals(expected, outbox.oldestFirst(100));
            assertEquals(13, outbox.append(drafts.next()).seq());
            assertEquals(new Progress(epoch, 0), outbox.progress());
        }
    }

    @Test
    void progressIsTheHighestAcceptedNumberAlsoAfterReopening() throws Exception {
        long epoch;
        try (Outbox outbox = open(new RealDisk())) {
            List<CheckIn> appended = append(outbox, 9);
            epoch = appended.getFirst().epoch();
            assertEquals(new Progress(epoch, 0), outbox.progress());
            outbox.accepted(Drafts.receipt(appended.get(7).id()));
            outbox.accepted(Drafts.receipt(appended.get(2).id()));
            assertEquals(new Progress(epoch, 8, 0), outbox.progress());
            outbox.accepted(Drafts.receipt(appended.get(1).id()));
            outbox.accepted(Drafts.receipt(appended.get(0).id()));
            assertEquals(new Progress(epoch, 8, 3), outbox.progress());
        }

        try (Outbox outbox = open(new RealDisk())) {
            assertEquals(new Progress(epoch, 8, 3), outbox.progress());
        }
    }

    @Test
    void whatAKillLeftUnforcedIsForcedBeforeAnythingOfItIsSent() throws Exception {
        // A kill between write and force: the page cache has it, the device does not.
        try (Outbox outbox = open(new TestDisk().lying())) {
            append(outbox, 3);
        }
        TestDisk disk = new TestDisk().unforced(folder);
        List<CheckIn> sent;
        try (Outbox outbox = open(disk)) {
            sent = outbox.oldestFirst(9);
            disk.losePower(folder, random);
        }

        try (Outbox outbox = open(new RealDisk())) {
            assertEquals(3, sent.size());
            assertEquals(sent, outbox.oldestFirst(9));
        }
    }

    @Test
    void filesGoThirtyDaysAfterTheirLastAcceptanceAndNotBefore() throws Exception {
        try (Outbox outbox = open(new RealDisk())) {
            List<CheckIn> appended = append(outbox, 40);
            appended.subList(0, 39).forEach(it -> outbox.accepted(Drafts.receipt(it.id())));

            clock.advance(Duration.ofDays(30));
            assertEquals(0, outbox.prune());
            clock.advance(Duration.ofSeconds(1));
            assertTrue(outbox.prune() > 3);
            assertEquals(appended.subList(39, 40), outbox.oldestFirst(9));
        }

        try (Outbox outbox = open(new RealDisk())) {
            assertEquals(List.of(), outbox.damages());
            assertEquals(41, outbox.append(drafts.next()).seq());
        }
    }

    @Test
    void refusedCheckInKeepsItsFileForEver() throws Exception {
        try (Outbox outbox = open(new RealDisk())) {
            List<CheckIn> appended = append(outbox, 40);
            outbox.refused(appended.getFirst().id(), "TOO_OLD");
            appended.forEach(it -> {
                if (!it.equals(appended.getFirst())) {
                    outbox.accepted(Drafts.receipt(it.id()));
                }
            });
            clock.advance(Duration.ofDays(365));

            assertEquals(0, outbox.prune());
            assertEquals(1, outbox.refused().size());
        }
    }

    @Test
    void secondOutboxInTheSameFolderIsToldSo() throws Exception {
        try (Outbox _ = open(new RealDisk())) {
            OutboxException refused = assertThrows(OutboxException.class, () -> open(new RealDisk()));

            assertEquals(OutboxException.Kind.IN_USE, refused.kind());
        }
        open(new RealDisk()).close();
    }

    @Test
    void threadsShareForcesAndGetNumbersWithoutGaps() throws Exception {
        TestDisk disk = new TestDisk();
        try (Outbox outbox = open(disk);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = disk.calls();
            List<Future<CheckIn>> futures = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 500; i++) {
                futures.add(threads.submit(() -> outbox.append(drafts.next())));
            }
            List<CheckIn> appended = new ArrayList<>();
            for (Future<CheckIn> future : futures) {
                appended.add(future.get());
            }

            LossCheck.nothingIsLost(appended, outbox);
            assertTrue(disk.calls() - before < 1_000, "a force for several");
        }
    }

    @Test
    void interruptedCallerStillGetsItsAnswerAndHarmsNobody() throws Exception {
        try (Outbox outbox = open(new RealDisk())) {
            Thread.currentThread().interrupt();
            CheckIn appended = outbox.append(drafts.next());

            assertTrue(Thread.interrupted());
            assertEquals(List.of(appended), outbox.oldestFirst(9));
            assertEquals(2, outbox.append(drafts.next()).seq());
        }
    }

    @Test
    void fullDiskRefusesWithoutATraceAndWorksAgainWithSpace() throws Exception {
        TestDisk disk = new TestDisk();
        List<CheckIn> appended;
        try (Outbox outbox = open(disk)) {
            appended = append(outbox, 3);
            disk.full(true);
            for (int i = 0; i < 20; i++) {
                OutboxException refused = assertThrows(OutboxException.class, () -> outbox.append(drafts.next()));
                assertEquals(OutboxException.Kind.FULL, refused.kind());
            }
            assertEquals(new OutboxState(3, 0, OutboxState.Appending.FULL, true), outbox.state());
            disk.full(false);
            appended.addAll(append(outbox, 3));

            assertEquals(new OutboxState(6, 0, OutboxState.Appending.WORKS, false), outbox.state());
        }

        try (Outbox outbox = open(disk)) {
            assertEquals(List.of(), outbox.damages());
            assertEquals(appended, outbox.oldestFirst(9));
            LossCheck.noGaps(appended);
        }
    }

    @Test
    void lessThanATenthFreeIsLow() throws Exception {
        TestDisk disk = new TestDisk();
        try (Outbox outbox = open(disk)) {
            disk.free(0.1);
            assertFalse(outbox.state().spaceLow());
            disk.free(0.099);
            assertTrue(outbox.state().spaceLow());
        }
    }

    @Test
    void failedForceEndsAppendingForGood() throws Exception {
        TestDisk disk = new TestDisk();
        try (Outbox outbox = open(disk)) {
            CheckIn before = outbox.append(drafts.next());
            disk.failingAt(2);
            OutboxException failed = assertThrows(OutboxException.class, () -> outbox.append(drafts.next()));
            int calls = disk.calls();
            OutboxException after = assertThrows(OutboxException.class, () -> outbox.append(drafts.next()));

            assertEquals(TestDisk.Op.FORCE, disk.failed());
            assertEquals(OutboxException.Kind.BROKEN, failed.kind());
            assertEquals(OutboxException.Kind.BROKEN, after.kind());
            assertEquals(calls, disk.calls(), "no second try");
            assertEquals(List.of(before), outbox.oldestFirst(9));
        }
    }

    @Test
    void nothingIsAppendedAfterClosing() throws Exception {
        Outbox outbox = open(new RealDisk());
        outbox.close();

        OutboxException refused = assertThrows(OutboxException.class, () -> outbox.append(drafts.next()));
        assertEquals(OutboxException.Kind.CLOSED, refused.kind());
    }

    @Test
    void newFolderHasAnEpochOfItsOwnAndIsTheOwnersAlone() throws Exception {
        Path inner = folder.resolve("a/b");
        try (Outbox one = Outbox.open(inner, Drafts.JSON, clock, random);
                Outbox other = open(new RealDisk())) {
            assertNotEquals(
                    one.append(drafts.next()).epoch(),
                    other.append(drafts.next()).epoch());
        }
        if (inner.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(inner.resolve("00000001.journal"))));
        }
    }
}
