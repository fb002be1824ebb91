package org.seatside.admin.today;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.AllPages;
import org.seatside.admin.ui.NodeLink;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.seatside.model.api.RoomWarning;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;

/// The day's classes, those now and those next, and rooms in which somebody will find no kiosk that works. Asked
/// for every minute.
public final class DayViewModel {
    static final Duration REFRESH = Duration.ofMinutes(1);

    /// How far ahead a class is one of those next.
    static final Duration AHEAD = Duration.ofHours(3);

    private static final Duration BACK = Duration.ofHours(8);
    private static final int NEXT = 6;
    private static final int WARNED_DAYS = 1;

    private final NodeLink link;
    private final InstantSource clock;
    private final Runnable changed;
    private final ObservableList<Lesson> now = FXCollections.observableArrayList();
    private final ObservableList<Lesson> next = FXCollections.observableArrayList();
    private final ObservableList<RoomWarning> warnings = FXCollections.observableArrayList();
    private TaskRunner.@Nullable Scheduled later;
    private boolean closed;

    /// A class as it is shown.
    public record Lesson(String section, String room, Instant startsAt, Instant endsAt, Instant opensAt) {}

    /// @param changed told after each answer
    public DayViewModel(NodeLink link, InstantSource clock, Runnable changed) {
        this.link = link;
        this.clock = clock;
        this.changed = changed;
    }

    /// Asks now, and then every minute until [#close].
    public void open() {
        TaskRunner.Scheduled pending = later;
        if (pending != null) {
            pending.cancel();
        }
        Instant at = clock.instant();
        link.ask(() -> read(at), answer -> show(answer, at), _ -> {}, () -> {
            if (!closed) {
                later = link.tasks().after(REFRESH, this::open);
            }
        });
    }

    private Answer read(Instant at) throws NodeException {
        List<Meeting> meetings = link.client().timetable().meetings(at.minus(BACK), at.plus(AHEAD), false);
        Map<SectionId, String> sections = AllPages.of(link.client()::sections).stream()
                .collect(Collectors.toMap(Section::id, Section::title, (one, _) -> one));
        Map<RoomId, String> rooms = AllPages.of(link.client()::rooms).stream()
                .collect(Collectors.toMap(Room::id, Room::name, (one, _) -> one));
        List<Lesson> lessons = meetings.stream()
                .map(it -> new Lesson(
                        sections.getOrDefault(it.section(), "–"),
                        rooms.getOrDefault(it.room(), "–"),
                        it.startsAt(),
                        it.endsAt(),
                        it.opensAt()))
                .sorted(Comparator.comparing(Lesson::startsAt).thenComparing(Lesson::room))
                .toList();
        return new Answer(lessons, link.client().places().warnings(WARNED_DAYS));
    }

    private void show(Answer answer, Instant at) {
        now.setAll(answer.lessons().stream()
                .filter(it -> !it.opensAt().isAfter(at) && it.endsAt().isAfter(at))
                .toList());
        next.setAll(answer.lessons().stream()
                .filter(it -> it.opensAt().isAfter(at))
                .limit(NEXT)
                .toList());
        warnings.setAll(answer.warnings());
        changed.run();
    }

    /// Classes for which attendance is taken or that go on.
    public ObservableList<Lesson> now() {
        return now;
    }

    /// The first of those that follow within [#AHEAD].
    public ObservableList<Lesson> next() {
        return next;
    }

    /// The soonest first.
    public ObservableList<RoomWarning> warnings() {
        return warnings;
    }

    void close() {
        closed = true;
        TaskRunner.Scheduled pending = later;
        if (pending != null) {
            pending.cancel();
        }
    }

    private record Answer(List<Lesson> lessons, List<RoomWarning> warnings) {}
}
