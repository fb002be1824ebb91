package org.seatside.service.attendance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seatside.model.api.KioskView;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Meeting;
import org.seatside.service.kiosk.KioskService;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.log.RecordChange;
import org.seatside.service.timetable.TimetableService;

/// Marks absent who did not come, once a meeting is over and its kiosks have sent all they had. What still
/// comes later betters the record. Where no kiosk stands and nobody checked in, nobody could: nothing is marked
/// there. One thread at a time.
public final class AbsenceService {
    /// A kiosk that stays away does not hold up the others' records for longer.
    static final Duration PATIENCE = Duration.ofHours(24);

    /// Meetings longer ago were not closed for a reason, and are left alone.
    private static final Duration BACK = Duration.ofDays(7);

    private static final int AT_ONCE = 500;

    private final RecordStore store;
    private final TimetableService rules;
    private final KioskService kiosks;
    private final Commands commands;
    private final InstantSource clock;
    private final ZoneId campus;

    public AbsenceService(
            RecordStore store,
            TimetableService rules,
            KioskService kiosks,
            Commands commands,
            InstantSource clock,
            ZoneId campus) {
        this.store = store;
        this.rules = rules;
        this.kiosks = kiosks;
        this.commands = commands;
        this.clock = clock;
        this.campus = campus;
    }

    /// Closes the meetings that can be closed now.
    ///
    /// @return how many
    public int round() {
        Instant now = clock.instant();
        List<RecordStore.Ended> ended = store.ended(now.minus(BACK), now, AT_ONCE);
        if (ended.isEmpty()) {
            return 0;
        }
        List<KioskView> all = kiosks.kiosks();
        Map<SectionId, Boolean> marks = new HashMap<>();
        int closed = 0;
        for (RecordStore.Ended it : ended) {
            if (mayClose(it, all, now) && marks.computeIfAbsent(it.meeting().section(), rules::marksAbsent)) {
                close(it.meeting());
                closed++;
            }
        }
        return closed;
    }

    private static boolean mayClose(RecordStore.Ended ended, List<KioskView> all, Instant now) {
        Meeting meeting = ended.meeting();
        List<KioskView> there = all.stream()
                .filter(view -> view.kiosk().paired()
                        && meeting.room().equals(view.kiosk().room()))
                .toList();
        if (there.isEmpty() && !ended.anybody()) {
            return false;
        }
        Instant over = meeting.endsAt().isAfter(meeting.closesAt()) ? meeting.endsAt() : meeting.closesAt();
        boolean waitedLong = over.plus(PATIENCE).isBefore(now);
        return waitedLong
                || all.stream()
                        .filter(view -> view.kiosk().paired())
                        .filter(view -> view.kiosk().room() == null || there.contains(view))
                        .allMatch(view -> hasSentAll(view, over));
    }

    /// One on wheels that was not heard of at all was not there either.
    private static boolean hasSentAll(KioskView view, Instant over) {
        if (view.lastSeen() == null || view.state() == null) {
            return view.kiosk().room() == null;
        }
        return view.lastSeen().isAfter(over) && view.state().waiting() == 0;
    }

    /// The id is the meeting's own: however many nodes come to close it, it is closed once.
    private void close(Meeting meeting) {
        CommandId id = new CommandId(
                UUID.nameUUIDFromBytes(("close-meeting " + meeting.id()).getBytes(StandardCharsets.UTF_8)));
        LocalDate day =
                meeting.day() == null ? meeting.startsAt().atZone(campus).toLocalDate() : meeting.day();
        commands.append(id, Command.NODE, new RecordChange.CloseMeeting(meeting.id(), day));
    }
}
