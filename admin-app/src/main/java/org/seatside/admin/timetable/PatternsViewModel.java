package org.seatside.admin.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Input;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Switched;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.client.TimetableCalls;
import org.seatside.model.api.NewPattern;
import org.seatside.model.api.Topic;
import org.seatside.model.id.CommandId;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Window;

/// Weekly classes and the days on which one of them is not as usual. Meetings to come follow what is changed
/// here.
public final class PatternsViewModel {
    private static final int LONGEST = 960;
    private static final int LESSON = 75;

    private final NodeLink link;
    private final TimetableCalls calls;
    private final CatalogueViewModel names;
    private final EntryList<MeetingPattern> list;

    public PatternsViewModel(NodeLink link, CatalogueViewModel names) {
        this.link = link;
        this.calls = link.client().timetable();
        this.names = names;
        this.list = new EntryList<>(
                link,
                this::all,
                it -> names.sectionName(it.section()) + " " + names.roomName(it.room()),
                new Removal());
    }

    private List<MeetingPattern> all() throws NodeException {
        return calls.patterns(null).stream()
                .sorted(Comparator.comparing(MeetingPattern::weekday).thenComparing(MeetingPattern::startsAt))
                .toList();
    }

    /// A form for a weekly class.
    ///
    /// @param pattern null for a new one
    EntryForm<NewPattern> form(@Nullable MeetingPattern pattern, Runnable close) {
        Picked<Section> section = new Picked<>(
                "meeting.section", null, null, names.sections().all(), (it, _) -> CatalogueViewModel.words(it));
        Picked<Room> room = new Picked<>("meeting.room", null, null, names.rooms(), (it, _) -> it.name());
        Picked<DayOfWeek> weekday = new Picked<>(
                "pattern.weekday",
                null,
                null,
                List.of(DayOfWeek.values()),
                (it, messages) ->
                        it.getDisplayName(TextStyle.FULL, messages.language().get()));
        Typed<LocalTime> start = Typed.time("meeting.start", null).with(LocalTime.of(9, 0));
        Typed<Integer> minutes =
                Typed.whole("meeting.minutes", null, 1, LONGEST).with(LESSON);
        Typed<LocalDate> from = Typed.day("pattern.from", null);
        Typed<LocalDate> until = Typed.day("pattern.until", "pattern.until.hint");
        Switched own = new Switched("pattern.ownWindow", "pattern.ownWindow.hint");
        MeetingsViewModel.WindowInputs window = new MeetingsViewModel.WindowInputs(
                Optional.ofNullable(pattern).map(MeetingPattern::window).orElse(Window.DEFAULT));
        if (pattern == null) {
            names.terms().all().stream().findFirst().ifPresent(term -> {
                from.with(term.from());
                until.with(term.until());
            });
        } else {
            names.section(pattern.section()).ifPresent(section::with);
            names.room(pattern.room()).ifPresent(room::with);
            weekday.with(pattern.weekday());
            start.with(pattern.startsAt());
            minutes.with(pattern.minutes());
            from.with(pattern.from());
            until.with(pattern.until());
            own.with(pattern.window() != null);
        }
        List<Input> inputs = new ArrayList<>();
        if (pattern == null) {
            inputs.add(section);
        }
        inputs.addAll(List.of(room, weekday, start, minutes, from, until, own));
        inputs.addAll(window.inputs());
        EntryForm<NewPattern> form = new EntryForm<>(
                link,
                inputs,
                () -> new NewPattern(
                        pattern == null ? section.one().id() : pattern.section(),
                        room.one().id(),
                        weekday.one(),
                        start.value(),
                        minutes.value(),
                        from.value(),
                        until.value(),
                        pattern == null ? null : pattern.exceptions(),
                        own.on().get()
                                ? new Window(window.opens.value(), window.late.value(), window.closes.value())
                                : null),
                (typed, id) -> send(pattern, typed, id),
                typed -> {
                    list.changed(Notice.done("pattern.saved", names.sectionName(typed.section())));
                    close.run();
                });
        form.require(
                () -> !until.value().isBefore(from.value())
                        && !until.value().isAfter(from.value().plusYears(2)),
                until,
                Notice.failed("pattern.days.wrong"));
        return window.ordered(form);
    }

    private void send(@Nullable MeetingPattern pattern, NewPattern typed, CommandId id) throws NodeException {
        if (pattern == null) {
            calls.addPattern(typed, id);
        } else {
            calls.changePattern(
                    with(pattern, typed, Optional.ofNullable(typed.exceptions()).orElse(List.of())), id);
        }
    }

    private static MeetingPattern with(MeetingPattern pattern, NewPattern typed, List<MeetingException> exceptions) {
        return new MeetingPattern(
                pattern.id(),
                typed.section(),
                typed.room(),
                typed.weekday(),
                typed.startsAt(),
                typed.minutes(),
                typed.from(),
                typed.until(),
                exceptions,
                typed.window(),
                pattern.revision());
    }

    /// One day that is not as the others: called off, elsewhere, or at another time.
    EntryForm<MeetingException> exception(MeetingPattern pattern, Runnable close) {
        Typed<LocalDate> day = Typed.day("exception.day", "exception.day.hint");
        Switched off = new Switched("exception.off", null);
        Typed<@Nullable LocalDate> moved = Typed.dayOrNone("exception.moved", null);
        Picked<Room> room =
                new Picked<>("exception.room", null, "exception.room.same", names.rooms(), (it, _) -> it.name());
        Typed<@Nullable LocalTime> start = Typed.timeOrNone("exception.start", "exception.same");
        Typed<@Nullable Integer> minutes = Typed.wholeOrNone("exception.minutes", "exception.same", 1, LONGEST);
        Typed<@Nullable String> reason = Typed.optional("exception.reason", null);
        EntryForm<MeetingException> form = new EntryForm<>(
                link,
                List.of(day, off, moved, room, start, minutes, reason),
                () -> new MeetingException(
                        day.value(),
                        off.on().get(),
                        moved.value(),
                        room.picked().map(Room::id).orElse(null),
                        start.value(),
                        minutes.value(),
                        reason.value()),
                (exception, id) -> saveExceptions(
                        pattern,
                        Stream.concat(others(pattern, exception.day()), Stream.of(exception))
                                .sorted(Comparator.comparing(MeetingException::day))
                                .toList(),
                        id),
                _ -> {
                    list.changed(Notice.done("exception.saved"));
                    close.run();
                });
        form.require(
                () -> day.value().getDayOfWeek() == pattern.weekday()
                        && !day.value().isBefore(pattern.from())
                        && !day.value().isAfter(pattern.until()),
                day,
                Notice.failed("exception.day.wrong"));
        return form.refused("reason-too-long", reason, "meeting.reason.long");
    }

    /// The day is as all others again.
    EntryForm<MeetingException> without(MeetingPattern pattern, MeetingException exception, Runnable close) {
        return new EntryForm<>(
                link,
                List.of(),
                () -> exception,
                (it, id) -> saveExceptions(pattern, others(pattern, it.day()).toList(), id),
                _ -> {
                    list.changed(Notice.done("exception.removed"));
                    close.run();
                });
    }

    private static Stream<MeetingException> others(MeetingPattern pattern, LocalDate day) {
        return pattern.exceptions().stream().filter(it -> !it.day().equals(day));
    }

    private void saveExceptions(MeetingPattern pattern, List<MeetingException> exceptions, CommandId id)
            throws NodeException {
        calls.changePattern(
                new MeetingPattern(
                        pattern.id(),
                        pattern.section(),
                        pattern.room(),
                        pattern.weekday(),
                        pattern.startsAt(),
                        pattern.minutes(),
                        pattern.from(),
                        pattern.until(),
                        exceptions,
                        pattern.window(),
                        pattern.revision()),
                id);
    }

    CatalogueViewModel names() {
        return names;
    }

    public EntryList<MeetingPattern> list() {
        return list;
    }

    private final class Removal implements EntryList.Deletion<MeetingPattern> {
        @Override
        public String name(MeetingPattern pattern) {
            return names.sectionName(pattern.section());
        }

        /// Its meetings to come go with it, those that were held stay.
        @Override
        public Map<Topic, Long> dependents(MeetingPattern pattern) {
            return Map.of();
        }

        @Override
        public void delete(MeetingPattern pattern, CommandId id) throws NodeException {
            calls.deletePattern(pattern.id(), id);
        }
    }
}
