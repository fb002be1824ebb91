package org.seatside.service.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// Who and what there is.
public record Roster(
        List<Student> students, List<Room> rooms, List<Section> sections, Map<SectionId, Set<StudentId>> enrolled) {}
