package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;

/// A check-in of two past nine that comes after one of twenty past: what the record says then.
final class EarlierCheckInTest {
    private static final Instant NINE = SampleCommands.MORNING;
    private static final Instant TWO_PAST = NINE.plusSeconds(120);
    private static final Instant TWENTY_PAST = NINE.plusSeconds(1200);
    private static final MeetingId MEETING = new MeetingId(SampleCommands.known(1));
    private static final AttendanceId RECORD = new AttendanceId(SampleCommands.known(100));

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
    void theEarlierTimeAndStatusAreTheNextRevision() {
        ApplyResult.CheckedIn late = apply(1, TWENTY_PAST, AttendanceStatus.LATE, MEETING, false);
        Change.RecordCheckIn waited = checkIn(2, TWO_PAST, AttendanceStatus.PRESENT, MEETING, false);
        ApplyResult result = apply(waited);

        assertEquals(new ApplyResult.CheckedIn(true, waited.judgement(), RECORD, TWO_PAST, late.room()), result);
        assertRecord(TWO_PAST, AttendanceStatus.PRESENT, 2);
        assertEquals(result, apply(waited), "sent again");
        assertEquals(1, home.stores().upstream().waiting(10).size(), "the institution's service hears of it once");
        assertEquals(
                List.of("Late", "Present"),
                home.stores().attendance().eventsAfter(0, 10).stream()
                        .map(event -> event.outcome())
                        .toList());
    }

    @Test
    void aLaterOneChangesNothing() {
        apply(1, TWO_PAST, AttendanceStatus.PRESENT, MEETING, false);

        ApplyResult.CheckedIn again = apply(2, TWENTY_PAST, AttendanceStatus.LATE, MEETING, false);

        assertEquals(false, again.first());
        assertRecord(TWO_PAST, AttendanceStatus.PRESENT, 1);
    }

    @Test
    void anUncertainClockBettersNothing() {
        apply(1, TWENTY_PAST, AttendanceStatus.LATE, MEETING, false);

        assertEquals(
                false,
                apply(2, TWO_PAST, AttendanceStatus.PRESENT, MEETING, true).first());
        assertRecord(TWENTY_PAST, AttendanceStatus.LATE, 1);
    }

    @Test
    void whatStaffCorrectedStays() {
        apply(1, TWENTY_PAST, AttendanceStatus.LATE, MEETING, false);
        apply(new Change.CorrectAttendance(RECORD, 1, AttendanceStatus.EXCUSED, "lift out of order"));

        assertEquals(
                false,
                apply(2, TWO_PAST, AttendanceStatus.PRESENT, MEETING, false).first());
        assertRecord(TWENTY_PAST, AttendanceStatus.EXCUSED, 2);
    }

    @Test
    void plainAttendanceKeepsItsTime() {
        apply(1, TWENTY_PAST, AttendanceStatus.PRESENT, null, false);

        assertEquals(
                false, apply(2, TWO_PAST, AttendanceStatus.PRESENT, null, false).first());
    }

    private void assertRecord(Instant at, AttendanceStatus status, int revision) {
        Attendance record = home.stores().attendance().attendance(RECORD).orElseThrow();

        assertEquals(at, record.at());
        assertEquals(status, record.status());
        assertEquals(revision, record.revision());
    }

    private ApplyResult.CheckedIn apply(
            int n, Instant at, AttendanceStatus status, @Nullable MeetingId meeting, boolean provisional) {
        return (ApplyResult.CheckedIn) apply(checkIn(n, at, status, meeting, provisional));
    }

    private ApplyResult apply(Change change) {
        return view.apply(new LogPosition(1, ++index), List.of(sample.command(change)))
                .getFirst();
    }

    private Change.RecordCheckIn checkIn(
            int n, Instant at, AttendanceStatus status, @Nullable MeetingId meeting, boolean provisional) {
        Judgement.Counts counts = new Judgement.Counts(
                new AttendanceId(SampleCommands.known(99 + n)),
                new StudentId(SampleCommands.known(1)),
                new RoomId(SampleCommands.known(1)),
                meeting,
                status,
                status == AttendanceStatus.LATE ? 20 : 0,
                true);
        Change.RecordCheckIn any = sample.checkIn(n, n, counts);
        return new Change.RecordCheckIn(any.checkIn(), any.receivedAt(), at, provisional, counts);
    }
}
