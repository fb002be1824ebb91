package org.seatside.service.export;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.seatside.model.attendance.AttendanceStatus;

/// Totals and the share of what was attended, a row for each student, section or department.
final class SummaryTable {
    private final ExportWords words;
    private final TableWriter table;

    SummaryTable(ExportWords words, TableWriter table) {
        this.words = words;
        this.table = table;
    }

    /// @param parts counts of one row follow each other
    void write(SummaryBy by, List<ExportStore.SummaryPart> parts) throws IOException {
        boolean people = by == SummaryBy.STUDENTS;
        table.begin(
                words.table("summary"),
                List.of(
                        words.column(people ? "studentNumber" : "code", 16),
                        words.column(people ? "studentName" : "name", 24),
                        words.column("students", 10),
                        words.column("present", 10),
                        words.column("late", 10),
                        words.column("excused", 10),
                        words.column("absent", 10),
                        words.column("percent", 10)));
        Map<AttendanceStatus, Long> counts = new EnumMap<>(AttendanceStatus.class);
        for (int i = 0; i < parts.size(); i++) {
            ExportStore.SummaryPart part = parts.get(i);
            counts.merge(part.status(), part.count(), Long::sum);
            if (i + 1 == parts.size() || !parts.get(i + 1).code().equals(part.code())) {
                row(part, counts);
                counts.clear();
            }
        }
        table.finish();
    }

    private void row(ExportStore.SummaryPart of, Map<AttendanceStatus, Long> counts) throws IOException {
        long present = counts.getOrDefault(AttendanceStatus.PRESENT, 0L);
        long late = counts.getOrDefault(AttendanceStatus.LATE, 0L);
        long absent = counts.getOrDefault(AttendanceStatus.ABSENT, 0L);
        long expected = present + late + absent;
        table.text(of.code());
        table.text(of.name());
        table.number(of.students());
        table.number(present);
        table.number(late);
        table.number(counts.getOrDefault(AttendanceStatus.EXCUSED, 0L));
        table.number(absent);
        table.share(expected == 0 ? null : (double) (present + late) / expected);
        table.endRow();
    }
}
