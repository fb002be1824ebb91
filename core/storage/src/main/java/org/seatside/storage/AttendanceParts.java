package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.service.export.AttendanceRow;

/// Records of attendance, a few thousand a read: by time where the filter says which to look at, else in the
/// order in which they came, which takes a third of the time.
final class AttendanceParts implements Iterator<List<AttendanceRow>> {
    private static final int ROWS = 4096;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /// Between instants further apart than this, the index of times is worth no more.
    private static final Duration LONG = Duration.ofDays(31);

    private final Reads reads;
    private final KnownNames names = new KnownNames();
    private final String conditions;
    private final List<Object> values = new ArrayList<>();
    private final Instant until;
    private final boolean byTime;
    private final long newest;
    private Instant from;
    private long after;
    private boolean ended;

    AttendanceParts(Reads reads, ExportFilter filter) {
        this.reads = reads;
        this.from = Objects.requireNonNullElse(filter.from(), Instant.EPOCH);
        this.until = Objects.requireNonNullElse(filter.until(), LATEST);
        this.conditions = conditions(filter, values);
        this.byTime = filter.student() != null
                || filter.section() != null
                || Duration.between(from, until).compareTo(LONG) <= 0;
        this.newest = reads.read(
                view -> view.first("select max(_rowid_) as newest from attendance", row -> row.getLong("newest"))
                        .orElse(0L));
        this.ended = newest == 0;
    }

    private static String conditions(ExportFilter filter, List<Object> values) {
        StringBuilder sql = new StringBuilder();
        String outcome = filter.outcome();
        String trace = filter.trace();
        add(sql, values, " and student = ?", filter.student());
        add(sql, values, " and room = ?", filter.room());
        add(sql, values, " and meeting in (select id from meeting where section = ?)", filter.section());
        add(sql, values, " and kiosk = ?", filter.kiosk());
        add(sql, values, " and how = ?", name(filter.how()));
        add(
                sql,
                values,
                " and coalesce((select u.state from upstream u where u.check_in = attendance.check_in), 'NONE') = ?",
                name(filter.upstream()));
        add(sql, values, " and status = ?", outcome == null ? null : outcome.toUpperCase(Locale.ROOT));
        add(
                sql,
                values,
                " and right(cast(check_in as varchar), 8) = ?",
                trace == null ? null : trace.toLowerCase(Locale.ROOT));
        return sql.toString();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public List<AttendanceRow> next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        return reads.read(view -> byTime ? nextByTime(view) : nextAsTheyCame(view));
    }

    private List<AttendanceRow> nextAsTheyCame(Statements view) {
        long through = Math.min(after + ROWS, newest);
        List<AttendanceRow> part = new ArrayList<>();
        // The times are compared here: in the query, H2 would look for them by their index and sort all it finds.
        view.visit(
                "select " + Rows.ATTENDANCE + " from attendance where _rowid_ > ? and _rowid_ <= ?" + conditions
                        + " order by _rowid_",
                row -> {
                    Instant at = Rows.instant(row, "at");
                    if (!at.isBefore(from) && at.isBefore(until)) {
                        part.add(row(view, row));
                    }
                },
                bound(after, through));
        after = through;
        ended = after == newest;
        return part;
    }

    /// A part ends between two instants, so that no record is in two parts or in none.
    private List<AttendanceRow> nextByTime(Statements view) {
        Instant end = boundary(view);
        List<AttendanceRow> part = view.list(
                "select " + Rows.ATTENDANCE + " from attendance where at >= ? and at < ?" + conditions
                        + " order by at, id",
                row -> row(view, row),
                bound(from, end));
        ended = !end.isBefore(until);
        from = end;
        return part;
    }

    /// The first instant behind the next few thousand records; behind all of one instant where it has as many.
    private Instant boundary(Statements view) {
        Optional<Instant> next = instant(view, ">=", ROWS);
        if (next.isPresent() && !next.get().isAfter(from)) {
            next = instant(view, ">", 0);
        }
        return next.orElse(until);
    }

    private Optional<Instant> instant(Statements view, String begin, int offset) {
        List<Object> bound = new ArrayList<>(List.of(bound(from, until)));
        bound.add(offset);
        return view.first(
                "select at from attendance where at " + begin + " ? and at < ?" + conditions
                        + " order by at offset ? rows fetch next 1 row only",
                row -> Rows.instant(row, "at"),
                bound.toArray());
    }

    private Object[] bound(Object... first) {
        List<Object> bound = new ArrayList<>(List.of(first));
        bound.addAll(values);
        return bound.toArray();
    }

    private AttendanceRow row(Statements view, ResultSet row) throws SQLException {
        KnownNames.Student student = names.student(view, Rows.uuid(row, "student"));
        KnownNames.Meeting meeting = names.meeting(view, Rows.uuidOrNull(row, "meeting"));
        return new AttendanceRow(
                new AttendanceId(Rows.uuid(row, "id")),
                Rows.instant(row, "at"),
                AttendanceStatus.valueOf(Rows.text(row, "status")),
                row.getInt("revision"),
                student == null ? "" : student.number(),
                student == null ? "" : student.name(),
                meeting == null ? null : meeting.code(),
                meeting == null ? null : meeting.title(),
                meeting == null ? null : meeting.startsAt(),
                Objects.requireNonNullElse(names.room(view, Rows.uuid(row, "room")), ""),
                Rows.checkInOrNull(row, "check_in"));
    }
}
