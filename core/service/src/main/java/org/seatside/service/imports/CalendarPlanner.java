package org.seatside.service.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.service.Names;
import org.seatside.service.log.Change;
import org.seatside.service.log.TimetableChange;
import org.seatside.service.timetable.TimetableService;

/// The part of a file that says when and where sections meet. What comes from one series of a file keeps its id
/// however often the file is imported. One file, one thread.
final class CalendarPlanner {
    private final Function<String, Optional<Section>> sections;
    private final Function<String, @Nullable Room> rooms;
    private final TimetableService timetable;
    private final Known known;
    private final PlanNotes notes;
    private final Map<String, Change> things;
    private final List<Change> changes = new ArrayList<>();

    /// What there is.
    interface Known {
        Optional<MeetingPattern> pattern(PatternId id);

        Optional<Meeting> meeting(MeetingId id);

        List<Holiday> holidays();
    }

    /// @param sections by code or title
    /// @param rooms by name
    /// @param things where changes go that refer to nothing
    CalendarPlanner(
            Function<String, Optional<Section>> sections,
            Function<String, @Nullable Room> rooms,
            TimetableService timetable,
            Known known,
            PlanNotes notes,
            Map<String, Change> things) {
        this.sections = sections;
        this.rooms = rooms;
        this.timetable = timetable;
        this.known = known;
        this.notes = notes;
        this.things = things;
    }

    List<Change> changes() {
        return changes;
    }

    void holiday(ImportRow.HolidayRow row) {
        Holiday old = known.holidays().stream()
                .filter(it -> it.day().equals(row.day()))
                .findFirst()
                .orElse(null);
        Holiday next = new Holiday(row.day(), Names.required(row.name()), old == null ? null : old.nameEn());
        if (!next.equals(old)) {
            things.put("holiday " + row.day(), new TimetableChange.SaveHoliday(next));
        }
        notes.count("holidays", row.origin(), "holiday", row.day() + "\t" + row.name(), old, next);
    }

    void weekly(ImportRow.WeeklyRow row) {
        Section section = section(row.origin(), row.subject());
        Room room = room(row.origin(), row.room());
        if (section == null || room == null) {
            return;
        }
        List<MeetingException> odd = new ArrayList<>();
        for (ImportRow.Odd it : row.odd()) {
            Room elsewhere = it.room() == null || it.room().equals(row.room()) ? room : room(row.origin(), it.room());
            if (elsewhere == null) {
                return;
            }
            odd.add(exception(row, it, elsewhere.equals(room) ? null : elsewhere));
        }
        PatternId id = new PatternId(uuid("ical " + row.key()));
        MeetingPattern old = known.pattern(id).orElse(null);
        MeetingPattern next = new MeetingPattern(
                id,
                section.id(),
                room.id(),
                row.weekday(),
                row.startsAt(),
                row.minutes(),
                row.from(),
                row.until(),
                odd,
                old == null ? null : old.window(),
                old == null ? 1 : old.revision());
        boolean same = next.equals(old);
        if (!same && old != null) {
            next = new MeetingPattern(
                    id,
                    next.section(),
                    next.room(),
                    next.weekday(),
                    next.startsAt(),
                    next.minutes(),
                    next.from(),
                    next.until(),
                    odd,
                    old.window(),
                    old.revision() + 1);
        }
        if (!same) {
            changes.add(timetable.spelledOut(next));
        }
        String detail = section.code() + "\t" + room.name() + "\t" + row.weekday() + "\t" + row.startsAt() + "\t"
                + row.minutes() + "\t" + row.from() + "\t" + row.until() + "\t" + odd;
        notes.count("patterns", row.origin(), "pattern", detail, old, next);
    }

    private static MeetingException exception(ImportRow.WeeklyRow row, ImportRow.Odd it, @Nullable Room elsewhere) {
        if (it.at() == null) {
            return new MeetingException(it.day(), true, null, null, null, null, null);
        }
        boolean otherDay = !it.at().toLocalDate().equals(it.day());
        boolean otherTime = !it.at().toLocalTime().equals(row.startsAt());
        return new MeetingException(
                it.day(),
                false,
                otherDay ? it.at().toLocalDate() : null,
                elsewhere == null ? null : elsewhere.id(),
                otherTime ? it.at().toLocalTime() : null,
                it.minutes() == row.minutes() ? null : it.minutes(),
                null);
    }

    void one(ImportRow.ClassRow row) {
        MeetingId id = new MeetingId(uuid("ical " + row.key()));
        Meeting old = known.meeting(id).orElse(null);
        if (row.cancelled() && old == null) {
            notes.note("meetings", PlanNotes.UNCHANGED, row.origin(), "meeting-cancelled", row.key());
            return;
        }
        Section section = section(row.origin(), row.subject());
        Room room = room(row.origin(), row.room());
        if (section == null || room == null) {
            return;
        }
        Meeting next = timetable.single(id, section.id(), room.id(), row.start(), row.end(), row.cancelled());
        if (!next.equals(old)) {
            changes.add(new Change.SaveMeeting(next));
        }
        String detail =
                section.code() + "\t" + room.name() + "\t" + row.start() + "\t" + row.end() + "\t" + row.cancelled();
        notes.count("meetings", row.origin(), "meeting", detail, old, next);
    }

    private @Nullable Section section(ImportRow.Origin origin, String subject) {
        Optional<Section> section = sections.apply(subject);
        if (section.isEmpty()) {
            notes.refuse(origin, "section-unknown", subject);
        }
        return section.orElse(null);
    }

    private @Nullable Room room(ImportRow.Origin origin, String name) {
        Room room = rooms.apply(name.strip());
        if (room == null) {
            notes.refuse(origin, "room-unknown", name);
        }
        return room;
    }

    private static UUID uuid(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
