package org.seatside.admin.insight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.AllPages;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.fx.Messages;
import org.seatside.model.api.Page;
import org.seatside.model.api.Statistics;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Charts of a stretch of days. Counts are of all check-ins; what has to be told from single ones is told from the
/// newest of them.
public final class InsightViewModel {
    /// How many single check-ins are looked at.
    static final int SAMPLE = 5_000;

    private static final int PART = 500;
    private static final int MOST_DAYS = 366;
    private static final Logger LOG = LoggerFactory.getLogger(InsightViewModel.class);

    private final NodeLink link;
    private final Clock clock;
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Span> span;
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Path> saved = new ReadOnlyObjectWrapper<>(null);

    /// First and last day.
    public record Span(LocalDate from, LocalDate until) {}

    /// @param clock the node's, in the campus's zone
    public InsightViewModel(NodeLink link, Clock clock) {
        this.link = link;
        this.clock = clock;
        LocalDate today = LocalDate.now(clock);
        this.span = new ReadOnlyObjectWrapper<>(new Span(today.minusDays(29), today));
    }

    /// The last so many days, today included.
    public void lastDays(int days) {
        LocalDate today = LocalDate.now(clock);
        show(new Span(today.minusDays(days - 1L), today));
    }

    /// From day to day; more than a year or nothing at all is refused.
    public void show(Span wanted) {
        if (wanted.until().isBefore(wanted.from())
                || wanted.from().plusDays(MOST_DAYS - 1L).isBefore(wanted.until())) {
            notice.set(Notice.failed("insight.span.wrong"));
            return;
        }
        span.set(wanted);
        load();
    }

    public void load() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set(null);
        Span now = span.get();
        link.ask(
                () -> read(now),
                found -> {
                    loaded.set(true);
                    figures.setAll(found);
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    private List<Figure> read(Span now) throws NodeException {
        Statistics counts = link.client().records().statistics(now.from(), now.until());
        Map<RoomId, String> rooms = AllPages.of(link.client()::rooms).stream()
                .collect(Collectors.toMap(Room::id, Room::name, (one, _) -> one));
        List<CheckInEvent> events = events(now);
        Function<@Nullable RoomId, String> name = id -> id == null ? "–" : rooms.getOrDefault(id, "–");
        return List.of(
                Figures.perDay(counts, now.from(), now.until()),
                Figures.perHour(counts),
                Figures.perRoom(counts, name),
                Figures.perWay(counts),
                Figures.perOutcome(counts, outcome -> Marks.ofOutcome(outcome).key()),
                Figures.firstRead(events, zone()),
                Figures.timeToOutcome(events, zone()),
                Figures.perUpstream(counts, state -> Marks.ofUpstream(state).key()));
    }

    private List<CheckInEvent> events(Span now) throws NodeException {
        Instant first = now.from().atStartOfDay(zone()).toInstant();
        Instant last = now.until().plusDays(1).atStartOfDay(zone()).toInstant();
        List<CheckInEvent> found = new ArrayList<>();
        String after = null;
        for (int seen = 0; seen < SAMPLE; seen += PART) {
            Page<CheckInEvent> page = link.client().checkIns(after, PART);
            page.items().stream()
                    .filter(event ->
                            !event.takenAt().isBefore(first) && event.takenAt().isBefore(last))
                    .forEach(found::add);
            boolean past =
                    page.items().stream().anyMatch(event -> event.receivedAt().isBefore(first));
            after = page.next();
            if (after == null || past) {
                break;
            }
        }
        return found;
    }

    ZoneId zone() {
        return clock.getZone();
    }

    /// Writes a figure's numbers into a file, which is whole or not there.
    public void saveCsv(Figure figure, Path file, Messages messages) {
        save(file, CsvFigure.of(figure, messages));
    }

    /// Writes a picture that was taken of a figure.
    public void savePicture(Path file, byte[] png) {
        save(file, png);
    }

    private void save(Path file, byte[] octets) {
        link.tasks()
                .create(() -> {
                    Path whole = file.toAbsolutePath();
                    Path part = Files.createTempFile(whole.getParent(), ".figure", ".tmp");
                    try {
                        Files.write(part, octets);
                        Files.move(part, whole, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    } finally {
                        Files.deleteIfExists(part);
                    }
                    return whole;
                })
                .onSuccess(whole -> {
                    saved.set(whole);
                    notice.set(Notice.done("insight.saved", String.valueOf(whole.getFileName())));
                })
                .onError(IOException.class, e -> {
                    LOG.warn("A chart could not be written", e);
                    notice.set(Notice.failed("insight.notSaved", String.valueOf(file.getParent())));
                })
                .start();
    }

    public ObservableList<Figure> figures() {
        return figures;
    }

    public ReadOnlyObjectProperty<Span> span() {
        return span.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /// The file written last; null where none.
    public ReadOnlyObjectProperty<@Nullable Path> saved() {
        return saved.getReadOnlyProperty();
    }
}
