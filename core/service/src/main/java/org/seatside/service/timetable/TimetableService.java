package org.seatside.service.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.MeetingChange;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewPattern;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Window;
import org.seatside.service.Names;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Change;
import org.seatside.service.log.Commands;
import org.seatside.service.log.TimetableChange;
import org.seatside.service.roster.RosterStore;

/// Keeps when and where sections meet. Thread-safe.
public final class TimetableService {
    private static final Duration LONGEST = Duration.ofHours(16);
    private static final int MAX_MINUTES = 960;
    private static final int MAX_REASON = 200;

    private final TimetableStore store;
    private final RosterStore roster;
    private final Commands commands;
    private final InstantSource clock;
    private final ZoneId campus;
    private final WeeklyPlan plan;

    public TimetableService(
            TimetableStore store, RosterStore roster, Commands commands, InstantSource clock, ZoneId campus) {
        this.store = store;
        this.roster = roster;
        this.commands = commands;
        this.clock = clock;
        this.campus = campus;
        this.plan = new WeeklyPlan(campus);
    }

    public List<MeetingPattern> patterns(@Nullable SectionId section) {
        return store.patterns(section);
    }

    public MeetingPattern add(NewPattern pattern, String actor, CommandId command) {
        MeetingPattern added = RefusedException.made(
                "times-malformed",
                () -> new MeetingPattern(
                        new PatternId(command.value()),
                        pattern.section(),
                        pattern.room(),
                        pattern.weekday(),
                        pattern.startsAt(),
                        pattern.minutes(),
                        pattern.from(),
                        pattern.until(),
                        clean(pattern.exceptions() == null ? List.of() : pattern.exceptions()),
                        pattern.window(),
                        1));
        return save(added, actor, command);
    }

    /// Replaces a pattern; its meetings that are still to come follow.
    ///
    /// @param revision the one the caller saw
    public MeetingPattern change(MeetingPattern pattern, int revision, String actor, CommandId command) {
        RefusedException.requireEntry(store.pattern(pattern.id()));
        MeetingPattern changed = RefusedException.made(
                "times-malformed",
                () -> new MeetingPattern(
                        pattern.id(),
                        pattern.section(),
                        pattern.room(),
                        pattern.weekday(),
                        pattern.startsAt(),
                        pattern.minutes(),
                        pattern.from(),
                        pattern.until(),
                        clean(pattern.exceptions()),
                        pattern.window(),
                        revision + 1));
        return save(changed, actor, command);
    }

    private MeetingPattern save(MeetingPattern pattern, String actor, CommandId command) {
        commands.require(command, actor, spelledOut(pattern));
        return pattern;
    }

    /// What saves a pattern, with its meetings; changes nothing by itself.
    public TimetableChange.SavePattern spelledOut(MeetingPattern pattern) {
        return new TimetableChange.SavePattern(pattern, plan.meetings(pattern, window(pattern.section())));
    }

    /// A meeting outside every pattern, with the window of the rules.
    public Meeting single(MeetingId id, SectionId section, RoomId room, Instant start, Instant end, boolean cancelled) {
        return meeting(id, section, room, start, end, window(section), null, false, cancelled ? "" : null);
    }

    public void delete(PatternId pattern, String actor, CommandId command) {
        commands.require(command, actor, new TimetableChange.DeletePattern(pattern));
    }

    private static List<MeetingException> clean(List<MeetingException> exceptions) {
        for (MeetingException it : exceptions) {
            if (it.minutes() != null && (it.minutes() < 1 || it.minutes() > MAX_MINUTES)) {
                throw RefusedException.invalid("times-malformed", "A meeting lasts 1 to 960 minutes.");
            }
        }
        return exceptions.stream()
                .map(it -> new MeetingException(
                        it.day(),
                        it.cancelled(),
                        it.movedTo(),
                        it.room(),
                        it.startsAt(),
                        it.minutes(),
                        it.reason() == null ? null : reason(it.reason())))
                .toList();
    }

    /// Meetings between two instants that are held; a day back and a week ahead where they are not given.
    ///
    /// @param all also those that are not held
    /// @param after the last of the part before; null for the first part
    /// @param limit fewer than this are the last part
    public List<Meeting> meetings(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable RoomId room,
            @Nullable SectionId section,
            boolean all,
            @Nullable MeetingId after,
            int limit) {
        Instant now = clock.instant();
        Instant begin = from == null ? now.minus(Duration.ofDays(1)) : from;
        Instant end = until == null ? now.plus(Duration.ofDays(7)) : until;
        return store.timetable(begin, end, room, section, all, after, limit);
    }

    /// Adds a meeting outside every pattern, with a window of its own.
    public Meeting add(NewMeeting meeting, String actor, CommandId command) {
        Window window = RefusedException.made(
                "times-malformed",
                () -> new Window(
                        meeting.opensBeforeMinutes(), meeting.lateAfterMinutes(), meeting.closesAfterMinutes()));
        if (!meeting.startsAt().isBefore(meeting.endsAt())
                || Duration.between(meeting.startsAt(), meeting.endsAt()).compareTo(LONGEST) > 0) {
            throw RefusedException.invalid("times-malformed", "A meeting ends after it starts, within 16 hours.");
        }
        Meeting added = meeting(
                new MeetingId(command.value()),
                meeting.section(),
                meeting.room(),
                meeting.startsAt(),
                meeting.endsAt(),
                window,
                null,
                true,
                null);
        commands.require(command, actor, new Change.SaveMeeting(added));
        return added;
    }

    /// Changes one meeting: its room, its time, whether it is held. One of a pattern stays as it is told here
    /// until the pattern itself changes.
    public Meeting change(MeetingId id, MeetingChange change, String actor, CommandId command) {
        Meeting old = roster.meeting(id).orElseThrow(RefusedException::noSuchEntry);
        Instant start = change.startsAt() == null ? old.startsAt() : change.startsAt();
        Duration length = change.minutes() == null
                ? Duration.between(old.startsAt(), old.endsAt())
                : Duration.ofMinutes(change.minutes());
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw RefusedException.invalid("times-malformed", "A meeting lasts 1 to 960 minutes.");
        }
        String cancelled = change.cancelled() == null
                ? old.cancelled()
                : change.cancelled().isBlank() ? null : reason(change.cancelled());
        Window window = new Window(
                (int) Duration.between(old.opensAt(), old.startsAt()).toMinutes(),
                (int) Duration.between(old.startsAt(), old.lateAfter()).toMinutes(),
                (int) Duration.between(old.startsAt(), old.closesAt()).toMinutes());
        Meeting changed = meeting(
                id,
                old.section(),
                change.room() == null ? old.room() : change.room(),
                start,
                start.plus(length),
                window,
                old.pattern(),
                !Boolean.FALSE.equals(old.ownWindow()),
                cancelled);
        commands.require(command, actor, new Change.SaveMeeting(changed));
        return changed;
    }

    private Meeting meeting(
            MeetingId id,
            SectionId section,
            RoomId room,
            Instant start,
            Instant end,
            Window window,
            @Nullable PatternId pattern,
            boolean ownWindow,
            @Nullable String cancelled) {
        return new Meeting(
                id,
                section,
                room,
                start.minus(Duration.ofMinutes(window.opensBeforeMinutes())),
                start,
                start.plus(Duration.ofMinutes(window.lateAfterMinutes())),
                start.plus(Duration.ofMinutes(window.closesAfterMinutes())),
                end,
                start.atZone(campus).toLocalDate(),
                pattern,
                ownWindow,
                cancelled);
    }

    public List<Holiday> holidays() {
        return store.holidays();
    }

    public Holiday save(Holiday holiday, String actor, CommandId command) {
        Holiday clean = new Holiday(holiday.day(), Names.required(holiday.name()), Names.orNull(holiday.nameEn()));
        commands.require(command, actor, new TimetableChange.SaveHoliday(clean));
        return clean;
    }

    public void deleteHoliday(LocalDate day, String actor, CommandId command) {
        commands.require(command, actor, new TimetableChange.DeleteHoliday(day));
    }

    public List<AttendanceRule> rules() {
        return store.rules();
    }

    /// Replaces the rule of the campus, a course or a section.
    public AttendanceRule save(AttendanceRule rule, String actor, CommandId command) {
        commands.require(command, actor, new TimetableChange.SaveRule(rule));
        return rule;
    }

    /// The window that the rules give a section's meetings.
    public Window window(SectionId section) {
        return store.rules(section).stream()
                .map(AttendanceRule::window)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Window.DEFAULT);
    }

    /// Whether who does not come to a section's meetings is marked absent.
    public boolean marksAbsent(SectionId section) {
        return store.rules(section).stream()
                .map(AttendanceRule::marksAbsent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(true);
    }

    /// Below which share of attended meetings staff are told; 0 never.
    public int noticeBelow(SectionId section) {
        return store.rules(section).stream()
                .map(AttendanceRule::noticeBelowPercent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0);
    }

    private static String reason(String text) {
        String reason = text.strip();
        if (reason.length() > MAX_REASON) {
            throw RefusedException.invalid("reason-too-long", "A reason has at most 200 characters.");
        }
        return reason;
    }
}
