package org.seatside.admin.administration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.AllPages;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.client.NodeException;
import org.seatside.model.api.NewNotice;
import org.seatside.model.api.Topic;
import org.seatside.model.assist.Notice;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Room;

/// Notices on kiosks: written in one language or both, shown from then until then.
public final class NoticesViewModel {
    private static final int SECONDS = 10;
    private static final Duration USUAL = Duration.ofDays(1);

    private final NodeLink link;
    private final Clock clock;
    private final EntryList<Notice> list;
    private final ObservableList<Room> rooms = FXCollections.observableArrayList();

    /// @param clock the node's, in the campus's zone
    public NoticesViewModel(NodeLink link, Clock clock) {
        this.link = link;
        this.clock = clock;
        this.list = new EntryList<>(
                link, this::all, notice -> String.join(" ", notice.texts().values()), new Removal());
    }

    private List<Notice> all() throws NodeException {
        List<Room> known = AllPages.of(link.client()::rooms);
        link.tasks().show(() -> rooms.setAll(known));
        return link.client().notices().stream()
                .sorted(Comparator.comparing(Notice::from))
                .toList();
    }

    public EntryList<Notice> list() {
        return list;
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone() {
        return clock.getZone();
    }

    /// What a room is called; its id's end where it is not known any more.
    String name(RoomId room) {
        return rooms.stream()
                .filter(it -> it.id().equals(room))
                .map(Room::name)
                .findFirst()
                .orElse("–");
    }

    /// A form for a notice.
    ///
    /// @param notice null for a new one
    Draft draft(@Nullable Notice notice, Runnable close) {
        return new Draft(notice, close);
    }

    /// A notice being written.
    final class Draft {
        final Typed<@Nullable String> korean = Typed.optionalLines("notice.text.ko", "notice.text.hint");
        final Typed<@Nullable String> english = Typed.optionalLines("notice.text.en", null);
        private final Typed<Instant> from;
        private final Typed<Instant> until;
        private final Typed<Integer> seconds =
                Typed.whole("notice.seconds", "notice.seconds.hint", 3, 120).with(SECONDS);
        private final Picked<Room> room;
        final EntryForm<NewNotice> form;

        private Draft(@Nullable Notice notice, Runnable close) {
            Instant start = clock.instant().truncatedTo(ChronoUnit.MINUTES);
            from = Typed.moment("notice.from", null, zone())
                    .with(Typed.text(notice == null ? start : notice.from(), zone()));
            until = Typed.moment("notice.until", "notice.until.hint", zone())
                    .with(Typed.text(notice == null ? start.plus(USUAL) : notice.until(), zone()));
            room = new Picked<>("notice.room", "notice.room.hint", "notice.room.all", rooms, (it, _) -> it.name());
            List<RoomId> kept = new ArrayList<>();
            if (notice != null) {
                korean.with(notice.texts().get("ko"));
                english.with(notice.texts().get("en"));
                seconds.with(notice.displaySeconds());
                kept.addAll(notice.rooms());
                rooms.stream()
                        .filter(it -> notice.rooms().contains(it.id()))
                        .findFirst()
                        .ifPresent(room::with);
            }
            form = new EntryForm<>(
                            link,
                            List.of(korean, english, from, until, seconds, room),
                            () -> content(kept),
                            (content, id) -> {
                                if (notice == null) {
                                    link.client().addNotice(content, id);
                                } else {
                                    link.client().changeNotice(notice.id(), content, id);
                                }
                            },
                            _ -> {
                                list.changed(org.seatside.admin.ui.Notice.done("notice.saved"));
                                close.run();
                            })
                    .refused("texts-wrong", korean, "notice.text.wrong")
                    .refused("times-wrong", until, "notice.times.wrong");
        }

        /// Several rooms are kept as they are while the one shown is not changed.
        private NewNotice content(List<RoomId> kept) {
            Map<String, String> texts = new LinkedHashMap<>();
            put(texts, "ko", korean.value());
            put(texts, "en", english.value());
            List<RoomId> places = room.picked()
                    .map(one -> kept.contains(one.id()) ? List.copyOf(kept) : List.of(one.id()))
                    .orElse(List.of());
            return new NewNotice(from.value(), until.value(), seconds.value(), places, texts);
        }

        private static void put(Map<String, String> texts, String language, @Nullable String text) {
            if (text != null) {
                texts.put(language, text);
            }
        }
    }

    private final class Removal implements EntryList.Deletion<Notice> {
        @Override
        public String name(Notice notice) {
            return notice.texts().values().iterator().next();
        }

        @Override
        public Map<Topic, Long> dependents(Notice notice) {
            return Map.of();
        }

        @Override
        public void delete(Notice notice, CommandId id) throws NodeException {
            link.client().removeNotice(notice.id(), id);
        }
    }
}
