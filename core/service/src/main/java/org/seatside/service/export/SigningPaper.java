package org.seatside.service.export;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Student;

/// A class as paper to sign: what is on record already stands in its row, so that nobody signs in vain.
final class SigningPaper {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ExportWords words;
    private final ZoneId campus;

    SigningPaper(ExportWords words, ZoneId campus) {
        this.words = words;
        this.campus = campus;
    }

    SigningSheet of(ClassSheet sheet, Meeting meeting) {
        List<SigningSheet.Row> rows = new ArrayList<>();
        for (Student student : sheet.students()) {
            AttendanceStatus status =
                    sheet.records().getOrDefault(student.id(), Map.of()).get(meeting.id());
            rows.add(
                    new SigningSheet.Row(student.number(), student.name(), status == null ? "" : words.status(status)));
        }
        String when = WHEN.format(meeting.startsAt().atZone(campus)) + " - "
                + END.format(meeting.endsAt().atZone(campus));
        return new SigningSheet(
                words.table("signing"),
                sheet.section().code() + " " + sheet.section().title(),
                List.of(when, sheet.rooms().getOrDefault(meeting.id(), "")),
                List.of(
                        words.column("number").title(),
                        words.column("studentNumber").title(),
                        words.column("studentName").title(),
                        words.column("recorded").title(),
                        words.column("signature").title()),
                rows);
    }
}
