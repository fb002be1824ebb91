package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.MeetingChange;
import org.seatside.model.api.NewCourse;
import org.seatside.model.api.NewDepartment;
import org.seatside.model.api.NewLecturer;
import org.seatside.model.api.NewPattern;
import org.seatside.model.api.NewTerm;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.RosterEntry;
import org.seatside.model.api.SectionLecturers;
import org.seatside.model.api.Withdrawal;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
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

/// Terms, courses, rosters and the timetable, over [NodeClient].
public final class TimetableCalls {
    /// A week of the largest campus thought of, ten thousand meetings.
    private static final int MOST_MEETINGS = 16 << 20;

    private final NodeClient node;

    TimetableCalls(NodeClient node) {
        this.node = node;
    }

    /// The newest first.
    public List<Term> terms() throws NodeException {
        return node.read(Call.get(Paths.TERMS), new TypeReference<>() {});
    }

    public Term addTerm(NewTerm term, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.TERMS, term, id), new TypeReference<>() {});
    }

    public Term changeTerm(Term term, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", Paths.TERMS + "/" + term.id(), term, id), new TypeReference<>() {});
    }

    public void deleteTerm(TermId term, CommandId id) throws NodeException {
        node.change("DELETE", Paths.TERMS + "/" + term, null, id);
    }

    public List<Department> departments() throws NodeException {
        return node.read(Call.get(Paths.DEPARTMENTS), new TypeReference<>() {});
    }

    public Department addDepartment(NewDepartment department, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.DEPARTMENTS, department, id), new TypeReference<>() {});
    }

    public Department changeDepartment(Department department, CommandId id) throws NodeException {
        return node.read(
                Call.change("PUT", Paths.DEPARTMENTS + "/" + department.id(), department, id),
                new TypeReference<>() {});
    }

    public void deleteDepartment(DepartmentId department, CommandId id) throws NodeException {
        node.change("DELETE", Paths.DEPARTMENTS + "/" + department, null, id);
    }

    public Page<Course> courses(@Nullable String after) throws NodeException {
        return node.read(Call.get(NodeClient.page(Paths.COURSES, after)), new TypeReference<>() {});
    }

    public Course addCourse(NewCourse course, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.COURSES, course, id), new TypeReference<>() {});
    }

    public Course changeCourse(Course course, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", Paths.COURSES + "/" + course.id(), course, id), new TypeReference<>() {});
    }

    public void deleteCourse(CourseId course, CommandId id) throws NodeException {
        node.change("DELETE", Paths.COURSES + "/" + course, null, id);
    }

    public Page<Lecturer> lecturers(@Nullable String after) throws NodeException {
        return node.read(Call.get(NodeClient.page(Paths.LECTURERS, after)), new TypeReference<>() {});
    }

    public Lecturer addLecturer(NewLecturer lecturer, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.LECTURERS, lecturer, id), new TypeReference<>() {});
    }

    public Lecturer changeLecturer(Lecturer lecturer, CommandId id) throws NodeException {
        return node.read(
                Call.change("PUT", Paths.LECTURERS + "/" + lecturer.id(), lecturer, id), new TypeReference<>() {});
    }

    public void deleteLecturer(LecturerId lecturer, CommandId id) throws NodeException {
        node.change("DELETE", Paths.LECTURERS + "/" + lecturer, null, id);
    }

    public Section changeSection(Section section, CommandId id) throws NodeException {
        return node.read(
                Call.change("PUT", Paths.SECTIONS + "/" + section.id(), section, id), new TypeReference<>() {});
    }

    public void deleteSection(SectionId section, CommandId id) throws NodeException {
        node.change("DELETE", Paths.SECTIONS + "/" + section, null, id);
    }

    /// Who is on the roster of a day.
    ///
    /// @param day null for everybody who ever was
    public List<RosterEntry> roster(SectionId section, @Nullable LocalDate day) throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        NodeClient.put(parameters, "day", day);
        return node.read(
                Call.get(Call.query(Paths.SECTIONS + "/" + section + "/enrolments", parameters)),
                new TypeReference<>() {});
    }

    public void withdraw(SectionId section, Withdrawal withdrawal, CommandId id) throws NodeException {
        node.change("POST", Paths.SECTIONS + "/" + section + "/withdrawals", withdrawal, id);
    }

    public List<Lecturer> lecturersOf(SectionId section) throws NodeException {
        return node.read(Call.get(Paths.SECTIONS + "/" + section + "/lecturers"), new TypeReference<>() {});
    }

    public void assign(SectionId section, SectionLecturers lecturers, CommandId id) throws NodeException {
        node.change("PUT", Paths.SECTIONS + "/" + section + "/lecturers", lecturers, id);
    }

    /// @param section null for all
    public List<MeetingPattern> patterns(@Nullable SectionId section) throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        NodeClient.put(parameters, "section", section);
        return node.read(Call.get(Call.query(Paths.PATTERNS, parameters)), new TypeReference<>() {});
    }

    public MeetingPattern addPattern(NewPattern pattern, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.PATTERNS, pattern, id), new TypeReference<>() {});
    }

    /// Changes a pattern as it was read; its meetings that are still to come follow.
    ///
    /// @param changed with the revision it was read with
    /// @throws NodeException of kind CONFLICT where somebody changed it since
    public MeetingPattern changePattern(MeetingPattern changed, CommandId id) throws NodeException {
        Call call = Call.change("PUT", Paths.PATTERNS + "/" + changed.id(), changed, id)
                .with("If-Match", "\"" + changed.revision() + "\"");
        return node.read(call, new TypeReference<>() {});
    }

    public void deletePattern(PatternId pattern, CommandId id) throws NodeException {
        node.change("DELETE", Paths.PATTERNS + "/" + pattern, null, id);
    }

    /// Changes one meeting.
    /// Meetings that begin between two instants, by their start.
    ///
    /// @param all also those that are not held
    public List<Meeting> meetings(Instant from, Instant until, boolean all) throws NodeException {
        Call call = Call.get(Call.query(Paths.MEETINGS, Map.of("from", from, "until", until, "all", all)))
                .answeredWithAtMost(MOST_MEETINGS);
        return node.read(call, new TypeReference<>() {});
    }

    public Meeting changeMeeting(MeetingId meeting, MeetingChange change, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", Paths.MEETINGS + "/" + meeting, change, id), new TypeReference<>() {});
    }

    public void deleteMeeting(MeetingId meeting, CommandId id) throws NodeException {
        node.change("DELETE", Paths.MEETINGS + "/" + meeting, null, id);
    }

    /// By day.
    public List<Holiday> holidays() throws NodeException {
        return node.read(Call.get(Paths.HOLIDAYS), new TypeReference<>() {});
    }

    public Holiday saveHoliday(Holiday holiday, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", Paths.HOLIDAYS, holiday, id), new TypeReference<>() {});
    }

    public void deleteHoliday(LocalDate day, CommandId id) throws NodeException {
        node.change("DELETE", Paths.HOLIDAYS + "/" + day, null, id);
    }

    /// The campus's first.
    public List<AttendanceRule> rules() throws NodeException {
        return node.read(Call.get(Paths.RULES), new TypeReference<>() {});
    }

    public AttendanceRule saveRule(AttendanceRule rule, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", Paths.RULES, rule, id), new TypeReference<>() {});
    }
}
