package org.seatside.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.CheckInEvent;

/// Check-ins that fit a filter, from the newest back. However few fit, one search goes through no more than a bounded
/// part of the log, a few thousand rows a read: whoever asks goes on from where it ended.
final class EventSearch {
    private static final int ROWS = 2048;
    private static final int READS = 25;

    /// An entry of the log has fewer commands.
    private static final int MOST_OF_AN_INDEX = 1024;

    private EventSearch() {}

    static Page<CheckInEvent> before(Reads reads, ExportFilter filter, long before, int limit) {
        List<CheckInEvent> found = new ArrayList<>();
        @Nullable Long at = before;
        for (int read = 0; read < READS && at != null && found.size() < limit; read++) {
            long from = at;
            int left = limit - found.size();
            Part part = reads.read(view -> part(view, filter, from, left));
            found.addAll(part.events());
            at = part.next();
        }
        return new Page<>(found, at == null ? null : at.toString());
    }

    /// @param next log index to go back from; null at the end
    private record Part(List<CheckInEvent> events, @Nullable Long next) {}

    private static Part part(Statements view, ExportFilter filter, long before, int limit) {
        // Check-ins share an index, and an index is looked at whole: the next part begins with the one at the end.
        Optional<Long> end = view.first(
                "select place from check_in where place < ? order by place desc offset " + ROWS
                        + " rows fetch next 1 row only",
                row -> CheckInRows.index(row.getLong("place")),
                CheckInRows.place(before));
        List<Object> values = new ArrayList<>(List.of(
                CheckInRows.place(before),
                end.map(index -> CheckInRows.place(index + 1)).orElse(0L)));
        String conditions = conditions(filter, values);
        values.add(limit + MOST_OF_AN_INDEX);
        List<CheckInEvent> found = view.list(
                H2AttendanceStore.EVENTS + "where c.place < ? and c.place >= ?" + conditions
                        + " order by c.place desc fetch first ? rows only",
                H2AttendanceStore::event,
                values.toArray());
        if (found.size() <= limit) {
            return new Part(found, end.map(index -> index + 1).orElse(null));
        }
        long lastIndex = found.get(limit - 1).logIndex();
        List<CheckInEvent> whole =
                found.stream().filter(event -> event.logIndex() >= lastIndex).toList();
        return new Part(whole, lastIndex);
    }

    private static String conditions(ExportFilter filter, List<Object> values) {
        StringBuilder sql = new StringBuilder();
        String outcome = filter.outcome();
        String trace = filter.trace();
        add(sql, values, " and c.effective_at >= ?", filter.from());
        add(sql, values, " and c.effective_at < ?", filter.until());
        add(sql, values, " and c.student = ?", filter.student());
        add(sql, values, " and m.section = ?", filter.section());
        add(sql, values, " and c.room = ?", filter.room());
        add(sql, values, " and c.kiosk = ?", filter.kiosk());
        add(sql, values, " and lower(c.outcome) = ?", outcome == null ? null : outcome.toLowerCase(Locale.ROOT));
        add(
                sql,
                values,
                " and right(cast(c.id as varchar), 8) = ?",
                trace == null ? null : trace.toLowerCase(Locale.ROOT));
        add(
                sql,
                values,
                " and c.how = ?",
                filter.how() == null ? null : filter.how().name());
        add(
                sql,
                values,
                " and coalesce(u.state, 'NONE') = ?",
                filter.upstream() == null ? null : filter.upstream().name());
        return sql.toString();
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }
}
