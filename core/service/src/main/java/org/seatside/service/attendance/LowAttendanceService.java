package org.seatside.service.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Marks marks = new Marks(store.marks());
        for (SectionId section : store.metBetween(now.minus(LOOKED_AT), now)) {
            look(section, marks, now);
        }
    }

    private void look(SectionId section, Marks marks, Instant now) {
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

    private static List<RecordChange.Low> low(List<RecordStore.Earned> earned, int below, Marks marks) {
        Map<StudentId, int[]> sums = new LinkedHashMap<>();
        for (RecordStore.Earned it : earned) {
            StatusMark mark = marks.of(it.status(), it.mark());
            if (mark != null && mark.counted()) {
                int[] sum = sums.computeIfAbsent(it.student(), _ -> new int[2]);
                sum[0] += mark.points() * it.count();
                sum[1] += it.count();
            }
        }
        return sums.entrySet().stream()
                .filter(it -> it.getValue()[1] >= FEWEST)
                .map(it -> new RecordChange.Low(
                        it.getKey(),
                        (int) Math.round((double) it.getValue()[0] / it.getValue()[1]),
                        below,
                        it.getValue()[1]))
                .filter(it -> it.percent() < below)
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
