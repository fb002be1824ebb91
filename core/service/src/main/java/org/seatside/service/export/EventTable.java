package org.seatside.service.export;

import java.io.IOException;
import java.util.List;
import org.seatside.model.attendance.CheckInEvent;

/// Check-ins as rows.
final class EventTable {
    private final ExportWords words;
    private final TableWriter table;

    EventTable(ExportWords words, TableWriter table) {
        this.words = words;
        this.table = table;
    }

    void begin() throws IOException {
        table.begin(
                words.table("events"),
                List.of(
                        words.column("trace", 10),
                        words.column("takenAt", 20),
                        words.column("receivedAt", 20),
                        words.column("outcome", 18),
                        words.column("studentNumber", 14),
                        words.column("studentName", 18),
                        words.column("room", 18),
                        words.column("meeting"),
                        words.column("how", 12),
                        words.column("kiosk", 16),
                        words.column("upstream", 14),
                        words.column("provisional", 10),
                        words.column("id", 38),
                        words.column("logIndex", 12)));
    }

    void add(CheckInEvent event) throws IOException {
        table.text(event.id().trace());
        table.time(event.takenAt());
        table.time(event.receivedAt());
        table.text(words.outcome(event.outcome()));
        table.text(event.studentNumber());
        table.text(event.studentName());
        table.text(event.roomName());
        table.text(event.meeting());
        table.text(words.how(event.how()));
        table.text(event.kioskName());
        table.text(words.upstream(event.upstream()));
        table.text(words.yesNo(event.provisional()));
        table.text(event.id().toString());
        table.number(event.logIndex());
        table.endRow();
    }
}
