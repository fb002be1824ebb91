package org.seatside.service.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.model.roster.Term;

/// Who and what there is.
///
/// @param taught who teaches a section, in order
/// @param accounts names of all accounts
public record Roster(
        List<Student> students,
        List<Room> rooms,
        List<Section> sections,
        Map<SectionId, Set<StudentId>> enrolled,
        List<Department> departments,
        List<Term> terms,
        List<Course> courses,
        List<Lecturer> lecturers,
        Map<SectionId, List<LecturerId>> taught,
        List<String> accounts) {}
