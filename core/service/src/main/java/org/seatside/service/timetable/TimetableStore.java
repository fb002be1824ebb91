package org.seatside.service.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Page;
import org.seatside.model.api.RosterEntry;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Term;

/// Reads the timetable from this node's view. Thread-safe; sees all that was applied before the call. Pages go
/// on behind the [Page#next] of the page before.
public interface TimetableStore {
    Optional<Term> term(TermId id);

    /// All terms, the newest first.
    List<Term> terms();

    Optional<Department> department(DepartmentId id);

    /// All departments by code.
    List<Department> departments();

    Optional<Course> course(CourseId id);

    /// Courses by code.
    Page<Course> courses(@Nullable String after, int limit);

    Optional<Lecturer> lecturer(LecturerId id);

    /// Lecturers by name.
    Page<Lecturer> lecturers(@Nullable String after, int limit);

    /// Who teaches a section, in the order given.
    List<Lecturer> lecturers(SectionId section);

    /// What the lecturer who signs in with an account teaches.
    List<SectionId> sectionsTaughtBy(AccountId account);

    /// Sections by code.
    ///
    /// @param term null for all
    /// @param course null for all
    Page<Section> sections(@Nullable TermId term, @Nullable CourseId course, @Nullable String after, int limit);

    /// Who is on a section's roster, by number.
    ///
    /// @param day null for everybody who ever was
    List<RosterEntry> roster(SectionId section, @Nullable LocalDate day);

    Optional<MeetingPattern> pattern(PatternId id);

    /// @param section null for all
    List<MeetingPattern> patterns(@Nullable SectionId section);

    /// By day.
    List<Holiday> holidays();

    /// The campus's first.
    List<AttendanceRule> rules();

    /// Those that hold for a section: its own, its course's, the campus's, as far as there are any.
    List<AttendanceRule> rules(SectionId section);

    /// Meetings as [org.seatside.service.roster.RosterStore#meetings], but also those that are not held:
    /// `cancelled` then says why, with the holiday's name where it is one.
    List<Meeting> timetable(Instant from, Instant until, @Nullable RoomId room, @Nullable SectionId section);

    /// A page of [#timetable], by start.
    ///
    /// @param all also those that are not held
    /// @param after the last meeting of the page before; null for the first page
    List<Meeting> timetable(
            Instant from,
            Instant until,
            @Nullable RoomId room,
            @Nullable SectionId section,
            boolean all,
            @Nullable MeetingId after,
            int limit);
}
