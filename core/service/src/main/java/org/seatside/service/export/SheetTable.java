package org.seatside.service.export;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.MeetingId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Student;

/// A class sheet: a row a student, a column a class, totals and the share of classes attended.
final class SheetTable {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final ExportWords words;
    private final TableWriter table;
    private final ZoneId campus;
    private final Instant now;

    SheetTable(ExportWords words, TableWriter table, ZoneId campus, Instant now) {
        this.words = words;
        this.table = table;
        this.campus = campus;
        this.now = now;
    }

    void write(ClassSheet sheet) throws IOException {
        List<Column> columns = new ArrayList<>();
        columns.add(words.column("studentNumber", 14));
        columns.add(words.column("studentName", 18));
        for (Meeting meeting : sheet.meetings()) {
            columns.add(new Column(
                    meeting.startsAt().toString(), DAY.format(meeting.startsAt().atZone(campus)), 12));
        }
        for (String key : List.of("present", "late", "excused", "absent", "missing", "held", "percent")) {
            columns.add(words.column(key, 10));
        }
        table.begin(words.table("sheet") + " " + sheet.section().code(), columns);
        for (Student student : sheet.students()) {
            add(student, sheet);
        }
        table.finish();
    }

    private void add(Student student, ClassSheet sheet) throws IOException {
        Map<MeetingId, AttendanceStatus> records = sheet.records().getOrDefault(student.id(), Map.of());
        Map<AttendanceStatus, Integer> counts = new EnumMap<>(AttendanceStatus.class);
        int missing = 0;
        int held = 0;
        table.text(student.number());
        table.text(student.name());
        for (Meeting meeting : sheet.meetings()) {
            AttendanceStatus status = records.get(meeting.id());
            boolean over = !meeting.endsAt().isAfter(now);
            table.text(status == null ? null : words.status(status));
            if (status != null) {
                counts.merge(status, 1, Integer::sum);
            }
            held += over ? 1 : 0;
            missing += over && status == null ? 1 : 0;
        }
        int excused = count(counts, AttendanceStatus.EXCUSED);
        int attended = count(counts, AttendanceStatus.PRESENT) + count(counts, AttendanceStatus.LATE);
        int expected = attended + count(counts, AttendanceStatus.ABSENT) + missing;
        table.number(count(counts, AttendanceStatus.PRESENT));
        table.number(count(counts, AttendanceStatus.LATE));
        table.number(excused);
        table.number(count(counts, AttendanceStatus.ABSENT));
        table.number(missing);
        table.number(held);
        table.share(share(attended, expected));
        table.endRow();
    }

    /// Of the classes that are over or on record, without the excused ones: how many were attended, late or
    /// not.
    private static @Nullable Double share(int attended, int expected) {
        return expected == 0 ? null : (double) attended / expected;
    }

    private static int count(Map<AttendanceStatus, Integer> counts, AttendanceStatus status) {
        return counts.getOrDefault(status, 0);
    }
}
