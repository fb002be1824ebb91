package org.seatside.exchange.intake;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.seatside.service.imports.ImportRow;

/// The classes of a series: by a weekly rule, without some, with others beside it, and with some moved. A
/// series of
/// every week in the campus's own time stays one that staff can change as such; of every other week, or in
/// another
/// zone, its classes are taken one by one.
final class CalendarSeries {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int LONGEST_YEARS = 2;
    private static final int MOST = 1_000;

    private final CalendarEvent master;
    private final ZonedDateTime start;
    private final Map<LocalDate, CalendarEvent> moved = new HashMap<>();
    private final Set<LocalDate> without = new HashSet<>();

    private CalendarSeries(CalendarEvent master, List<CalendarEvent> others) {
        this.master = master;
        this.start = master.begin();
        for (CalendarEvent other : others) {
            ZonedDateTime of = other.replaces();
            if (of != null) {
                moved.put(of.withZoneSameInstant(start.getZone()).toLocalDate(), other);
            }
        }
        master.without()
                .forEach(at ->
                        without.add(at.withZoneSameInstant(start.getZone()).toLocalDate()));
    }

    /// @param days of the week
    /// @param until last day; null where the rule counts
    /// @param count null where the rule has a last day
    private record Rule(
            Set<DayOfWeek> days,
            int interval,
            DayOfWeek weekStart,
            @Nullable LocalDate until,
            @Nullable Integer count) {}

    /// @throws CalendarEvent.Refused for a rule that is not weekly, or never ends
    static List<ImportRow> rows(CalendarEvent master, List<CalendarEvent> others, ZoneId campus) {
        CalendarSeries series = new CalendarSeries(master, others);
        String text = master.rule();
        List<ImportRow> rows = new ArrayList<>();
        if (text == null) {
            rows.addAll(series.classes(Set.of(series.start.toLocalDate())));
        } else {
            Rule rule = series.rule(text);
            Set<LocalDate> days = series.days(rule);
            boolean plain = rule.interval() == 1
                    && series.start.getZone().equals(campus)
                    && !master.cancelled()
                    && series.start.getSecond() == 0
                    && master.length().toSecondsPart() == 0;
            rows.addAll(plain ? series.weekly(rule, days) : series.classes(days));
        }
        series.master.also().forEach(at -> rows.add(series.extra(at)));
        return rows;
    }

    private Rule rule(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split(";", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length != 2) {
                throw new CalendarEvent.Refused("rule-malformed", master.uid());
            }
            parts.put(pair[0].toUpperCase(Locale.ROOT), pair[1].toUpperCase(Locale.ROOT));
        }
        boolean known =
                Set.of("FREQ", "INTERVAL", "UNTIL", "COUNT", "BYDAY", "WKST").containsAll(parts.keySet());
        if (!known || !"WEEKLY".equals(parts.get("FREQ"))) {
            throw new CalendarEvent.Refused("rule-not-supported", master.uid());
        }
        if (parts.containsKey("UNTIL") == parts.containsKey("COUNT")) {
            throw new CalendarEvent.Refused("rule-never-ends", master.uid());
        }
        try {
            String until = parts.get("UNTIL");
            String count = parts.get("COUNT");
            return new Rule(
                    byDay(parts.get("BYDAY")),
                    positive(parts.getOrDefault("INTERVAL", "1")),
                    day(parts.getOrDefault("WKST", "MO")),
                    until == null ? null : lastDay(until),
                    count == null ? null : positive(count));
        } catch (DateTimeException | NumberFormatException e) {
            throw new CalendarEvent.Refused("rule-malformed", master.uid());
        }
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > MOST) {
            throw new NumberFormatException("out of range");
        }
        return number;
    }

    private Set<DayOfWeek> byDay(@Nullable String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (text == null) {
            days.add(start.getDayOfWeek());
            return days;
        }
        for (String part : text.split(",", -1)) {
            days.add(day(part));
        }
        return days;
    }

    private DayOfWeek day(String text) {
        int index = DAYS.indexOf(text);
        if (index < 0) {
            throw new CalendarEvent.Refused("rule-not-supported", master.uid());
        }
        return DayOfWeek.of(index + 1);
    }

    /// An end in UTC is a moment: the class that starts at it is the last one that takes place.
    private LocalDate lastDay(String text) {
        if (text.length() == 8) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        }
        LocalDateTime end = text.endsWith("Z")
                ? LocalDateTime.parse(text.substring(0, text.length() - 1), TIME)
                        .atZone(ZoneOffset.UTC)
                        .withZoneSameInstant(start.getZone())
                        .toLocalDateTime()
                : LocalDateTime.parse(text, TIME);
        return end.toLocalTime().isBefore(start.toLocalTime())
                ? end.toLocalDate().minusDays(1)
                : end.toLocalDate();
    }

    /// Days of the rule, those included that do not take place: they count.
    private Set<LocalDate> days(Rule rule) {
        LocalDate first = start.toLocalDate();
        LocalDate latest = first.plusYears(LONGEST_YEARS);
        LocalDate until = rule.until();
        if (until != null && until.isAfter(latest)) {
            throw new CalendarEvent.Refused("rule-too-long", master.uid());
        }
        // The start itself belongs to the series, whatever the rule says (RFC 5545, 3.8.5.3).
        Set<LocalDate> days = new TreeSet<>(Set.of(first));
        int most = rule.count() == null ? MOST : rule.count();
        LocalDate week = first.minusDays(
                Math.floorMod(first.getDayOfWeek().getValue() - rule.weekStart().getValue(), 7));
        for (; days.size() < most && !week.isAfter(latest); week = week.plusWeeks(rule.interval())) {
            for (int i = 0; i < 7 && days.size() < most; i++) {
                LocalDate day = week.plusDays(i);
                boolean held = rule.days().contains(day.getDayOfWeek())
                        && !day.isBefore(first)
                        && (until == null || !day.isAfter(until));
                if (held) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private List<ImportRow> weekly(Rule rule, Set<LocalDate> days) {
        Set<DayOfWeek> weekdays = EnumSet.copyOf(rule.days());
        weekdays.add(start.getDayOfWeek());
        List<ImportRow> rows = new ArrayList<>();
        for (DayOfWeek weekday : weekdays) {
            List<LocalDate> held =
                    days.stream().filter(day -> day.getDayOfWeek() == weekday).toList();
            if (!held.isEmpty()) {
                rows.add(weekly(weekday, held));
            }
        }
        return rows;
    }

    private ImportRow weekly(DayOfWeek weekday, List<LocalDate> held) {
        List<ImportRow.Odd> odd = new ArrayList<>();
        for (LocalDate day : held) {
            CalendarEvent other = moved.get(day);
            if (without.contains(day) || (other != null && other.cancelled())) {
                odd.add(new ImportRow.Odd(day, null, 0, null));
            } else if (other != null) {
                odd.add(new ImportRow.Odd(
                        day,
                        other.begin().withZoneSameInstant(start.getZone()).toLocalDateTime(),
                        minutes(other.length()),
                        other.room().isEmpty() ? null : other.room()));
            }
        }
        LocalTime at = start.toLocalTime();
        return new ImportRow.WeeklyRow(
                master.origin(),
                master.uid() + " " + weekday,
                master.subject(),
                master.room(),
                weekday,
                at,
                minutes(master.length()),
                held.getFirst(),
                held.getLast(),
                odd);
    }

    private static int minutes(Duration length) {
        return Math.toIntExact(length.toMinutes());
    }

    private List<ImportRow> classes(Set<LocalDate> days) {
        List<ImportRow> rows = new ArrayList<>();
        for (LocalDate day : days) {
            CalendarEvent other = moved.get(day);
            ZonedDateTime at = day.atTime(start.toLocalTime()).atZone(start.getZone());
            ZonedDateTime held = other == null ? at : other.begin();
            Duration length = other == null ? master.length() : other.length();
            String room = other == null || other.room().isEmpty() ? master.room() : other.room();
            boolean cancelled = master.cancelled() || without.contains(day) || (other != null && other.cancelled());
            rows.add(new ImportRow.ClassRow(
                    master.origin(),
                    master.uid() + " " + at.toInstant(),
                    master.subject(),
                    room,
                    held.toInstant(),
                    held.toInstant().plus(length),
                    cancelled));
        }
        return rows;
    }

    private ImportRow extra(ZonedDateTime at) {
        return new ImportRow.ClassRow(
                master.origin(),
                master.uid() + " " + at.toInstant(),
                master.subject(),
                master.room(),
                at.toInstant(),
                at.toInstant().plus(master.length()),
                master.cancelled());
    }
}
