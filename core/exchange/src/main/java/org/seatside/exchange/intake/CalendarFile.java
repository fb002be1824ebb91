package org.seatside.exchange.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.service.imports.ImportRow;

/// A timetable as iCalendar (RFC 5545): what a class needs of it, read strictly. What it does not know, a rule
/// by
/// month or seconds in a start, is told of the line; nothing is guessed. `SUMMARY` names the section,
/// `LOCATION` the
/// room; an event of whole days is a holiday.
final class CalendarFile {
    private static final int MOST_LINES = 400_000;

    private final ZoneId campus;
    private final List<ImportRow> rows = new ArrayList<>();
    private final Map<String, Series> series = new LinkedHashMap<>();
    private @Nullable ZoneId zone;

    private CalendarFile(ZoneId campus) {
        this.campus = campus;
    }

    /// An event with what differs from it.
    private record Series(CalendarEvent master, List<CalendarEvent> others) {}

    static List<ImportRow> read(Path file, ZoneId campus) throws IOException {
        if (Files.size(file) > Archive.BYTES) {
            throw Bad.tooLarge();
        }
        CalendarFile calendar = new CalendarFile(campus);
        try {
            calendar.components(unfolded(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw Bad.file("text-unreadable", "An iCalendar file is UTF-8.");
        }
        calendar.series.values().forEach(calendar::spellOut);
        return calendar.rows;
    }

    /// A content line with where it began.
    record Line(int number, String text) {}

    private static List<Line> unfolded(String text) {
        String[] raw = (text.startsWith("\ufeff") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
        if (raw.length > MOST_LINES) {
            throw Bad.tooLarge();
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            boolean continued = raw[i].startsWith(" ") || raw[i].startsWith("\t");
            if (continued && !lines.isEmpty()) {
                Line last = lines.removeLast();
                if (last.text().length() > Table.CELL) {
                    throw Bad.tooLarge();
                }
                lines.add(new Line(last.number(), last.text() + raw[i].substring(1)));
            } else if (!raw[i].isEmpty()) {
                lines.add(new Line(i + 1, raw[i]));
            }
        }
        return lines;
    }

    private void components(List<Line> lines) {
        if (lines.isEmpty() || !lines.getFirst().text().equalsIgnoreCase("BEGIN:VCALENDAR")) {
            throw Bad.file("calendar-malformed", "This is no iCalendar file: it begins with BEGIN:VCALENDAR.");
        }
        List<Line> event = null;
        int depth = 0;
        for (Line line : lines) {
            String upper = line.text().toUpperCase(Locale.ROOT);
            if (upper.equals("BEGIN:VEVENT")) {
                event = new ArrayList<>();
            } else if (upper.equals("END:VEVENT") && event != null) {
                event(event);
                event = null;
            } else if (event != null) {
                // An alarm within an event has properties of the same names.
                depth += upper.startsWith("BEGIN:") ? 1 : upper.startsWith("END:") ? -1 : 0;
                if (depth == 0 && !upper.startsWith("END:")) {
                    event.add(line);
                }
            } else if (upper.startsWith("X-WR-TIMEZONE:")) {
                zone = zone(line.text().substring("X-WR-TIMEZONE:".length()));
            }
        }
        if (event != null) {
            throw Bad.file("calendar-malformed", "The file breaks off within an event.");
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw Bad.file("zone-unknown", "X-WR-TIMEZONE names no time zone of the IANA's list.");
        }
    }

    private void event(List<Line> lines) {
        int number = lines.isEmpty() ? 0 : lines.getFirst().number();
        ImportRow.Origin origin = new ImportRow.Origin("", number);
        try {
            CalendarEvent event = CalendarEvent.of(origin, lines, zone == null ? campus : zone);
            if (event.allDay()) {
                rows.addAll(event.holidays());
            } else if (event.replaces() == null) {
                Series old = series.get(event.uid());
                if (old != null && !old.master().isNone()) {
                    throw new CalendarEvent.Refused("uid-twice", event.uid());
                }
                series.put(event.uid(), new Series(event, old == null ? new ArrayList<>() : old.others()));
            } else {
                series.computeIfAbsent(event.uid(), _ -> new Series(CalendarEvent.NONE, new ArrayList<>()))
                        .others()
                        .add(event);
            }
        } catch (CalendarEvent.Refused e) {
            rows.add(new ImportRow.BadRow(origin, e.why(), e.subject()));
        }
    }

    private void spellOut(Series of) {
        try {
            rows.addAll(
                    of.master().isNone()
                            ? of.others().stream().map(CalendarEvent::alone).toList()
                            : CalendarSeries.rows(of.master(), of.others(), campus));
        } catch (CalendarEvent.Refused e) {
            rows.add(new ImportRow.BadRow(of.master().origin(), e.why(), e.subject()));
        }
    }
}
