package org.seatside.service.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.MeetingId;
import org.seatside.model.roster.Student;

/// What is recorded of a class as Moodle's attendance module imports it into one of its sessions (mod_attendance,
/// "import marks"): the user by ID number, the status by the acronym that Moodle's own statuses have. Who has no record
/// is left out, and stays in Moodle as they are.
final class MoodleMarks {
    private final TableWriter table;

    MoodleMarks(TableWriter table) {
        this.table = table;
    }

    void write(ClassSheet sheet, MeetingId meeting) throws IOException {
        table.begin(
                sheet.section().code(),
                List.of(new Column("idnumber", "idnumber", 14), new Column("status", "status", 8)));
        for (Student student : sheet.students()) {
            AttendanceStatus status =
                    sheet.records().getOrDefault(student.id(), Map.of()).get(meeting);
            if (status != null && status != AttendanceStatus.VOID) {
                table.text(student.number());
                table.text(acronym(status));
                table.endRow();
            }
        }
        table.finish();
    }

    private static String acronym(AttendanceStatus status) {
        return switch (status) {
            case PRESENT -> "P";
            case LATE -> "L";
            case EXCUSED -> "E";
            case ABSENT, VOID -> "A";
        };
    }
}
