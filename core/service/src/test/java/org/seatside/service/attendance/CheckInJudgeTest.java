package org.seatside.service.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.Ids;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.PinRule;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.payload.InstitutionId;
import org.seatside.payload.IssuerKeys;
import org.seatside.payload.IssuerPublicKey;
import org.seatside.payload.PassHandle;
import org.seatside.payload.PassIssuer;
import org.seatside.payload.PassVerifier;
import org.seatside.payload.PayloadReader;
import org.seatside.payload.RoomCodeIssuer;
import org.seatside.payload.RoomCodeVerifier;
import org.seatside.payload.RoomTagCipher;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.PinProofs;
import org.seatside.service.log.Judgement;
import org.seatside.service.roster.FakeRoster;
import org.seatside.service.roster.RoomResolver;

class CheckInJudgeTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final InstitutionId CAMPUS = InstitutionId.parse("00112233445566778899aabbccddeeff");
    private static final PassHandle HANDLE = new PassHandle(42);
    private static final LocalDate EXPIRES = LocalDate.parse("2026-06-30");
    /// Nine o'clock at the campus.
    private static final Instant NINE = Instant.parse("2026-03-02T00:00:00Z");

    private static final PinProofs PINS =
            new PinProofs(new DerivedSecrets(new SecretKeySpec(new byte[32], "HmacSHA256")));

    private final Ids ids = new Ids(() -> NINE, new SplittableRandom(1));
    private final FakeRoster roster = new FakeRoster();
    private final Student hong = new Student(ids.student(), "20251678", "홍길동", true);
    private final Room room = new Room(ids.room(), "19C4", "공학관", "4", "E19C4");
    private final Section section = new Section(ids.section(), "CSE201-01", "자료구조");
    private final Meeting meeting = new Meeting(
            ids.meeting(),
            section.id(),
            room.id(),
            NINE.minusSeconds(600),
            NINE,
            NINE.plusSeconds(600),
            NINE.plusSeconds(1800),
            NINE.plusSeconds(4500));
    private final Kiosk kiosk = new Kiosk(ids.kiosk(), "19C4 앞문", room.id(), "key", false);

    private PassIssuer passes;
    private RoomCodeIssuer roomCodes;
    private CheckInJudge judge;

    @BeforeEach
    void aCampus() throws Exception {
        KeyPair issuer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        SecretKey tagKey = KeyGenerator.getInstance("AES").generateKey();
        IssuerKeys keys = new IssuerKeys(CAMPUS, Map.of(7, IssuerPublicKey.of(issuer.getPublic())));
        PayloadReader payloads = new PayloadReader(StudentNumberFormat.of(StudentNumberFormat.DEFAULT_PATTERN));
        RoomTagCipher tags = new RoomTagCipher(tagKey);
        passes = new PassIssuer(CAMPUS, 7, issuer.getPrivate());
        roomCodes = new RoomCodeIssuer(CAMPUS, 7, issuer.getPrivate());
        judge = new CheckInJudge(
                payloads,
                new PassVerifier(keys, SEOUL),
                new RoomResolver(payloads, new RoomCodeVerifier(keys), tags, roster),
                roster,
                new Timetable(roster, SEOUL),
                PINS);
        roster.students.add(hong);
        roster.rooms.add(room);
        roster.sections.add(section);
        roster.meetings.add(meeting);
        roster.enrolments.add(new FakeRoster.Enrolled(hong.id(), section.id()));
        roster.passes.add(new IssuedPass(HANDLE.toString(), 3, hong.id(), EXPIRES, NINE, false));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -601, TooEarly, 0
            -600, PRESENT,  0
            0,    PRESENT,  0
            600,  PRESENT,  0
            601,  LATE,     10
            1800, LATE,     30
            1801, Closed,   0
            """)
    void theWindowDecidesToTheSecond(int seconds, String expected, int minutesLate) {
        Judgement judgement = judge("20251678", null, NINE.plusSeconds(seconds));

        switch (judgement) {
            case Judgement.Counts counts -> {
                assertEquals(AttendanceStatus.valueOf(expected), counts.status());
                assertEquals(minutesLate, counts.minutesLate());
                assertEquals(meeting.id(), counts.meeting());
            }
            case Judgement.Refused refused ->
                assertEquals(new Judgement.Refused(expected, null, hong.id(), room.id(), meeting.id()), refused);
        }
    }

    @Test
    void aPassIdentifiesAsANumberDoes() {
        Judgement judgement = judge(passes.card(HANDLE, 3, EXPIRES), null, NINE);

        assertEquals(
                hong.id(), assertInstanceOf(Judgement.Counts.class, judgement).student());
    }

    @Test
    void anOlderGenerationIsRevoked() {
        assertRefused("PassRevoked", judge(passes.card(HANDLE, 2, EXPIRES), null, NINE));
    }

    @Test
    void aRevokedPassIsRefusedByName() {
        roster.passes.set(0, new IssuedPass(HANDLE.toString(), 3, hong.id(), EXPIRES, NINE, true));

        Judgement judgement = judge(passes.card(HANDLE, 3, EXPIRES), null, NINE);

        assertRefused("PassRevoked", judgement);
        assertEquals(hong.id(), judgement.student());
    }

    @Test
    void aPassCountsUntilItIsRevokedHoweverLateTheCheckInComes() {
        roster.passes.set(
                0, new IssuedPass(HANDLE.toString(), 3, hong.id(), EXPIRES, NINE, true, NINE.plusSeconds(300)));
        String pass = passes.card(HANDLE, 3, EXPIRES);
        Instant received = NINE.plusSeconds(7200);

        assertInstanceOf(
                Judgement.Counts.class,
                judgeAt(pass, new KioskTime(NINE.plusSeconds(299), 0, 0L, 5L), received)
                        .judgement());
        assertRefused(
                "PassRevoked",
                judgeAt(pass, new KioskTime(NINE.plusSeconds(300), 0, 0L, 5L), received)
                        .judgement());
        assertInstanceOf(
                Judgement.Counts.class,
                judgeAt(pass, new KioskTime(NINE.plusSeconds(360), 0, 0L, 61_000L), received)
                        .judgement(),
                "it may have been before");
    }

    @Test
    void anExpiredPassIsKeptWithItsStudent() {
        Judgement judgement = judge(passes.card(HANDLE, 3, LocalDate.parse("2026-02-28")), null, NINE);

        assertRefused("PassExpired", judgement);
        assertEquals(hong.id(), judgement.student());
    }

    @Test
    void aSlotOutsideItsTimeIsExpired() {
        long slot = (NINE.getEpochSecond() - 1767225600) / 15;

        assertInstanceOf(Judgement.Counts.class, judge(passes.slot(HANDLE, 3, slot), null, NINE));
        assertRefused("PassExpired", judge(passes.slot(HANDLE, 3, slot - 2), null, NINE));
    }

    @Test
    void codesOfAnotherCampusAreUnknown() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertRefused(
                "UnknownCode",
                judge(new PassIssuer(CAMPUS, 7, other.getPrivate()).card(HANDLE, 3, EXPIRES), null, NINE));
        assertRefused("UnknownCode", judge("20259999", null, NINE));
        assertRefused("UnknownCode", judge("https://example.org", null, NINE));
    }

    @Test
    void aPassOfTheCampusThatNobodyIssuedIsUnknown() {
        assertRefused("UnknownCode", judge(passes.card(new PassHandle(43), 3, EXPIRES), null, NINE));
    }

    @Test
    void aRoomCodeShownInThisVisitComesBeforeTheKiosksOwnRoom() {
        Room other = new Room(ids.room(), "20B1", "공학관", "2", null);
        roster.rooms.add(other);

        Judgement judgement = judge("20251678", roomCodes.code(other.id().value()), NINE);

        assertEquals(other.id(), judgement.room());
    }

    @Test
    void whereTheKioskStoodThenCountsNotWhereItStandsNow() {
        Room other = new Room(ids.room(), "20B1", "공학관", "2", null);
        roster.rooms.add(other);

        Judgement judgement = judge.judge(checkIn("20251678", null, other.id(), NINE), kiosk, NINE, ids, _ -> false)
                .judgement();

        assertEquals(other.id(), judgement.room());
    }

    @Test
    void aKioskOnWheelsNeedsARoom() {
        Kiosk onWheels = new Kiosk(ids.kiosk(), "이동식", null, "key", false);

        Judgement judgement = judge.judge(checkIn("20251678", null, null, NINE), onWheels, NINE, ids, _ -> false)
                .judgement();

        assertRefused("RoomNeeded", judgement);
    }

    @Test
    void aForeignRoomCodeIsUnknownAndNeverTheKiosksRoom() {
        assertRefused("UnknownCode", judge("20251678", "0".repeat(32), NINE));
    }

    @Test
    void aRoomWithoutTimetableTakesPlainAttendance() {
        roster.meetings.clear();

        Judgement.Counts counts = assertInstanceOf(Judgement.Counts.class, judge("20251678", null, NINE));

        assertEquals(
                new Judgement.Counts(
                        counts.attendance(), hong.id(), room.id(), null, AttendanceStatus.PRESENT, 0, true),
                counts);
    }

    @Test
    void aMeetingOfOthersIsNotEnrolled() {
        roster.enrolments.clear();

        assertRefused("NotEnrolled", judge("20251678", null, NINE));
    }

    @Test
    void aRoomWithATimetableHasHoursWithoutOne() {
        roster.enrolments.clear();

        assertRefused("NoMeetingNow", judge("20251678", null, NINE.minusSeconds(7200)));
        assertRefused("NoMeetingNow", judge("20251678", null, NINE.plusSeconds(3 * 86400)));
    }

    @Test
    void theRosterOfTheDayOfTheMeetingDecidesWhateverItIsToday() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        roster.enrolments.clear();
        roster.stretches.add(new Enrolled(hong.id(), section.id(), day.minusDays(7), day));
        KioskTime then = new KioskTime(NINE, 0, 0L, 5L);

        assertInstanceOf(
                Judgement.Counts.class,
                judgeAt("20251678", then, NINE.plusSeconds(3 * 86_400)).judgement(),
                "withdrawn since");
        roster.stretches.set(0, new Enrolled(hong.id(), section.id(), day.plusDays(1), null));
        assertRefused(
                "NotEnrolled",
                judgeAt("20251678", then, NINE.plusSeconds(3 * 86_400)).judgement());
    }

    @Test
    void aStudentWhoLeftSinceWasStillHereWhenTheCheckInWasMade() {
        roster.students.set(0, new Student(hong.id(), "20251678", "홍길동", false));
        roster.inactive.put(hong.id(), NINE.plusSeconds(60));
        Instant received = NINE.plusSeconds(86_400);

        assertInstanceOf(
                Judgement.Counts.class,
                judgeAt("20251678", new KioskTime(NINE.plusSeconds(59), 0, 0L, 5L), received)
                        .judgement());
        assertRefused(
                "Refused",
                judgeAt("20251678", new KioskTime(NINE.plusSeconds(60), 0, 0L, 5L), received)
                        .judgement());
    }

    @Test
    void anInactiveStudentIsRefusedWithACode() {
        roster.students.set(0, new Student(hong.id(), hong.number(), hong.name(), false));

        assertEquals(
                new Judgement.Refused("Refused", "STUDENT_INACTIVE", hong.id(), room.id(), null),
                judge("20251678", null, NINE));
    }

    /// Ten minutes past nine it is late, half past is the end; the kiosk's clock was never measured.
    @ParameterizedTest
    @CsvSource(textBlock = """
            -3700, -600, PRESENT
            300,   300,  PRESENT
            1200,  1200, LATE
            5300,  1800, LATE
            """)
    void aClockNobodyMeasuredCostsNoAttendance(int wall, int countsAt, AttendanceStatus status) {
        KioskTime time = new KioskTime(NINE.plusSeconds(wall), 0, null, null);

        Judged judged = judgeUnsure(time, NINE.plusSeconds(6000));

        Judgement.Counts counts = assertInstanceOf(Judgement.Counts.class, judged.judgement());
        assertEquals(meeting.id(), counts.meeting());
        assertEquals(status, counts.status());
        assertEquals(NINE.plusSeconds(countsAt), judged.at());
    }

    @Test
    void nothingCountsAsLaterThanItWasReceived() {
        KioskTime ahead = new KioskTime(NINE.plusSeconds(1700), 0, null, null);

        Judged judged = judgeUnsure(ahead, NINE.plusSeconds(60));

        assertEquals(NINE.plusSeconds(60), judged.at());
        assertEquals(
                AttendanceStatus.PRESENT,
                assertInstanceOf(Judgement.Counts.class, judged.judgement()).status());
    }

    @Test
    void anUncertainClockOpensNoMeetingThatHadNotOpenedWhenItWasReceived() {
        KioskTime time = new KioskTime(NINE.minusSeconds(900), 0, null, null);

        assertRefused("TooEarly", judgeUnsure(time, NINE.minusSeconds(601)).judgement());
    }

    @Test
    void aClockThatIsOffByMoreThanItMayBeStillFindsTheMeetingClosed() {
        KioskTime time = new KioskTime(NINE.plusSeconds(1800 + 3601), 0, null, null);

        assertRefused("Closed", judgeUnsure(time, NINE.plusSeconds(9000)).judgement());
        assertRefused(
                "Closed",
                judgeUnsure(new KioskTime(NINE.plusSeconds(1820), 0, 0L, 30_000L), NINE.plusSeconds(9000))
                        .judgement());
    }

    @Test
    void ofTwoMeetingsAnUncertainClockMeansTheNearer() {
        Meeting later = new Meeting(
                ids.meeting(),
                section.id(),
                room.id(),
                NINE.plusSeconds(4800),
                NINE.plusSeconds(5400),
                NINE.plusSeconds(6000),
                NINE.plusSeconds(7200),
                NINE.plusSeconds(9000));
        roster.meetings.add(later);

        Judged first = judgeUnsure(new KioskTime(NINE.plusSeconds(2400), 0, null, null), NINE.plusSeconds(8000));
        Judged second = judgeUnsure(new KioskTime(NINE.plusSeconds(4300), 0, null, null), NINE.plusSeconds(8000));

        assertEquals(meeting.id(), first.judgement().meeting());
        assertEquals(later.id(), second.judgement().meeting());
    }

    @Test
    void anUncertainClockReachesAcrossMidnight() {
        Instant midnight = Instant.parse("2026-03-02T15:00:00Z");
        Meeting early = new Meeting(
                ids.meeting(),
                section.id(),
                room.id(),
                midnight.plusSeconds(600),
                midnight.plusSeconds(1200),
                midnight.plusSeconds(1800),
                midnight.plusSeconds(2400),
                midnight.plusSeconds(3600));
        roster.meetings.add(early);

        Judged judged = judgeUnsure(new KioskTime(midnight.minusSeconds(60), 0, null, null), midnight.plusSeconds(700));

        assertEquals(early.id(), judged.judgement().meeting());
        assertEquals(early.opensAt(), judged.at());
    }

    @Test
    void aNumberNeedsThePinWhereTheSectionsRuleAsksItAndAPassNever() {
        roster.pinRules.put(Optional.of(section.id()), PinRule.TYPED);

        assertEquals(
                new Judgement.Refused("PinNeeded", null, hong.id(), room.id(), meeting.id()),
                judgeTyped(null, 0).judgement());
        assertRefused("PinNeeded", judgeTyped("forged", 0).judgement());
        assertRefused("PinNeeded", judgeTyped("999999999999.x", 0).judgement());
        assertCounts(judge("20251678", null, NINE), "a code with the number is another matter than typing it");
        assertCounts(judge(passes.card(HANDLE, 3, EXPIRES), null, NINE), "a pass");
        roster.pinRules.put(Optional.of(section.id()), PinRule.ANY_NUMBER);
        assertRefused("PinNeeded", judge("20251678", null, NINE));
        assertCounts(judge(passes.card(HANDLE, 3, EXPIRES), null, NINE), "a pass");
    }

    @Test
    void theNodesWordIsGoodForThatNumberAtThatKioskWithinTheHour() {
        roster.pinRules.put(Optional.empty(), PinRule.TYPED);
        String kioskId = kiosk.id().toString();

        assertCounts(
                judgeTyped(PINS.proof("20251678", kioskId, NINE.minusSeconds(3_600)), 0)
                        .judgement(),
                "slow");
        assertRefused(
                "PinNeeded",
                judgeTyped(PINS.proof("20251679", kioskId, NINE), 0).judgement());
        assertRefused(
                "PinNeeded",
                judgeTyped(PINS.proof("20251678", ids.kiosk().toString(), NINE), 0)
                        .judgement());
        assertRefused(
                "PinNeeded",
                judgeTyped(PINS.proof("20251678", kioskId, NINE.minusSeconds(3_601)), 0)
                        .judgement());
    }

    @Test
    void whatNobodyCouldCheckCountsAndIsToBeLookedAt() {
        roster.pinRules.put(Optional.empty(), PinRule.TYPED);

        Judged unchecked = judgeTyped(CheckIn.PIN_UNCHECKED, 0);
        Judged gone = judgeTyped(null, 3);

        assertCounts(unchecked.judgement(), "no node answered");
        assertTrue(unchecked.pinUnchecked());
        assertCounts(gone.judgement(), "the kiosk said already that it is recorded");
        assertTrue(gone.pinUnchecked());
    }

    /// @param secondsLater from the check-in to its arrival
    private Judged judgeTyped(@Nullable String pin, int secondsLater) {
        CheckIn checkIn = new CheckIn(
                ids.checkIn(),
                kiosk.id(),
                1,
                1,
                Identification.NUMBER_TYPED,
                "20251678",
                null,
                room.id(),
                new KioskTime(NINE, 0, 0L, 5L),
                pin);
        return judge.judge(checkIn, kiosk, NINE.plusSeconds(secondsLater), ids, _ -> true);
    }

    private static void assertCounts(Judgement judgement, String why) {
        assertInstanceOf(Judgement.Counts.class, judgement, why);
    }

    private Judgement judge(String student, @Nullable String shownRoom, Instant at) {
        return judge.judge(checkIn(student, shownRoom, room.id(), at), kiosk, at, ids, _ -> true)
                .judgement();
    }

    private CheckIn checkIn(String student, @Nullable String shownRoom, @Nullable RoomId standing, Instant at) {
        return new CheckIn(
                ids.checkIn(),
                kiosk.id(),
                1,
                1,
                Identification.PASS,
                student,
                shownRoom,
                standing,
                new KioskTime(at, 0, 0L, 5L));
    }

    private Judged judgeUnsure(KioskTime time, Instant receivedAt) {
        return judgeAt("20251678", time, receivedAt);
    }

    private Judged judgeAt(String student, KioskTime time, Instant receivedAt) {
        CheckIn checkIn =
                new CheckIn(ids.checkIn(), kiosk.id(), 1, 1, Identification.PASS, student, null, room.id(), time);
        return judge.judge(checkIn, kiosk, receivedAt, ids, _ -> true);
    }

    private static void assertRefused(String outcome, Judgement judgement) {
        assertEquals(
                outcome, assertInstanceOf(Judgement.Refused.class, judgement).outcome());
    }
}
