package org.seatside.service.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.log.RecordChange;
import org.seatside.service.timetable.TimetableService;

/// Notices whose attendance of a class is low, where the rule of campus, course or section asks for it. Staff
/// see it
/// first; students see what staff tell them. Thread-safe.
public final class LowAttendanceService {
    /// Fewer meetings than this say nothing about anybody.
    static final int FEWEST = 3;

    private static final Duration LOOKED_AT = Duration.ofHours(26);
    private static final Duration TERM = Duration.ofDays(180);

    private final RecordStore store;
    private final TimetableService rules;
    private final Commands commands;
    private final InstantSource clock;
    private final Ids ids;
    private final ZoneId campus;

    public LowAttendanceService(
            RecordStore store, TimetableService rules, Commands commands, InstantSource clock, Ids ids, ZoneId campus) {
        this.store = store;
        this.rules = rules;
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
        this.campus = campus;
    }

    /// Looks at the sections that met since yesterday.
    public void round() {
        Instant now = clock.instant();
        List<StatusMark> marks = store.marks();
        for (SectionId section : store.metBetween(now.minus(LOOKED_AT), now)) {
            look(section, marks, now);
        }
    }

    private void look(SectionId section, List<StatusMark> marks, Instant now) {
        LocalDate today = now.atZone(campus).toLocalDate();
        int below = rules.noticeBelow(section);
        List<RecordChange.Low> low =
                below == 0 ? List.of() : low(store.earned(section, now.minus(TERM), now, today), below, marks);
        List<RecordChange.Low> known = store.low(section, null).stream()
                .map(it -> new RecordChange.Low(it.student().id(), it.percent(), it.below(), it.meetings()))
                .toList();
        boolean same = low.size() == known.size() && known.containsAll(low);
        if (!same) {
            commands.append(ids.command(), Command.NODE, new RecordChange.NoticeLow(section, today, low));
        }
    }

    private static List<RecordChange.Low> low(List<RecordStore.Earned> earned, int below, List<StatusMark> marks) {
        return EarnedShare.of(earned, marks).entrySet().stream()
                .filter(it ->
                        it.getValue().meetings() >= FEWEST && it.getValue().percent() < below)
                .map(it -> new RecordChange.Low(
                        it.getKey(),
                        it.getValue().percent(),
                        below,
                        it.getValue().meetings()))
                .toList();
    }

    /// @param section null for all
    public List<LowAttendance> all(@Nullable SectionId section) {
        return store.low(section, null);
    }

    /// What staff told a student.
    public List<LowAttendance> toldTo(StudentId student) {
        return store.low(null, student).stream()
                .filter(it -> it.state() == LowAttendance.State.TOLD)
                .toList();
    }

    public void move(SectionId section, StudentId student, LowAttendance.State state, String actor, CommandId command) {
        commands.require(command, actor, new RecordChange.MoveLow(section, student, state));
    }
}
