package org.seatside.service.own;

import java.time.Instant;
import java.util.List;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.service.RefusedException;
import org.seatside.service.attendance.AttendanceStore;
import org.seatside.service.roster.RosterStore;

/// What people see of their own, and nothing of anybody else's: whether a section or class exists that is not
/// theirs, they do not learn either. Thread-safe.
public final class OwnService {
    private static final Instant LAST = Instant.parse("2199-01-01T00:00:00Z");
    private static final int MOST = 10_000;

    private final OwnStore store;
    private final RosterStore roster;
    private final AttendanceStore attendance;

    public OwnService(OwnStore store, RosterStore roster, AttendanceStore attendance) {
        this.store = store;
        this.roster = roster;
        this.attendance = attendance;
    }

    /// A student's own records, the newest first.
    public List<Attendance> attendance(StudentId student) {
        return attendance.attendance(student, null, Instant.EPOCH, LAST, MOST);
    }

    /// Sections that a lecturer teaches, by code.
    public List<Section> sections(AccountId lecturer) {
        return store.sections(lecturer);
    }

    /// Students of one of the lecturer's sections, by number.
    public List<Student> students(AccountId lecturer, SectionId section) {
        requireOwn(lecturer, section);
        return store.students(section);
    }

    /// Classes of one of the lecturer's sections between two instants, by start.
    public List<Meeting> meetings(AccountId lecturer, SectionId section, Instant from, Instant until) {
        requireOwn(lecturer, section);
        return roster.meetings(from, until, null).stream()
                .filter(meeting -> meeting.section().equals(section))
                .toList();
    }

    /// Records of one of the lecturer's classes.
    public List<Attendance> attendance(AccountId lecturer, MeetingId meeting) {
        Meeting found = roster.meeting(meeting).orElseThrow(OwnService::notFound);
        requireOwn(lecturer, found.section());
        return attendance.attendance(null, meeting, Instant.EPOCH, LAST, MOST);
    }

    private void requireOwn(AccountId lecturer, SectionId section) {
        if (store.sections(lecturer).stream().noneMatch(own -> own.id().equals(section))) {
            throw notFound();
        }
    }

    private static RefusedException notFound() {
        return new RefusedException(RefusedException.Kind.NOT_FOUND, "not-found", "You have no such class.");
    }
}
