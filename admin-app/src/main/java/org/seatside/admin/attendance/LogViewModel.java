package org.seatside.admin.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.table.RowsViewModel;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Preferences;
import org.seatside.client.AttendanceFilter;
import org.seatside.client.NodeException;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckInEvent;

/// The log of check-ins, newest first, however many there are: a filter is looked for page by page, so that memory
/// depends on what is shown and not on what is kept. Filters are saved under names.
public final class LogViewModel {
    /// Check-ins read at a time while looking for what a filter accepts.
    static final int PAGE = 500;

    /// Pages looked through before what was found is shown.
    static final int PAGES = 8;

    private static final String VIEWS = "log.views";
    private static final Duration NEAR = Duration.ofHours(4);

    private final NodeLink link;
    private final InstantSource clock;
    private final Preferences preferences;
    private final ObjectProperty<LogFilter> filter = new SimpleObjectProperty<>(LogFilter.TODAY);
    private final RowsViewModel<CheckInEvent> rows;
    private final ObservableMap<String, LogFilter> views = FXCollections.observableMap(new LinkedHashMap<>());

    public LogViewModel(NodeLink link, InstantSource clock, Preferences preferences) {
        this.link = link;
        this.clock = clock;
        this.preferences = preferences;
        rows = new RowsViewModel<>(link, this::read);
        preferences.get(VIEWS).ifPresent(this::remembered);
        filter.addListener((_, _, _) -> rows.reload());
    }

    private void remembered(String text) {
        for (String line : text.split("\n", -1)) {
            int at = line.lastIndexOf('|');
            if (at > 0) {
                LogFilter.of(line.substring(at + 1)).ifPresent(found -> views.put(line.substring(0, at), found));
            }
        }
    }

    private Page<CheckInEvent> read(int limit, @Nullable String after) throws NodeException {
        LogFilter wanted = filter.get();
        Instant from = wanted.days() == 0 ? Instant.MIN : clock.instant().minus(Duration.ofDays(wanted.days()));
        List<CheckInEvent> found = new ArrayList<>();
        String next = after;
        for (int page = 0; page < PAGES && found.size() < limit; page++) {
            Page<CheckInEvent> read = link.client().checkIns(wanted.atNode(), next, PAGE);
            for (CheckInEvent event : read.items()) {
                // Received later than taken, never earlier: nothing before this was taken after it.
                if (event.receivedAt().isBefore(from)) {
                    return new Page<>(found, null);
                }
                if (!event.takenAt().isBefore(from) && wanted.accepts(event)) {
                    found.add(event);
                }
            }
            next = read.next();
            if (next == null) {
                return new Page<>(found, null);
            }
        }
        return new Page<>(found, next);
    }

    public void load() {
        rows.reload();
    }

    /// Keeps the filter shown under a name.
    public void save(String name) {
        String clean = name.strip().replaceAll("[|\\n]", " ");
        if (!clean.isEmpty()) {
            views.put(clean, filter.get());
            keep();
        }
    }

    public void forget(String name) {
        views.remove(name);
        keep();
    }

    private void keep() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, LogFilter> view : views.entrySet()) {
            text.append(view.getKey())
                    .append('|')
                    .append(view.getValue().text())
                    .append('\n');
        }
        preferences.put(VIEWS, text.toString());
    }

    /// Finds the record that a check-in led to and hands it over; says so where there is none.
    public void record(CheckInEvent event, Consumer<Attendance> found) {
        if (event.student() == null || LogFilter.Kind.REFUSED.accepts(event)) {
            rows.tell(Notice.news("log.noRecord"));
            return;
        }
        AttendanceFilter around = new AttendanceFilter(event.student(), null, null, null);
        link.ask(
                () -> link.client().attendance(around),
                records -> nearest(records, event).ifPresentOrElse(found, () -> rows.tell(Notice.news("log.noRecord"))),
                failure -> rows.tell(Notice.of(failure)),
                () -> {});
    }

    /// The record it made, else the one of its room that it was told of.
    private static Optional<Attendance> nearest(List<Attendance> records, CheckInEvent event) {
        return records.stream()
                .filter(record -> event.id().equals(record.checkIn())
                        || (record.room().equals(event.room())
                                && distance(record, event).compareTo(NEAR) < 0))
                .min(Comparator.comparing(
                        record -> event.id().equals(record.checkIn()) ? Duration.ZERO : distance(record, event)));
    }

    private static Duration distance(Attendance record, CheckInEvent event) {
        return Duration.between(record.at(), event.takenAt()).abs();
    }

    public ObjectProperty<LogFilter> filter() {
        return filter;
    }

    public RowsViewModel<CheckInEvent> rows() {
        return rows;
    }

    /// Saved filters by name.
    public ObservableMap<String, LogFilter> views() {
        return views;
    }
}
