package org.seatside.admin.timetable;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.Dependence;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Input;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.client.TimetableCalls;
import org.seatside.model.api.MeetingChange;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.Topic;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Window;

/// The meetings of a week: add one, move one to another room or time, call one off.
public final class MeetingsViewModel {
    private static final int LONGEST = 960;
    private static final int WINDOW = 240;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int LESSON = 75;

    private final NodeLink link;
    private final TimetableCalls calls;
    private final CatalogueViewModel names;
    private final Clock clock;
    private final EntryList<Meeting> list;
    private final ReadOnlyObjectWrapper<LocalDate> monday;

    /// @param clock the node's, in the campus's zone
    public MeetingsViewModel(NodeLink link, CatalogueViewModel names, Clock clock) {
        this.link = link;
        this.calls = link.client().timetable();
        this.names = names;
        this.clock = clock;
        this.monday = new ReadOnlyObjectWrapper<>(mondayOf(LocalDate.now(clock)));
        this.list = new EntryList<>(
                link,
                this::week,
                it -> names.sectionName(it.section()) + " " + names.roomName(it.room()) + " " + day(it),
                new Dependence<>(
                        link,
                        Topic.MEETINGS,
                        it -> it.id().value(),
                        it -> names.sectionName(it.section()) + ", " + day(it),
                        (it, id) -> calls.deleteMeeting(it.id(), id)));
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private List<Meeting> week() throws NodeException {
        LocalDate first = monday.get();
        return calls
                .meetings(
                        first.atStartOfDay(zone()).toInstant(),
                        first.plusWeeks(1).atStartOfDay(zone()).toInstant(),
                        true)
                .stream()
                .sorted(Comparator.comparing(Meeting::startsAt))
                .toList();
    }

    void showWeekOf(LocalDate day) {
        monday.set(mondayOf(day));
        list.load();
    }

    void step(int weeks) {
        showWeekOf(monday.get().plusWeeks(weeks));
    }

    void showThisWeek() {
        showWeekOf(LocalDate.now(clock));
    }

    LocalDate day(Meeting meeting) {
        return meeting.startsAt().atZone(zone()).toLocalDate();
    }

    ZoneId zone() {
        return clock.getZone();
    }

    /// A meeting outside every weekly class, with a window of its own.
    EntryForm<NewMeeting> adding(Runnable close) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = monday.get();
        boolean thisWeek = mondayOf(today).equals(first);
        Picked<Section> section = new Picked<>(
                "meeting.section", null, null, names.sections().all(), (it, _) -> CatalogueViewModel.words(it));
        Picked<Room> room = new Picked<>("meeting.room", null, null, names.rooms(), (it, _) -> it.name());
        Typed<LocalDate> day = Typed.day("meeting.day", null).with(thisWeek ? today : first);
        Typed<LocalTime> start = Typed.time("meeting.start", null).with(MORNING);
        Typed<Integer> minutes =
                Typed.whole("meeting.minutes", null, 1, LONGEST).with(LESSON);
        WindowInputs window = new WindowInputs(Window.DEFAULT);
        List<Input> inputs = new java.util.ArrayList<>(List.of(section, room, day, start, minutes));
        inputs.addAll(window.inputs());
        EntryForm<NewMeeting> form = new EntryForm<>(
                link,
                inputs,
                () -> {
                    Instant begins =
                            day.value().atTime(start.value()).atZone(zone()).toInstant();
                    return new NewMeeting(
                            section.one().id(),
                            room.one().id(),
                            begins,
                            begins.plus(Duration.ofMinutes(minutes.value())),
                            window.opens.value(),
                            window.late.value(),
                            window.closes.value());
                },
                link.client()::addMeeting,
                it -> {
                    monday.set(mondayOf(it.startsAt().atZone(zone()).toLocalDate()));
                    list.changed(Notice.done("meeting.added"));
                    close.run();
                });
        return window.ordered(form);
    }

    /// Another room, day, time or length of this one meeting.
    EntryForm<MeetingChange> changing(Meeting meeting, Runnable close) {
        Picked<Room> room = new Picked<>("meeting.room", null, null, names.rooms(), (it, _) -> it.name());
        names.room(meeting.room()).ifPresent(room::with);
        Typed<LocalDate> day = Typed.day("meeting.day", null).with(day(meeting));
        Typed<LocalTime> start = Typed.time("meeting.start", null).with(startOf(meeting));
        Typed<Integer> minutes =
                Typed.whole("meeting.minutes", null, 1, LONGEST).with(minutesOf(meeting));
        return new EntryForm<>(
                link,
                List.of(room, day, start, minutes),
                () -> new MeetingChange(
                        room.one().id(),
                        day.value().atTime(start.value()).atZone(zone()).toInstant(),
                        minutes.value(),
                        null),
                (change, id) -> calls.changeMeeting(meeting.id(), change, id),
                _ -> {
                    list.changed(Notice.done("meeting.changed"));
                    close.run();
                });
    }

    LocalTime startOf(Meeting meeting) {
        return meeting.startsAt().atZone(zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    static long minutesOf(Meeting meeting) {
        return Duration.between(meeting.startsAt(), meeting.endsAt()).toMinutes();
    }

    /// Calls the meeting off, with the reason that who looks is told.
    EntryForm<MeetingChange> callingOff(Meeting meeting, Runnable close) {
        Typed<String> reason = Typed.needed("meeting.cancel.reason", "meeting.cancel.hint");
        return new EntryForm<>(
                        link,
                        List.of(reason),
                        () -> new MeetingChange(null, null, null, reason.value()),
                        (change, id) -> calls.changeMeeting(meeting.id(), change, id),
                        _ -> {
                            list.changed(Notice.done("meeting.cancelled"));
                            close.run();
                        })
                .refused("reason-too-long", reason, "meeting.reason.long");
    }

    /// Holds a meeting after all that was called off.
    EntryForm<MeetingChange> holding(Meeting meeting, Runnable close) {
        return new EntryForm<>(
                link,
                List.of(),
                () -> new MeetingChange(null, null, null, ""),
                (change, id) -> calls.changeMeeting(meeting.id(), change, id),
                _ -> {
                    list.changed(Notice.done("meeting.held"));
                    close.run();
                });
    }

    CatalogueViewModel names() {
        return names;
    }

    /// Of the week shown, by start.
    public EntryList<Meeting> list() {
        return list;
    }

    public ReadOnlyObjectProperty<LocalDate> monday() {
        return monday.getReadOnlyProperty();
    }

    /// The three numbers of a window.
    static final class WindowInputs {
        final Typed<Integer> opens = Typed.whole("window.opens", "window.opens.hint", 0, WINDOW);
        final Typed<Integer> late = Typed.whole("window.late", "window.late.hint", 0, WINDOW);
        final Typed<Integer> closes = Typed.whole("window.closes", "window.closes.hint", 0, LONGEST);

        WindowInputs(@Nullable Window window) {
            if (window != null) {
                opens.with(window.opensBeforeMinutes());
                late.with(window.lateAfterMinutes());
                closes.with(window.closesAfterMinutes());
            }
        }

        List<Input> inputs() {
            return List.of(opens, late, closes);
        }

        <C> EntryForm<C> ordered(EntryForm<C> form) {
            return form.require(() -> closes.value() >= late.value(), closes, Notice.failed("window.reversed"));
        }
    }
}
