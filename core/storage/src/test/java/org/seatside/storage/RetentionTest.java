package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Statistics;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.CareChange;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.RetentionChange;
import org.seatside.service.log.View;

/// What is past its time goes, and nothing else.
final class RetentionTest {
    private static final Instant MORNING = SampleCommands.MORNING;
    private static final Instant NEVER = MORNING.minus(Duration.ofDays(9));

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
    void attendanceGoesWithAllThatBelongsToItTheOldestFirst() {
        for (int i = 0; i < 5; i++) {
            apply(sample.checkIn(i, i + 1, SampleCommands.counts(i, i, 1, null)));
        }
        List<Attendance> before = attendance();
        RetentionChange.Forget all = new RetentionChange.Forget(MORNING.plusSeconds(99), NEVER, NEVER, 2);

        assertTrue(home.stores().retention().anyOlder(all));
        apply(all);

        assertEquals(before.subList(0, 3), attendance(), "newest first, the two oldest gone");
        assertEquals(3, events().size());
        apply(all);
        apply(all);
        assertEquals(List.of(), attendance());
        assertEquals(List.of(), events());
        assertFalse(home.stores().retention().anyOlder(all));
    }

    @Test
    void nothingGoesBeforeItsTime() {
        apply(sample.checkIn(1, 1, SampleCommands.counts(1, 1, 1, null)));
        apply(sample.checkIn(2, 2, new Judgement.Refused("UnknownCode", null, null, null, null)));
        RetentionChange.Forget none = new RetentionChange.Forget(null, NEVER, NEVER, 9);

        assertFalse(home.stores().retention().anyOlder(none));
        apply(none);

        assertEquals(1, attendance().size());
        assertEquals(2, events().size());
    }

    @Test
    void scansThatCameToNothingGoAndAttendanceStays() {
        apply(sample.checkIn(1, 1, SampleCommands.counts(1, 1, 1, null)));
        apply(sample.checkIn(2, 2, new Judgement.Refused("UnknownCode", null, null, null, null)));

        apply(new RetentionChange.Forget(null, MORNING.plusSeconds(99), NEVER, 9));

        assertEquals(1, attendance().size());
        assertEquals(
                List.of(SampleCommands.known(1)),
                events().stream().map(e -> e.id().value()).toList());
    }

    @Test
    void whatWasForgottenIsNotRecordedAgainAndWhatNeverCameStillIs() {
        Change.RecordCheckIn first = sample.checkIn(3, 1, SampleCommands.counts(1, 1, 1, null));
        Change.RecordCheckIn scan = sample.checkIn(6, 2, new Judgement.Refused("UnknownCode", null, null, null, null));
        Change.RecordCheckIn late = sample.checkIn(9, 4, SampleCommands.counts(3, 3, 1, null));
        apply(first);
        apply(scan);
        apply(late);
        LocalDate tomorrow = LocalDate.of(2026, 3, 3);
        apply(new RetentionChange.Forget(
                MORNING.plusSeconds(9_999), MORNING.plusSeconds(9_999), NEVER, 9, tomorrow, tomorrow));
        assertEquals(List.of(), events());

        ApplyResult again = apply(first);
        apply(scan);
        ApplyResult missing = apply(sample.checkIn(12, 3, SampleCommands.counts(4, 4, 1, null)));

        assertEquals(
                new ApplyResult.CheckedIn(
                        false, new Judgement.Refused("Refused", "FORGOTTEN", null, null, null), null, null, null),
                again);
        assertTrue(assertInstanceOf(ApplyResult.CheckedIn.class, missing).first(), "number 3 never came before");
        assertEquals(1, events().size());
        assertEquals(
                List.of(),
                home.stores().upstream().waiting(9).stream()
                        .filter(it -> it.checkIn().equals(first.checkIn().id()))
                        .toList());
    }

    @Test
    void countsGoWithWhatTheyCounted() {
        apply(sample.checkIn(1, 1, SampleCommands.counts(1, 1, 1, null)));
        apply(sample.checkIn(2, 2, new Judgement.Refused("UnknownCode", null, null, null, null)));
        LocalDate day = LocalDate.of(2026, 3, 2);
        Statistics before = statistics();
        assertEquals(2, before.checkIns().size());
        RetentionChange.Forget refused = new RetentionChange.Forget(null, NEVER, NEVER, 9, null, day.plusDays(1));

        assertTrue(home.stores().retention().anyOlder(refused));
        apply(refused);
        assertFalse(home.stores().retention().anyOlder(refused));
        assertEquals(
                List.of("Late"),
                statistics().checkIns().stream().map(it -> it.outcome()).toList());
        assertEquals(before.records(), statistics().records());

        apply(new RetentionChange.Forget(NEVER, NEVER, NEVER, 9, day.plusDays(1), day));
        assertEquals(new Statistics(List.of(), List.of(), List.of()), statistics());
    }

    private Statistics statistics() {
        return home.stores().records().statistics(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }

    @Test
    void consentsGoOnceTheyWereWithdrawnLongAgo() {
        StudentId student = SampleCommands.student(1).id();
        apply(new Change.SaveStudent(SampleCommands.student(1)));
        apply(new CareChange.GiveConsent(student, "1"));
        RetentionChange.Forget later = new RetentionChange.Forget(null, NEVER, MORNING.plusSeconds(99), 9);
        apply(later);
        assertEquals(1, home.stores().adjustments().consents(student).size(), "it holds");
        apply(new CareChange.WithdrawConsent(student));
        assertTrue(home.stores().retention().anyOlder(later));

        apply(later);

        assertEquals(List.of(), home.stores().adjustments().consents(student));
    }

    @Test
    void whatWasAgreedUntilADayGoesAfterItWithItsKey() {
        StudentId student = SampleCommands.student(1).id();
        LocalDate last = LocalDate.of(2026, 3, 9);
        apply(new Change.SaveStudent(SampleCommands.student(1)));
        apply(new CareChange.GiveConsent(student, "1"));
        apply(new CareChange.SaveAdjustments(student, "sealed", "key", last));
        assertEquals(
                new ApplyResult.Conflict(ApplyResult.Kind.STALE_REVISION),
                apply(new CareChange.SaveAdjustments(student, "sealed", "another key", last)));

        apply(new CareChange.EndAdjustments(last));
        assertTrue(home.stores().adjustments().adjustments(student).isPresent());
        assertTrue(home.stores().adjustments().anyEndedBefore(last.plusDays(1)));
        apply(new CareChange.EndAdjustments(last.plusDays(1)));

        assertEquals(Optional.empty(), home.stores().adjustments().adjustments(student));
        assertEquals(Optional.empty(), home.stores().adjustments().key(student));
        assertFalse(home.stores().adjustments().anyEndedBefore(last.plusDays(1)));
    }

    private List<Attendance> attendance() {
        return home.stores().attendance().attendance(null, null, NEVER, MORNING.plus(Duration.ofDays(9)), 99);
    }

    private List<CheckInEvent> events() {
        return home.stores().attendance().eventsBefore(Long.MAX_VALUE, 99);
    }

    private ApplyResult apply(Change change) {
        Command command = sample.command(change);
        index++;
        return view.apply(new LogPosition(1, index), List.of(command)).getFirst();
    }
}
