package org.seatside.exchange.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.service.imports.ImportRow;

/// One VEVENT.
///
/// @param start in its own zone; null for an event of whole days
/// @param rule text of its RRULE; null where it does not repeat
/// @param without starts that do not take place
/// @param also starts beside the rule's
/// @param replaces the start of the series that it stands for; null for the series itself
record CalendarEvent(
        ImportRow.Origin origin,
        String uid,
        String subject,
        String room,
        @Nullable ZonedDateTime start,
        Duration length,
        @Nullable String rule,
        List<ZonedDateTime> without,
        List<ZonedDateTime> also,
        @Nullable ZonedDateTime replaces,
        boolean cancelled,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate endDay) {
    /// Stands where only others of a series are in the file.
    static final CalendarEvent NONE = new CalendarEvent(
            new ImportRow.Origin("", 0),
            "",
            "",
            "",
            null,
            Duration.ZERO,
            null,
            List.of(),
            List.of(),
            null,
            false,
            null,
            null);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Duration LONGEST = Duration.ofHours(16);
    private static final int LONGEST_HOLIDAY = 60;

    /// Why an event is not taken.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String why;
        private final String subject;

        Refused(String why, String subject) {
            super(why, null, false, false);
            this.why = why;
            this.subject = subject;
        }

        String why() {
            return why;
        }

        String subject() {
            return subject;
        }
    }

    /// A line of an event: name, parameters, value.
    private record Property(String name, Map<String, String> parameters, String value) {
        static Property of(String line) {
            int quote = 0;
            int colon = -1;
            for (int i = 0; i < line.length() && colon < 0; i++) {
                quote += line.charAt(i) == '"' ? 1 : 0;
                colon = line.charAt(i) == ':' && quote % 2 == 0 ? i : -1;
            }
            if (colon < 0) {
                throw new Refused("calendar-line-malformed", "");
            }
            String[] parts = line.substring(0, colon).split(";", -1);
            Map<String, String> parameters = new HashMap<>();
            for (int i = 1; i < parts.length; i++) {
                String[] pair = parts[i].split("=", 2);
                parameters.put(pair[0].toUpperCase(Locale.ROOT), pair.length < 2 ? "" : pair[1].replace("\"", ""));
            }
            return new Property(parts[0].toUpperCase(Locale.ROOT), parameters, line.substring(colon + 1));
        }

        boolean isDate() {
            return "DATE".equalsIgnoreCase(parameters.get("VALUE"));
        }

        String text() {
            return value.replace("\\n", " ")
                    .replace("\\N", " ")
                    .replace("\\,", ",")
                    .replace("\\;", ";")
                    .replace("\\\\", "\\")
                    .strip();
        }
    }

    /// @param floating zone of times that name none
    static CalendarEvent of(ImportRow.Origin origin, List<CalendarFile.Line> lines, ZoneId floating) {
        Map<String, Property> one = new HashMap<>();
        List<ZonedDateTime> without = new ArrayList<>();
        List<ZonedDateTime> also = new ArrayList<>();
        for (CalendarFile.Line line : lines) {
            Property property = Property.of(line.text());
            switch (property.name()) {
                case "EXDATE" -> without.addAll(times(property, floating));
                case "RDATE" -> also.addAll(times(property, floating));
                case "EXRULE" -> throw new Refused("rule-not-supported", "EXRULE");
                case "RRULE" -> {
                    if (one.put("RRULE", property) != null) {
                        throw new Refused("rule-not-supported", "RRULE");
                    }
                }
                default -> one.putIfAbsent(property.name(), property);
            }
        }
        String uid = text(one, "UID");
        Property start = one.get("DTSTART");
        if (uid.isEmpty() || start == null) {
            throw new Refused(uid.isEmpty() ? "uid-missing" : "start-missing", uid);
        }
        boolean cancelled = text(one, "STATUS").equalsIgnoreCase("CANCELLED");
        if (start.isDate()) {
            return wholeDays(origin, uid, one, start, cancelled);
        }
        ZonedDateTime begin = time(start, start.value(), floating);
        Property replaces = one.get("RECURRENCE-ID");
        if (replaces != null
                && "THISANDFUTURE".equalsIgnoreCase(replaces.parameters().get("RANGE"))) {
            throw new Refused("rule-not-supported", "THISANDFUTURE");
        }
        return new CalendarEvent(
                origin,
                uid,
                text(one, "SUMMARY"),
                text(one, "LOCATION"),
                begin,
                length(one, begin, floating),
                one.containsKey("RRULE") ? text(one, "RRULE") : null,
                List.copyOf(without),
                List.copyOf(also),
                replaces == null ? null : time(replaces, replaces.value(), floating),
                cancelled,
                null,
                null);
    }

    private static CalendarEvent wholeDays(
            ImportRow.Origin origin, String uid, Map<String, Property> one, Property start, boolean cancelled) {
        if (one.containsKey("RRULE")) {
            throw new Refused("rule-not-supported", uid);
        }
        LocalDate first = day(start.value());
        Property end = one.get("DTEND");
        LocalDate until = end == null ? first.plusDays(1) : day(end.value());
        if (!until.isAfter(first) || until.isAfter(first.plusDays(LONGEST_HOLIDAY))) {
            throw new Refused("days-malformed", uid);
        }
        return new CalendarEvent(
                origin,
                uid,
                text(one, "SUMMARY"),
                "",
                null,
                Duration.ZERO,
                null,
                List.of(),
                List.of(),
                null,
                cancelled,
                first,
                until);
    }

    private static Duration length(Map<String, Property> one, ZonedDateTime begin, ZoneId floating) {
        Property end = one.get("DTEND");
        Duration length;
        try {
            length = end != null
                    ? Duration.between(begin, time(end, end.value(), floating))
                    : Duration.parse(text(one, "DURATION"));
        } catch (DateTimeException e) {
            throw new Refused("end-missing", text(one, "UID"));
        }
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(LONGEST) > 0) {
            throw new Refused("times-malformed", text(one, "UID"));
        }
        return length;
    }

    private static String text(Map<String, Property> one, String name) {
        Property property = one.get(name);
        return property == null ? "" : property.text();
    }

    private static List<ZonedDateTime> times(Property property, ZoneId floating) {
        if (property.isDate() || "PERIOD".equalsIgnoreCase(property.parameters().get("VALUE"))) {
            throw new Refused("times-malformed", property.name());
        }
        List<ZonedDateTime> times = new ArrayList<>();
        for (String value : property.value().split(",", -1)) {
            times.add(time(property, value, floating));
        }
        return times;
    }

    private static ZonedDateTime time(Property property, String value, ZoneId floating) {
        String named = property.parameters().get("TZID");
        try {
            String text = value.strip();
            if (text.endsWith("Z")) {
                return LocalDateTime.parse(text.substring(0, text.length() - 1), TIME)
                        .atZone(ZoneOffset.UTC);
            }
            return LocalDateTime.parse(text, TIME)
                    .atZone(named == null ? floating : ZoneId.of(named.startsWith("/") ? named.substring(1) : named));
        } catch (java.time.format.DateTimeParseException e) {
            throw new Refused("times-malformed", property.name());
        } catch (DateTimeException e) {
            throw new Refused("zone-unknown", named == null ? "" : named);
        }
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value.strip(), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new Refused("days-malformed", "");
        }
    }

    boolean isNone() {
        return uid.isEmpty();
    }

    boolean allDay() {
        return firstDay != null;
    }

    /// A cancelled one is none.
    List<ImportRow> holidays() {
        List<ImportRow> days = new ArrayList<>();
        LocalDate first = firstDay;
        LocalDate end = endDay;
        if (first != null && end != null && !cancelled) {
            first.datesUntil(end).forEach(day -> days.add(new ImportRow.HolidayRow(origin, day, subject)));
        }
        return days;
    }

    /// A class by itself.
    ImportRow alone() {
        ZonedDateTime begin = begin();
        ZonedDateTime of = replaces == null ? begin : replaces;
        return new ImportRow.ClassRow(
                origin,
                uid + " " + of.toInstant(),
                subject,
                room,
                begin.toInstant(),
                begin.toInstant().plus(length),
                cancelled);
    }

    ZonedDateTime begin() {
        if (start == null) {
            throw new Refused("start-missing", uid);
        }
        return start;
    }
}
