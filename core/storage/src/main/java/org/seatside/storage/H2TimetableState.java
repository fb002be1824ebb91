package org.seatside.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Term;
import org.seatside.model.roster.Window;
import org.seatside.service.log.TimetableState;

/// Writes of the timetable on the writer's connection.
final class H2TimetableState implements TimetableState {
    private final Statements statements;

    H2TimetableState(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean saveTerm(Term term) {
        return statements.save(
                "update term set code = ?, name = ?, name_en = ?, from_day = ?, until_day = ? where id = ?",
                "insert into term (code, name, name_en, from_day, until_day, id) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                term.code(),
                term.name(),
                term.nameEn(),
                term.from(),
                term.until(),
                term.id());
    }

    @Override
    public boolean saveDepartment(Department department) {
        return statements.save(
                "update department set code = ?, name = ?, name_en = ? where id = ?",
                "insert into department (code, name, name_en, id) values (?, ?, ?, ?) on conflict do nothing",
                department.code(),
                department.name(),
                department.nameEn(),
                department.id());
    }

    @Override
    public boolean saveCourse(Course course) {
        return statements.save(
                "update course set code = ?, title = ?, title_en = ?, department = ? where id = ?",
                "insert into course (code, title, title_en, department, id) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                course.code(),
                course.title(),
                course.titleEn(),
                course.department(),
                course.id());
    }

    @Override
    public boolean saveLecturer(Lecturer lecturer) {
        return statements.save(
                "update lecturer set number = ?, name = ?, name_en = ?, department = ?, account = ? where id = ?",
                "insert into lecturer (number, name, name_en, department, account, id) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                lecturer.number(),
                lecturer.name(),
                lecturer.nameEn(),
                lecturer.department(),
                lecturer.account(),
                lecturer.id());
    }

    @Override
    public boolean exists(TermId term) {
        return statements.any("select 1 from term where id = ?", term);
    }

    @Override
    public boolean exists(DepartmentId department) {
        return statements.any("select 1 from department where id = ?", department);
    }

    @Override
    public boolean exists(CourseId course) {
        return statements.any("select 1 from course where id = ?", course);
    }

    @Override
    public boolean exists(LecturerId lecturer) {
        return statements.any("select 1 from lecturer where id = ?", lecturer);
    }

    @Override
    public void assign(SectionId section, List<LecturerId> lecturers) {
        statements.update("delete from section_lecturer where section = ?", section);
        for (int at = 0; at < lecturers.size(); at++) {
            statements.update(
                    "insert into section_lecturer (section, lecturer, ordinal) values (?, ?, ?) on conflict do nothing",
                    section,
                    lecturers.get(at),
                    at);
        }
    }

    @Override
    public void enrol(Enrolled stretch) {
        LocalDate from = stretch.from() == null ? Rows.EVER : stretch.from();
        LocalDate until = stretch.until();
        for (Enrolled other : stretches(stretch.student(), stretch.section())) {
            LocalDate otherFrom = other.from() == null ? Rows.EVER : other.from();
            boolean apart = (until != null && otherFrom.isAfter(until.plusDays(1)))
                    || (other.until() != null && from.isAfter(other.until().plusDays(1)));
            if (apart) {
                continue;
            }
            from = otherFrom.isBefore(from) ? otherFrom : from;
            until = until == null || other.until() == null ? null : later(until, other.until());
            dropStretch(stretch.student(), stretch.section(), otherFrom);
        }
        statements.update(
                "insert into enrolment (student, section, from_day, until_day) values (?, ?, ?, ?)",
                stretch.student(),
                stretch.section(),
                from,
                until);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Enrolled> stretches(StudentId student, SectionId section) {
        return statements.list(
                "select student, section, from_day, until_day from enrolment where student = ? and section = ?"
                        + " order by from_day",
                Rows::enrolled,
                student,
                section);
    }

    private void dropStretch(StudentId student, SectionId section, LocalDate from) {
        statements.update(
                "delete from enrolment where student = ? and section = ? and from_day = ?", student, section, from);
    }

    @Override
    public void withdraw(SectionId section, StudentId student, LocalDate lastDay) {
        statements.update(
                "delete from enrolment where student = ? and section = ? and from_day > ?", student, section, lastDay);
        statements.update(
                "update enrolment set until_day = ? where student = ? and section = ?"
                        + " and (until_day is null or until_day > ?)",
                lastDay,
                student,
                section,
                lastDay);
    }

    @Override
    public void keepActivity(StudentId student, boolean active, Instant at) {
        if (active) {
            statements.update("delete from student_inactive where student = ?", student);
        } else {
            statements.update(
                    "insert into student_inactive (student, since) values (?, ?) on conflict do nothing", student, at);
        }
    }

    @Override
    public int patternRevision(PatternId pattern) {
        return statements
                .first("select revision from meeting_pattern where id = ?", row -> row.getInt("revision"), pattern)
                .orElse(0);
    }

    @Override
    public void savePattern(MeetingPattern pattern) {
        Window window = pattern.window();
        boolean saved = statements.save(
                "update meeting_pattern set section = ?, room = ?, weekday = ?, starts_at = ?, minutes = ?,"
                        + " from_day = ?, until_day = ?, opens_before = ?, late_after = ?, closes_after = ?,"
                        + " revision = ? where id = ?",
                "insert into meeting_pattern (section, room, weekday, starts_at, minutes, from_day, until_day,"
                        + " opens_before, late_after, closes_after, revision, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                pattern.section(),
                pattern.room(),
                pattern.weekday(),
                pattern.startsAt(),
                pattern.minutes(),
                pattern.from(),
                pattern.until(),
                window == null ? null : window.opensBeforeMinutes(),
                window == null ? null : window.lateAfterMinutes(),
                window == null ? null : window.closesAfterMinutes(),
                pattern.revision(),
                pattern.id());
        if (!saved) {
            throw new IllegalStateException("a pattern has no constraint but its id");
        }
        statements.update("delete from pattern_exception where pattern = ?", pattern.id());
        pattern.exceptions().forEach(exception -> insert(pattern.id(), exception));
    }

    private void insert(PatternId pattern, MeetingException exception) {
        statements.update(
                "insert into pattern_exception (pattern, on_day, cancelled, moved_to, room, starts_at, minutes, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                pattern,
                exception.day(),
                exception.cancelled(),
                exception.movedTo(),
                exception.room(),
                exception.startsAt(),
                exception.minutes(),
                exception.reason());
    }

    @Override
    public void deletePattern(PatternId pattern) {
        statements.update("delete from pattern_exception where pattern = ?", pattern);
        statements.update("delete from meeting_pattern where id = ?", pattern);
    }

    @Override
    public void dropMeetings(PatternId pattern, Instant after) {
        statements.update(
                "delete from meeting where pattern = ? and starts_at > ?"
                        + " and not exists (select 1 from attendance a where a.meeting = meeting.id)",
                pattern,
                after);
    }

    @Override
    public boolean tookAttendance(Meeting meeting) {
        return statements.any("select 1 from attendance where meeting = ? fetch first row only", meeting.id());
    }

    @Override
    public void saveHoliday(Holiday holiday) {
        statements.update("delete from holiday where on_day = ?", holiday.day());
        statements.update(
                "insert into holiday (on_day, name, name_en) values (?, ?, ?)",
                holiday.day(),
                holiday.name(),
                holiday.nameEn());
    }

    @Override
    public void deleteHoliday(LocalDate day) {
        statements.update("delete from holiday where on_day = ?", day);
    }

    @Override
    public void saveRule(AttendanceRule rule) {
        UUID scope = Rows.scope(rule);
        statements.update("delete from attendance_rule where scope = ?", scope);
        Window window = rule.window();
        if (rule.isEmpty()) {
            return;
        }
        statements.update(
                "insert into attendance_rule (scope, course, section, opens_before, late_after, closes_after,"
                        + " marks_absent, notice_below, pin) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                scope,
                rule.course(),
                rule.section(),
                window == null ? null : window.opensBeforeMinutes(),
                window == null ? null : window.lateAfterMinutes(),
                window == null ? null : window.closesAfterMinutes(),
                rule.marksAbsent(),
                rule.noticeBelowPercent(),
                rule.pin() == null ? null : rule.pin().name());
    }

    /// The rules that are nearer to a section than the one changed and have a window of their own, keep it.
    @Override
    public void rewindow(AttendanceRule changed, Instant after) {
        if (changed.section() != null) {
            rewindow(window(changed.section()), "section = ?", after, changed.section());
        } else if (changed.course() != null) {
            rewindow(
                    window(null, changed.course()),
                    "section in (select s.id from section s left join attendance_rule r on r.scope = s.id"
                            + " where s.course = ? and r.opens_before is null)",
                    after,
                    changed.course());
        } else {
            rewindow(
                    window(null, null),
                    "section in (select s.id from section s left join attendance_rule r on r.scope = s.id"
                            + " left join attendance_rule c on c.scope = s.course"
                            + " where r.opens_before is null and c.opens_before is null)",
                    after);
        }
    }

    private Window window(SectionId section) {
        CourseId course = statements
                .first(
                        "select course from section where id = ? and course is not null",
                        row -> new CourseId(Rows.uuid(row, "course")),
                        section)
                .orElse(null);
        return window(section, course);
    }

    private Window window(@Nullable SectionId section, @Nullable CourseId course) {
        return Optional.ofNullable(section)
                .flatMap(it -> windowOf(it.value()))
                .or(() -> Optional.ofNullable(course).flatMap(it -> windowOf(it.value())))
                .or(() -> windowOf(Rows.CAMPUS))
                .orElse(Window.DEFAULT);
    }

    private Optional<Window> windowOf(UUID scope) {
        return statements.first(
                "select opens_before, late_after, closes_after from attendance_rule"
                        + " where scope = ? and opens_before is not null",
                row -> new Window(row.getInt("opens_before"), row.getInt("late_after"), row.getInt("closes_after")),
                scope);
    }

    private void rewindow(Window window, String which, Instant after, Object... of) {
        Object[] values = new Object[of.length + 4];
        values[0] = window.opensBeforeMinutes();
        values[1] = window.lateAfterMinutes();
        values[2] = window.closesAfterMinutes();
        values[3] = after;
        System.arraycopy(of, 0, values, 4, of.length);
        statements.update(
                "update meeting set opens_at = starts_at - cast(? as integer) * interval '1' minute,"
                        + " late_after = starts_at + cast(? as integer) * interval '1' minute,"
                        + " closes_at = starts_at + cast(? as integer) * interval '1' minute"
                        + " where own_window = false and starts_at > ? and " + which,
                values);
    }

    @Override
    public Optional<Meeting> meeting(MeetingId id) {
        return statements.first("select " + Rows.MEETING + " from meeting where id = ?", Rows::meeting, id);
    }
}
