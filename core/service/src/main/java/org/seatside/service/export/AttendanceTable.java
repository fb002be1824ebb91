package org.seatside.service.export;

import java.io.IOException;
import java.util.List;
import org.seatside.model.id.CheckInId;

/// Records of attendance as rows.
final class AttendanceTable {
    private final ExportWords words;
    private final TableWriter table;

    AttendanceTable(ExportWords words, TableWriter table) {
        this.words = words;
        this.table = table;
    }

    void begin() throws IOException {
        table.begin(
                words.table("attendance"),
                List.of(
                        words.column("takenAt", 20),
                        words.column("status", 10),
                        words.column("studentNumber", 14),
                        words.column("studentName", 18),
                        words.column("sectionCode", 14),
                        words.column("section"),
                        words.column("startsAt", 20),
                        words.column("room", 18),
                        words.column("revision", 8),
                        words.column("trace", 10),
                        words.column("id", 38)));
    }

    void add(AttendanceRow row) throws IOException {
        CheckInId checkIn = row.checkIn();
        table.time(row.at());
        table.text(words.status(row.status()));
        table.text(row.studentNumber());
        table.text(row.studentName());
        table.text(row.sectionCode());
        table.text(row.section());
        table.time(row.startsAt());
        table.text(row.room());
        table.number(row.revision());
        table.text(checkIn == null ? null : checkIn.trace());
        table.text(row.id().toString());
        table.endRow();
    }
}
