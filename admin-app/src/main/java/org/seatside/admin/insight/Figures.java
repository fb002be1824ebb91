package org.seatside.admin.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Statistics;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.RoomId;

/// Makes charts of counts.
final class Figures {
    /// Scans at one kiosk that are so close together are one visit.
    static final Duration VISIT = Duration.ofSeconds(60);

    /// What took longer waited in an outbox, and says nothing about how long a person waits.
    static final Duration ONLINE = Duration.ofSeconds(30);

    private static final int ROOMS = 12;
    private static final int HOURS = 24;

    private Figures() {}

    /// Check-ins that counted or had counted.
    private static boolean good(String outcome) {
        return switch (outcome) {
            case "Present", "Late", "AlreadyRecorded", "RecordedOffline" -> true;
            default -> false;
        };
    }

    static Figure perDay(Statistics counts, LocalDate from, LocalDate until) {
        Map<LocalDate, Long> days = new TreeMap<>();
        from.datesUntil(until.plusDays(1)).forEach(day -> days.put(day, 0L));
        counts.checkIns().forEach(it -> days.merge(it.day(), it.count(), Long::sum));
        return new Figure(
                "insight.perDay",
                "insight.day",
                "insight.checkIns",
                Figure.Shape.COLUMNS,
                days.entrySet().stream()
                        .map(day -> Figure.Bar.of(day.getKey().toString(), day.getValue()))
                        .toList());
    }

    /// From the first hour with a check-in to the last.
    static Figure perHour(Statistics counts) {
        long[] hours = new long[HOURS];
        counts.checkIns().forEach(it -> hours[it.hour()] += it.count());
        int first = 0;
        int last = HOURS - 1;
        while (first < last && hours[first] == 0) {
            first++;
        }
        while (last > first && hours[last] == 0) {
            last--;
        }
        List<Figure.Bar> bars = new ArrayList<>();
        for (int hour = first; hour <= last; hour++) {
            bars.add(Figure.Bar.of("%02d:00".formatted(hour), (double) hours[hour]));
        }
        return new Figure("insight.perHour", "insight.hour", "insight.checkIns", Figure.Shape.COLUMNS, bars);
    }

    /// The busiest rooms.
    static Figure perRoom(Statistics counts, Function<@Nullable RoomId, String> names) {
        return new Figure(
                "insight.perRoom",
                "insight.room",
                "insight.checkIns",
                Figure.Shape.ROWS,
                sums(counts.checkIns(), it -> names.apply(it.room()), Statistics.CheckIns::count).entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(ROOMS)
                        .map(entry -> Figure.Bar.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static <T> Map<String, Long> sums(List<T> counts, Function<T, String> by, ToLongFunction<T> count) {
        return counts.stream().collect(Collectors.groupingBy(by, Collectors.summingLong(count)));
    }

    static Figure perWay(Statistics counts) {
        Map<Identification, Long> ways = new EnumMap<>(Identification.class);
        counts.checkIns().forEach(it -> ways.merge(it.how(), it.count(), Long::sum));
        return new Figure(
                "insight.perWay",
                "insight.way",
                "insight.checkIns",
                Figure.Shape.ROWS,
                ways.entrySet().stream()
                        .map(way -> Figure.Bar.named(word(way.getKey()), way.getValue()))
                        .toList());
    }

    static String word(Identification way) {
        return switch (way) {
            case PASS -> "way.pass";
            case NUMBER_CODE -> "way.numberCode";
            case NUMBER_TYPED -> "way.numberTyped";
        };
    }

    /// @param word the key of an outcome's word
    static Figure perOutcome(Statistics counts, Function<String, String> word) {
        return new Figure(
                "insight.perOutcome",
                "insight.outcome",
                "insight.checkIns",
                Figure.Shape.ROWS,
                sums(counts.checkIns(), Statistics.CheckIns::outcome, Statistics.CheckIns::count).entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(entry -> Figure.Bar.named(word.apply(entry.getKey()), entry.getValue()))
                        .toList());
    }

    /// @param word the key of a state's word
    static Figure perUpstream(Statistics counts, Function<UpstreamState, String> word) {
        Map<UpstreamState, Long> states = new EnumMap<>(UpstreamState.class);
        counts.upstream().forEach(it -> states.merge(it.state(), it.count(), Long::sum));
        return new Figure(
                "insight.perUpstream",
                "insight.state",
                "insight.checkIns",
                Figure.Shape.ROWS,
                states.entrySet().stream()
                        .map(state -> Figure.Bar.named(word.apply(state.getKey()), state.getValue()))
                        .toList());
    }

    /// How many of the visits that came to something did so with the first scan, by day, in percent. A visit is
    /// what happens at one kiosk within a minute.
    static Figure firstRead(List<CheckInEvent> events, ZoneId zone) {
        Map<LocalDate, long[]> days = new TreeMap<>();
        for (List<CheckInEvent> scans : byKiosk(events).values()) {
            for (int i = 0; i < scans.size(); i++) {
                CheckInEvent scan = scans.get(i);
                if (good(scan.outcome())) {
                    long[] day = days.computeIfAbsent(day(scan, zone), _ -> new long[2]);
                    day[0]++;
                    day[1] += isFirst(scans, i) ? 1 : 0;
                }
            }
        }
        return share("insight.firstRead", days);
    }

    private static Map<String, List<CheckInEvent>> byKiosk(List<CheckInEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(CheckInEvent::takenAt))
                .collect(Collectors.groupingBy(event -> event.kiosk().toString()));
    }

    private static boolean isFirst(List<CheckInEvent> scans, int i) {
        if (i == 0) {
            return true;
        }
        CheckInEvent before = scans.get(i - 1);
        boolean sameVisit =
                Duration.between(before.takenAt(), scans.get(i).takenAt()).compareTo(VISIT) <= 0;
        return good(before.outcome()) || !sameVisit;
    }

    private static LocalDate day(CheckInEvent event, ZoneId zone) {
        return event.takenAt().atZone(zone).toLocalDate();
    }

    private static Figure share(String key, Map<LocalDate, long[]> days) {
        return new Figure(
                key,
                "insight.day",
                "insight.percent",
                Figure.Shape.COLUMNS,
                days.entrySet().stream()
                        .map(day -> Figure.Bar.of(
                                day.getKey().toString(),
                                Math.round(1000.0 * day.getValue()[1] / day.getValue()[0]) / 10.0))
                        .toList());
    }

    /// From the scan to the node's having it, the median of a day in milliseconds; what waited in an outbox is
    /// left out.
    static Figure timeToOutcome(List<CheckInEvent> events, ZoneId zone) {
        Map<LocalDate, List<Long>> days = new TreeMap<>();
        for (CheckInEvent event : events) {
            Duration waited = Duration.between(event.takenAt(), event.receivedAt());
            if (!waited.isNegative() && waited.compareTo(ONLINE) <= 0) {
                days.computeIfAbsent(day(event, zone), _ -> new ArrayList<>()).add(waited.toMillis());
            }
        }
        return new Figure(
                "insight.timeToOutcome",
                "insight.day",
                "insight.millis",
                Figure.Shape.COLUMNS,
                days.entrySet().stream()
                        .map(day -> Figure.Bar.of(day.getKey().toString(), median(day.getValue())))
                        .toList());
    }

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
