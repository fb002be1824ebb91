package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;
import org.seatside.service.RefusedException;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.TimetableChange;
import org.seatside.service.log.View;
import org.seatside.service.own.OwnService;

/// A lecturer sees the own classes and no others.
final class OwnTest {
    private static final AccountId LECTURER = new AccountId(SampleCommands.known(70));
    private static final AccountId OTHER = new AccountId(SampleCommands.known(71));
    private static final SectionId ONE = new SectionId(SampleCommands.known(1));
    private static final SectionId TWO = new SectionId(SampleCommands.known(2));

    private final SampleCommands sample = new SampleCommands(1);

    @TempDir
    private Path folder;

    private H2ViewHome home;
    private View view;
    private OwnService own;
    private long index;

    @BeforeEach
    void open() throws Exception {
        home = new H2ViewHome(folder, new AttendanceStateMachine());
        view = home.openEmpty();
        H2Stores stores = home.stores();
        own = new OwnService(stores.own(), stores.roster(), stores.attendance());
        for (int n = 1; n <= 2; n++) {
            apply(new Change.SaveStudent(SampleCommands.student(n)));
            apply(new Change.SaveRoom(SampleCommands.room(n), null));
            apply(new Change.SaveSection(new Section(new SectionId(SampleCommands.known(n)), "CSE" + n, "title")));
            apply(new Change.SaveMeeting(SampleCommands.meeting(n)));
            apply(new Change.Enrol(
                    new SectionId(SampleCommands.known(n)),
                    List.of(SampleCommands.student(n).id())));
            LecturerId lecturer = new LecturerId(SampleCommands.known(n));
            apply(new TimetableChange.SaveLecturer(
                    new Lecturer(lecturer, "L" + n, "교수", null, null, n == 1 ? LECTURER : OTHER)));
            apply(new TimetableChange.AssignLecturers(new SectionId(SampleCommands.known(n)), List.of(lecturer)));
            apply(sample.checkIn(n, n, SampleCommands.counts(n, n, n, new MeetingId(SampleCommands.known(n)))));
        }
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    @Test
    void theOwnClassesAreThere() {
        Instant end = SampleCommands.MORNING.plusSeconds(999_999);

        assertEquals(
                List.of(ONE), own.sections(LECTURER).stream().map(Section::id).toList());
        assertEquals(List.of(SampleCommands.student(1)), own.students(LECTURER, ONE));
        assertEquals(
                List.of(new MeetingId(SampleCommands.known(1))),
                own.meetings(LECTURER, ONE, SampleCommands.MORNING, end).stream()
                        .map(Meeting::id)
                        .toList());
        assertEquals(
                List.of(SampleCommands.student(1).id()),
                own.attendance(LECTURER, new MeetingId(SampleCommands.known(1))).stream()
                        .map(Attendance::student)
                        .toList());
    }

    @Test
    void otherClassesAreAsIfTheyWereNot() {
        Instant end = SampleCommands.MORNING.plusSeconds(999_999);

        assertThrows(RefusedException.class, () -> own.students(LECTURER, TWO));
        assertThrows(RefusedException.class, () -> own.meetings(LECTURER, TWO, SampleCommands.MORNING, end));
        assertThrows(RefusedException.class, () -> own.attendance(LECTURER, new MeetingId(SampleCommands.known(2))));
        assertThrows(RefusedException.class, () -> own.attendance(LECTURER, new MeetingId(SampleCommands.known(9))));
        assertEquals(List.of(), own.sections(new AccountId(SampleCommands.known(72))));
    }

    private void apply(Change change) {
        index++;
        ApplyResult result = view.apply(new LogPosition(1, index), List.of(sample.command(change)))
                .getFirst();
        assertFalse(result instanceof ApplyResult.Conflict, change + " " + result);
    }
}
