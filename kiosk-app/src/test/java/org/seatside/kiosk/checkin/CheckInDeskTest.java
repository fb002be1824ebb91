package org.seatside.kiosk.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;
import org.seatside.model.id.Ids;
import org.seatside.testkit.FakeClock;

class CheckInDeskTest {
    private static final Place HERE = new Place(SampleCampus.ROOM, "19C4", "자료구조 01분반");
    private static final Place THERE = new Place(SampleCampus.OTHER_ROOM, "20A1", null);
    private static final Outcome PRESENT =
            new Outcome.Present(MaskedStudent.of("홍길동", "20260017"), HERE, SampleCampus.NOW);
    private static final Outcome OFFLINE = new Outcome.RecordedOffline(HERE, SampleCampus.NOW, 1, null, false);

    private final SampleCampus campus = new SampleCampus();
    private final FakeClock clock = new FakeClock(SampleCampus.NOW);
    private final FakeLine line = new FakeLine(clock);
    private Optional<CampusRules> rules = Optional.of(campus.rules(SampleCampus.ROOM));
    private final CheckInDesk desk = new CheckInDesk(() -> rules, line, new Ids(clock, new Random(1)), clock);

    @Test
    void aPassIsOnTheDeviceBeforeANodeIsAsked() throws Exception {
        line.answer = new NodeAnswer.Decided(PRESENT);

        Decision decision = desk.scanned(campus.pass(), () -> line.calls.add("recorded"));

        assertEquals(PRESENT, decision.outcome());
        assertEquals(List.of("record", "recorded", "answer within 1500 ms"), line.calls);
        Attempt attempt = line.recorded.getFirst();
        assertEquals(
                new Attempt(
                        attempt.id(), Identification.PASS, campus.pass(), null, SampleCampus.ROOM, line.now(), null),
                attempt);
        assertEquals(attempt.id(), decision.checkIn());
    }

    @Test
    void numbersAreRecordedWithTheWayTheyCame() throws Exception {
        line.answer = new NodeAnswer.Decided(PRESENT);

        desk.scanned("20260017", () -> {});
        desk.typed("20260018", () -> {});

        assertEquals(
                List.of(Identification.NUMBER_CODE, Identification.NUMBER_TYPED),
                line.recorded.stream().map(Attempt::how).toList());
        assertEquals(
                List.of("20260017", "20260018"),
                line.recorded.stream().map(Attempt::student).toList());
    }

    @Test
    void theNodesAnswerStandsWhateverTheKioskThinks() throws Exception {
        line.answer = new NodeAnswer.Decided(new Outcome.PassRevoked());
        assertOutcome(new Outcome.PassRevoked(), campus.pass());

        line.answer = new NodeAnswer.Decided(PRESENT);
        assertOutcome(PRESENT, campus.expiredPass());
        assertOutcome(PRESENT, campus.passUnderNewKey());
    }

    @Test
    void aRefusalOfTheNodeIsShownWithItsCode() throws Exception {
        line.answer = new NodeAnswer.Refused("SEQ_GAP");
        assertOutcome(new Outcome.Refused("SEQ_GAP"), campus.pass());

        line.answer = new NodeAnswer.NotPaired();
        assertOutcome(new Outcome.KioskNotPaired(), campus.pass());
    }

    @Test
    void withoutANodeAGoodPassAndANumberAreRecordedHere() throws Exception {
        assertOutcome(OFFLINE, campus.pass());
        assertOutcome(new Outcome.RecordedOffline(HERE, SampleCampus.NOW, 2, "017", false), "20260017");
        assertEquals(
                new Outcome.RecordedOffline(HERE, SampleCampus.NOW, 3, "718", false),
                desk.typed("20260718", () -> {}).outcome());
    }

    @Test
    void withoutANodeABadPassIsNotGreen() throws Exception {
        assertOutcome(new Outcome.PassExpired(), campus.expiredPass());
        assertOutcome(new Outcome.UnknownCode(), campus.passUnderNewKey());
    }

    @Test
    void withAClockThatMayBeDaysOffAnExpiredPassIsTakenForTheNodeToDecide() throws Exception {
        line.uncertainty = Duration.ofDays(3);

        assertOutcome(OFFLINE, campus.expiredPass());
    }

    @Test
    void whatCannotBeRecordedIsNeverGreen() throws Exception {
        line.full = true;
        line.answer = new NodeAnswer.Decided(PRESENT);

        Decision decision = desk.scanned(campus.pass(), () -> line.calls.add("recorded"));

        assertEquals(Decision.without(new Outcome.Refused("OUTBOX_FAILED")), decision);
        assertEquals(List.of("record"), line.calls);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "https://example.org/",
                "2026001",
                "202600177",
                " 20260017",
                "DP1:",
                "DP1:not base45",
                "R1:",
                "R1:x",
                "\u202E20260017",
                "javascript:alert(1)"
            })
    void aTextThatIsNoCodeOfOursGoesNowhere(String text) throws Exception {
        assertOutcome(new Outcome.NotACode(), text);

        assertEquals(List.of(), line.calls);
    }

    @Test
    void sevenThousandDigitsAreNoCode() throws Exception {
        assertOutcome(new Outcome.NotACode(), "1".repeat(7_089));

        assertEquals(List.of(), line.calls);
    }

    @Test
    void codesOfAnotherCampusAreUnknownAndGoNowhere() throws Exception {
        assertOutcome(new Outcome.UnknownCode(), campus.passOfAnotherCampus());
        assertOutcome(new Outcome.UnknownCode(), campus.roomCodeOfAnotherCampus());
        assertOutcome(new Outcome.UnknownCode(), campus.codeOfAnUnknownRoom());
        assertOutcome(new Outcome.UnknownCode(), SampleCampus.UNKNOWN_TAG);

        assertEquals(List.of(), line.calls);
    }

    @Test
    void onlyNumbersCanBeTyped() throws Exception {
        assertEquals(Decision.without(new Outcome.UnknownCode()), desk.typed("123", () -> {}));
        assertEquals(Decision.without(new Outcome.UnknownCode()), desk.typed(campus.pass(), () -> {}));

        assertEquals(List.of(), line.calls);
    }

    @Test
    void aKioskThatIsNotPairedSaysSo() throws Exception {
        rules = Optional.empty();

        assertOutcome(new Outcome.KioskNotPaired(), campus.pass());
    }

    @Test
    void onWheelsTheRoomMayComeFirst() throws Exception {
        onWheels();

        assertOutcome(new Outcome.StudentNeeded(HERE), campus.roomCode());
        assertOutcome(OFFLINE, campus.pass());

        assertEquals(campus.roomCode(), line.recorded.getFirst().room());
    }

    @Test
    void onWheelsTheStudentMayComeFirstAndTheTimeIsTheStudents() throws Exception {
        onWheels();

        assertOutcome(new Outcome.RoomNeeded(), campus.pass());
        clock.advance(Duration.ofSeconds(40));
        assertOutcome(new Outcome.RecordedOffline(THERE, SampleCampus.NOW, 1, null, false), SampleCampus.TAG);

        assertEquals(SampleCampus.TAG, line.recorded.getFirst().room());
        assertEquals(SampleCampus.NOW, line.recorded.getFirst().time().wall());
    }

    @Test
    void aHalfIsForgottenAfterAWhile() throws Exception {
        onWheels();
        assertOutcome(new Outcome.RoomNeeded(), campus.pass());
        clock.advance(Duration.ofSeconds(61));

        assertOutcome(new Outcome.StudentNeeded(HERE), campus.roomCode());
        clock.advance(Duration.ofSeconds(61));

        assertOutcome(new Outcome.RoomNeeded(), campus.pass());
    }

    @Test
    void aVisitorWhoLeavesIsForgotten() throws Exception {
        onWheels();
        assertOutcome(new Outcome.RoomNeeded(), campus.pass());

        desk.forget();

        assertOutcome(new Outcome.StudentNeeded(HERE), campus.roomCode());
    }

    @Test
    void theRoomOfOneVisitIsNotThatOfTheNext() throws Exception {
        onWheels();
        assertOutcome(new Outcome.StudentNeeded(HERE), campus.roomCode());
        assertOutcome(OFFLINE, campus.pass());

        assertOutcome(new Outcome.RoomNeeded(), campus.pass());
    }

    @Test
    void theRoomOfARefusedVisitIsNotThatOfTheNextEither() throws Exception {
        onWheels();
        assertOutcome(new Outcome.StudentNeeded(HERE), campus.roomCode());
        assertOutcome(new Outcome.PassExpired(), campus.expiredPass());

        assertOutcome(new Outcome.RoomNeeded(), campus.pass());
    }

    @Test
    void inAFixedRoomTheTagOfARefusedVisitIsForgotten() throws Exception {
        assertOutcome(new Outcome.StudentNeeded(THERE), SampleCampus.TAG);
        Outcome notThere = new Outcome.NotEnrolled(MaskedStudent.of("홍길동", "20260017"), THERE);
        line.answer = new NodeAnswer.Decided(notThere);
        assertOutcome(notThere, campus.pass());
        line.answer = new NodeAnswer.Decided(PRESENT);

        assertOutcome(PRESENT, campus.pass());

        assertEquals(
                Arrays.asList(SampleCampus.TAG, null),
                line.recorded.stream().map(Attempt::room).toList());
    }

    @Test
    void aPosterOnTheWayFromTheRoomsCodeToTheCardEndsNoVisit() throws Exception {
        onWheels();
        assertOutcome(new Outcome.StudentNeeded(HERE), campus.roomCode());
        assertOutcome(new Outcome.NotACode(), "https://example.org/");

        assertOutcome(OFFLINE, campus.pass());
    }

    @Test
    void inAFixedRoomATagSetsTheRoomForThisVisit() throws Exception {
        assertOutcome(new Outcome.StudentNeeded(THERE), SampleCampus.TAG);
        assertOutcome(new Outcome.RecordedOffline(THERE, SampleCampus.NOW, 1, null, false), campus.pass());
        assertOutcome(new Outcome.RecordedOffline(HERE, SampleCampus.NOW, 2, null, false), campus.pass());

        assertEquals(SampleCampus.TAG, line.recorded.get(0).room());
        assertNull(line.recorded.get(1).room());
    }

    @ParameterizedTest
    @EnumSource
    void aVisitorMayLeaveWhileDiskOrNodeIsSlow(HeldLine.At at) throws Exception {
        HeldLine held = new HeldLine(line, at);
        CheckInDesk slow = new CheckInDesk(() -> rules, held, new Ids(clock, new Random(2)), clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var decision = threads.submit(() -> slow.scanned(campus.pass(), () -> {}));
            held.reached.await();

            try {
                assertTimeoutPreemptively(Duration.ofSeconds(5), slow::forget);
            } finally {
                held.letGo.countDown();
            }

            assertEquals(OFFLINE, decision.get().outcome());
        }
    }

    @Test
    void oneTextIsDecidedAfterTheOther() throws Exception {
        HeldLine held = new HeldLine(line, HeldLine.At.NODE);
        CheckInDesk slow = new CheckInDesk(() -> rules, held, new Ids(clock, new Random(3)), clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> slow.scanned(campus.pass(), () -> line.calls.add("first")));
            held.reached.await();
            Thread other = Thread.ofPlatform().start(() -> {
                try {
                    slow.typed("20260017", () -> line.calls.add("second"));
                } catch (InterruptedException e) {
                    line.calls.add("interrupted");
                }
            });
            Awaitility.await()
                    .until(() ->
                            other.getState() == Thread.State.WAITING || other.getState() == Thread.State.TERMINATED);
            held.letGo.countDown();
            first.get();
            other.join();
        }

        assertEquals(
                List.of("record", "first", "answer within 1500 ms", "record", "second", "answer within 1500 ms"),
                line.calls);
    }

    private void onWheels() {
        rules = Optional.of(campus.rules(null));
    }

    private void assertOutcome(Outcome expected, String text) throws InterruptedException {
        Decision decision = desk.scanned(text, () -> {});

        assertEquals(expected, decision.outcome());
        if (expected.counts()) {
            assertNotNull(decision.checkIn());
        }
    }
}
