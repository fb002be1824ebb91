package org.seatside.admin.student;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.seatside.admin.table.RowsViewModel;
import org.seatside.admin.ui.NodeLink;
import org.seatside.model.api.HistoryEntry;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.StudentId;

/// The attendance of one student, newest first, and how it went week by week.
public final class HistoryViewModel {
    /// Weeks in the chart: a semester.
    static final int WEEKS = 16;

    private final RowsViewModel<HistoryEntry> rows;
    private final ZoneId zone;

    /// @param zone of the campus
    public HistoryViewModel(NodeLink link, StudentId student, ZoneId zone) {
        this.zone = zone;
        rows = new RowsViewModel<>(
                link, (limit, after) -> link.client().records().history(student, limit, after));
    }

    public void load() {
        rows.reload();
    }

    public RowsViewModel<HistoryEntry> rows() {
        return rows;
    }

    /// The weeks that have records, the oldest first, at most [#WEEKS].
    public List<Week> weeks() {
        Map<LocalDate, Map<AttendanceStatus, Integer>> weeks = new TreeMap<>();
        for (HistoryEntry entry : rows.rows()) {
            LocalDate monday = LocalDate.ofInstant(entry.attendance().at(), zone)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.computeIfAbsent(monday, _ -> new EnumMap<>(AttendanceStatus.class))
                    .merge(entry.attendance().status(), 1, Integer::sum);
        }
        List<Week> all = new ArrayList<>();
        weeks.forEach((monday, counts) -> all.add(new Week(monday, counts)));
        return List.copyOf(all.subList(Math.max(0, all.size() - WEEKS), all.size()));
    }

    /// How often which status in the rows loaded.
    public int count(AttendanceStatus status) {
        return (int) rows.rows().stream()
                .filter(entry -> entry.attendance().status() == status)
                .count();
    }

    /// Records of a week.
    public record Week(LocalDate monday, Map<AttendanceStatus, Integer> counts) {}
}
