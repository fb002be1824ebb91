package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Page;
import org.seatside.model.api.Role;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.service.attendance.AttendanceStore;
import org.seatside.service.gateway.UpstreamStore;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.service.roster.RosterStore;
import org.seatside.service.staff.StaffStore;

/// Every kind of change goes in as a command and comes out of every read that shows it.
final class StoresTest {
    private static final Instant NOW = SampleCommands.MORNING;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ApplyResult DONE = new ApplyResult.Done();

    private final SampleCommands sample = new SampleCommands(1);

    @TempDir
    private Path folder;

    private H2ViewHome home;
    private View view;
    private long index;

    @BeforeEach
    void open() throws Exception {
        home = new H2ViewHome(folder, new AttendanceStateMachine());
        view = home.openEmpty();
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    @Test
    void students() {
        RosterStore roster = home.stores().roster();
        for (int n = 0; n < 5; n++) {
            assertEquals(DONE, apply(new Change.SaveStudent(SampleCommands.student(n))));
        }
        Student renamed = new Student(SampleCommands.student(2).id(), "20260002", "Kim 100%", false);
        assertEquals(DONE, apply(new Change.SaveStudent(renamed)));

        assertEquals(Optional.of(renamed), roster.student(renamed.id()));
        assertEquals(Optional.of(renamed), roster.studentByNumber("20260002"));
        assertEquals(Optional.empty(), roster.studentByNumber("2026"));
        assertEquals(new Page<>(List.of(renamed), null), roster.students("0%", null, 10));
        assertEquals(new Page<>(List.of(renamed), null), roster.students("kIM", null, 10));
        assertEquals(new Page<>(List.of(), null), roster.students("ㅎㄱ+", null, 10));
        Page<Student> first = roster.students("", null, 3);
        Page<Student> second = roster.students("", first.next(), 3);
        assertEquals("20260002", first.next());
        assertEquals(List.of(SampleCommands.student(3), SampleCommands.student(4)), second.items());
        assertEquals(null, second.next());
    }

    @Test
    void koreanNamesAreFoundByTheirInitialsAndByASyllableThatIsNotFinished() {
        RosterStore roster = home.stores().roster();
        Student hong = new Student(SampleCommands.student(1).id(), "20260001", "홍길동", true);
        Student hwang = new Student(SampleCommands.student(2).id(), "20260002", "황보라", true);
        apply(new Change.SaveStudent(hong));
        apply(new Change.SaveStudent(hwang));

        assertEquals(List.of(hong, hwang), roster.students("ㅎ", null, 10).items());
        assertEquals(List.of(hong), roster.students("ㅎㄱㄷ", null, 10).items());
        assertEquals(List.of(hong), roster.students("홍기", null, 10).items());
        assertEquals(List.of(hwang), roster.students("보라", null, 10).items());
        assertEquals(List.of(), roster.students("ㄱㅎ", null, 10).items());
    }

    @Test
    void passes() {
        RosterStore roster = home.stores().roster();
        Student student = SampleCommands.student(1);
        IssuedPass old = pass("0a", NOW);
        IssuedPass young = pass("0b", NOW.plusSeconds(1));
        assertEquals(conflict(ApplyResult.Kind.UNKNOWN_REFERENCE), apply(new Change.IssuePass(old)));
        apply(new Change.SaveStudent(student));
        assertEquals(DONE, apply(new Change.IssuePass(old)));
        assertEquals(DONE, apply(new Change.IssuePass(young)));
        assertEquals(conflict(ApplyResult.Kind.HANDLE_TAKEN), apply(new Change.IssuePass(old)));
        Command revoke = sample.command(new Change.RevokePass("0a"));
        apply(revoke);
        apply(new Change.RevokePass("0a"));

        IssuedPass revoked = new IssuedPass("0a", 3, student.id(), old.expires(), old.issuedAt(), true, revoke.at());
        assertEquals(Optional.of(revoked), roster.pass("0a"));
        assertEquals(List.of(young, revoked), roster.passes(student.id()));
    }

    @Test
    void roomsAndTheirTags() {
        RosterStore roster = home.stores().roster();
        Room lab = new Room(room(1), "B-lab", "19", "4", "TAG-1");
        Room hall = new Room(room(2), "A-hall", "20", "1", null);
        assertEquals(DONE, apply(new Change.SaveRoom(lab, "d1")));
        assertEquals(DONE, apply(new Change.SaveRoom(hall, null)));
        assertEquals(conflict(ApplyResult.Kind.TAG_TAKEN), apply(new Change.SaveRoom(hall, "d1")));
        assertEquals(DONE, apply(new Change.SaveRoom(lab, "d1")));
        assertEquals(
                conflict(ApplyResult.Kind.NAME_TAKEN),
                apply(new Change.SaveRoom(new Room(room(3), "A-hall", "", "", null), "d3")));

        assertEquals(Optional.of(lab), roster.room(lab.id()));
        assertEquals(Optional.of(lab), roster.roomByTagDigest("d1"));
        assertEquals(Optional.of(lab), roster.roomByTag("TAG-1"));
        assertEquals(Optional.empty(), roster.roomByTagDigest("d3"));
        assertEquals(List.of(hall, lab), roster.rooms());
        assertEquals(Map.of("d1", lab.id()), roster.roomTags());
    }

    @Test
    void sectionsMeetingsAndEnrolment() {
        RosterStore roster = home.stores().roster();
        Section section = new Section(section(1), "CSE101-01", "Algorithms");
        assertEquals(
                conflict(ApplyResult.Kind.UNKNOWN_REFERENCE), apply(new Change.SaveMeeting(SampleCommands.meeting(1))));
        apply(new Change.SaveSection(section));
        apply(new Change.SaveRoom(SampleCommands.room(1), null));
        apply(new Change.SaveStudent(SampleCommands.student(1)));
        assertEquals(DONE, apply(new Change.SaveMeeting(SampleCommands.meeting(1))));
        assertEquals(
                conflict(ApplyResult.Kind.UNKNOWN_REFERENCE),
                apply(new Change.Enrol(section.id(), List.of(student(1), student(9)))));
        assertFalse(roster.enrolled(student(1), section.id(), DAY));
        assertEquals(DONE, apply(new Change.Enrol(section.id(), List.of(student(1)))));
        assertEquals(DONE, apply(new Change.Enrol(section.id(), List.of(student(1)))));

        assertEquals(Optional.of(section), roster.section(section.id()));
        assertEquals(List.of(section), roster.sections());
        assertTrue(roster.enrolled(student(1), section.id(), DAY));
        assertTrue(roster.hasMeetings(room(1)));
        assertFalse(roster.hasMeetings(room(2)));
        Instant opens = SampleCommands.meeting(1).opensAt();
        Instant ends = SampleCommands.meeting(1).endsAt();
        assertEquals(Optional.of(SampleCommands.meeting(1)), roster.meeting(meeting(1)));
        assertEquals(List.of(SampleCommands.meeting(1)), roster.meetings(ends, ends.plusSeconds(1), null));
        assertEquals(List.of(SampleCommands.meeting(1)), roster.meetings(opens.minusSeconds(1), opens, room(1)));
        assertEquals(List.of(), roster.meetings(opens, ends, room(2)));
        assertEquals(List.of(), roster.meetings(ends.plusSeconds(1), ends.plusSeconds(2), null));
    }

    @Test
    void kiosksFromInvitationToRevocation() {
        RosterStore roster = home.stores().roster();
        KioskId id = new KioskId(SampleCommands.known(1));
        apply(new Change.SaveRoom(SampleCommands.room(1), null));
        assertEquals(DONE, apply(new Change.InviteKiosk(id, "Door", null, "hash", NOW.plusSeconds(60))));
        assertEquals(Optional.of(new Kiosk(id, "Door", null, null, false)), roster.kiosk(id));
        assertEquals(conflict(ApplyResult.Kind.INVITATION_SPENT), apply(new Change.PairKiosk("other", "key")));
        Command pair = sample.command(new Change.PairKiosk("hash", "key"));
        assertEquals(new ApplyResult.Paired(id), apply(pair));
        assertEquals(new ApplyResult.Paired(id), apply(pair), "asked again");
        assertEquals(conflict(ApplyResult.Kind.INVITATION_SPENT), apply(new Change.PairKiosk("hash", "key2")));
        assertEquals(DONE, apply(new Change.PlaceKiosk(id, room(1))));
        assertEquals(List.of(new Kiosk(id, "Door", room(1), "key", false)), roster.kiosks());
        assertEquals(DONE, apply(new Change.RevokeKiosk(id)));

        assertEquals(Optional.of(new Kiosk(id, "Door", room(1), "key", true)), roster.kiosk(id));
    }

    @Test
    void accountsAndSessions() {
        StaffStore staff = home.stores().staff();
        AccountId id = new AccountId(SampleCommands.known(1));
        assertFalse(staff.anyAccount());
        assertEquals(DONE, apply(new Change.SaveAccount(id, "kim", "argon", Set.of(Role.ADMINISTRATOR), true)));
        assertEquals(
                conflict(ApplyResult.Kind.ALREADY_SET_UP),
                apply(new Change.SaveAccount(
                        new AccountId(SampleCommands.known(2)), "lee", "argon", Set.of(Role.STAFF), true)));
        apply(new Change.OpenSession("token", id, NOW.plusSeconds(9)));

        assertTrue(staff.anyAccount());
        assertEquals(
                Optional.of(Set.of(Role.ADMINISTRATOR)), staff.account("kim").map(StaffStore.Account::roles));
        assertEquals(Optional.of(NOW.plusSeconds(9)), staff.session("token").map(StaffStore.Session::expiresAt));
        apply(new Change.CloseSession("token"));
        assertEquals(Optional.empty(), staff.session("token"));
    }

    @Test
    void checkInsBecomeEventsAndAttendance() {
        AttendanceStore attendance = home.stores().attendance();
        apply(new Change.SaveStudent(SampleCommands.student(2)));
        apply(new Change.SaveRoom(SampleCommands.room(1), null));
        apply(new Change.SaveSection(new Section(section(1), "CSE101-01", "Algorithms")));
        apply(new Change.SaveMeeting(SampleCommands.meeting(1)));
        Judgement.Counts counts = SampleCommands.counts(5, 2, 1, meeting(1));
        Change.RecordCheckIn first = sample.checkIn(10, 1, counts);
        Change.RecordCheckIn second = sample.checkIn(13, 2, SampleCommands.counts(6, 2, 1, meeting(1)));

        ApplyResult recorded = apply(first);
        ApplyResult found = apply(second);

        Attendance record = new Attendance(
                new AttendanceId(SampleCommands.known(5)),
                student(2),
                room(1),
                meeting(1),
                AttendanceStatus.LATE,
                first.effectiveAt(),
                1,
                first.checkIn().id());
        assertEquals(new ApplyResult.CheckedIn(true, counts, record.id(), record.at(), record.room()), recorded);
        assertEquals(
                new ApplyResult.CheckedIn(false, second.judgement(), record.id(), record.at(), record.room()), found);
        assertEquals(recorded, apply(first));
        assertEquals(Optional.of(record), attendance.attendance(record.id()));
        assertEquals(
                List.of(record),
                attendance.attendance(student(2), meeting(1), NOW, record.at().plusNanos(1000), 5));
        assertEquals(List.of(), attendance.attendance(null, null, NOW, record.at(), 5));
        assertEquals(2, attendance.highWater(first.checkIn().kiosk(), 7));
        assertEquals(0, attendance.highWater(first.checkIn().kiosk(), 8));
        assertEquals(
                List.of(
                        event(first, "Late", 5, UpstreamState.NEW),
                        event(second, "AlreadyRecorded", 6, UpstreamState.NONE)),
                attendance.eventsAfter(0, 10));
    }

    @Test
    void aCorrectionAppendsARevision() {
        AttendanceStore attendance = home.stores().attendance();
        Change.RecordCheckIn checkIn = sample.checkIn(10, 1, SampleCommands.counts(4, 2, 1, null));
        apply(checkIn);
        AttendanceId id = new AttendanceId(SampleCommands.known(4));

        assertEquals(DONE, apply(new Change.CorrectAttendance(id, 1, AttendanceStatus.EXCUSED, "ill")));
        assertEquals(
                conflict(ApplyResult.Kind.STALE_REVISION),
                apply(new Change.CorrectAttendance(id, 1, AttendanceStatus.ABSENT, "late")));

        Attendance corrected = attendance.attendance(id).orElseThrow();
        assertEquals(2, corrected.revision());
        assertEquals(AttendanceStatus.EXCUSED, corrected.status());
    }

    @Test
    void anEntrysEventsStayTogetherOnAPage() {
        AttendanceStore attendance = home.stores().attendance();
        for (int entry = 0; entry < 4; entry++) {
            List<Command> commands = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                int id = entry * 3 + n;
                commands.add(sample.command(
                        sample.checkIn(id * 3, id + 1, new Judgement.Refused("UnknownCode", null, null, null, null))));
            }
            view.apply(new LogPosition(1, ++index), commands);
        }

        assertEquals(List.of(2L, 2L, 2L, 3L, 3L, 3L), indexes(attendance.eventsAfter(1, 4)));
        assertEquals(List.of(3L, 3L, 3L, 2L, 2L, 2L), indexes(attendance.eventsBefore(4, 4)));
        assertEquals(List.of(), attendance.eventsAfter(4, 4));
        assertEquals(List.of(), attendance.eventsBefore(1, 4));
    }

    @Test
    void theUpstreamOutbox() {
        UpstreamStore upstream = home.stores().upstream();
        Change.RecordCheckIn one = sample.checkIn(10, 1, SampleCommands.counts(4, 2, 1, null));
        Change.RecordCheckIn two = sample.checkIn(13, 2, SampleCommands.counts(6, 4, 1, null));
        apply(one);
        apply(two);
        apply(new Change.MarkUpstream(one.checkIn().id(), UpstreamState.UNKNOWN, 1, "TIMEOUT"));

        assertEquals(
                List.of(
                        new UpstreamStore.Waiting(
                                two.checkIn().id(), student(4), room(1), two.effectiveAt(), UpstreamState.NEW, 0),
                        new UpstreamStore.Waiting(
                                one.checkIn().id(), student(2), room(1), one.effectiveAt(), UpstreamState.UNKNOWN, 1)),
                upstream.waiting(5));
        apply(new Change.MarkUpstream(one.checkIn().id(), UpstreamState.ACCEPTED, 2, null));
        assertEquals(Map.of(UpstreamState.ACCEPTED, 1L, UpstreamState.NEW, 1L), upstream.counts());
        assertEquals(1, upstream.waiting(5).size());
    }

    private CheckInEvent event(Change.RecordCheckIn from, String outcome, long at, UpstreamState upstream) {
        return new CheckInEvent(
                at,
                from.checkIn().id(),
                outcome,
                from.effectiveAt(),
                from.receivedAt(),
                Identification.PASS,
                from.checkIn().kiosk(),
                "",
                room(1),
                "19C1",
                "Algorithms",
                student(2),
                "20260002",
                "학생 2",
                upstream,
                from.provisional());
    }

    private static List<Long> indexes(List<CheckInEvent> events) {
        return events.stream().map(CheckInEvent::logIndex).toList();
    }

    private ApplyResult apply(Change change) {
        return apply(sample.command(change));
    }

    private ApplyResult apply(Command command) {
        return view.apply(new LogPosition(1, ++index), List.of(command)).getFirst();
    }

    private static ApplyResult conflict(ApplyResult.Kind kind) {
        return new ApplyResult.Conflict(kind);
    }

    private static IssuedPass pass(String handle, Instant at) {
        return new IssuedPass(handle, 3, student(1), LocalDate.of(2026, 8, 31), at, false);
    }

    private static StudentId student(int n) {
        return new StudentId(SampleCommands.known(n));
    }

    private static RoomId room(int n) {
        return new RoomId(SampleCommands.known(n));
    }

    private static SectionId section(int n) {
        return new SectionId(SampleCommands.known(n));
    }

    private static MeetingId meeting(int n) {
        return new MeetingId(SampleCommands.known(n));
    }
}
