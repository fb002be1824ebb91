package org.seatside.service.imports;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.imports.ImportPlan;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Change;
import org.seatside.service.log.Commands;
import org.seatside.service.log.ImportChange;
import org.seatside.service.log.NotAppendedException;
import org.seatside.service.log.TimetableChange;
import org.seatside.service.roster.RoomResolver;
import org.seatside.service.roster.RosterStore;
import org.seatside.service.timetable.TimetableService;
import org.seatside.service.timetable.TimetableStore;

/// Imports: first what one would change, then all of that in one command, so that a crash anywhere leaves all
/// of it or nothing. Thread-safe.
public final class ImportService {
    /// How long the applying of a large one is waited for.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ImportStore store;
    private final Commands commands;
    private final StudentNumberFormat numbers;
    private final RoomResolver rooms;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId campus;
    private final TimetableService timetable;
    private final TimetableStore patterns;
    private final RosterStore meetings;

    public ImportService(
            ImportStore store,
            Commands commands,
            StudentNumberFormat numbers,
            RoomResolver rooms,
            Ids ids,
            InstantSource clock,
            ZoneId campus,
            TimetableService timetable,
            TimetableStore patterns,
            RosterStore meetings) {
        this.timetable = timetable;
        this.patterns = patterns;
        this.meetings = meetings;
        this.store = store;
        this.commands = commands;
        this.numbers = numbers;
        this.rooms = rooms;
        this.ids = ids;
        this.clock = clock;
        this.campus = campus;
    }

    /// What the rows would change; changes nothing.
    public ImportPlan plan(List<ImportRow> rows) {
        return planned(rows).plan();
    }

    /// Changes what the plan says.
    ///
    /// @param digest of the plan that was agreed to
    /// @throws RefusedException where a line is wrong, or what there is has changed since the plan
    public ImportPlan apply(List<ImportRow> rows, String digest, String actor, CommandId command) {
        RosterPlanner.Planned planned = planned(rows);
        if (!planned.plan().refused().isEmpty()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "lines-refused",
                    "Some lines are wrong: mend them first. Nothing was changed.");
        }
        if (!planned.plan().digest().equals(digest)) {
            throw new RefusedException(
                    RefusedException.Kind.STALE,
                    "plan-changed",
                    "What there is has changed since: look at the plan again. Nothing was changed.");
        }
        List<Change> changes = new ArrayList<>(planned.changes());
        LocalDate lastDay = today().minusDays(1);
        planned.leaving().forEach((section, who) -> changes.add(new TimetableChange.Withdraw(section, who, lastDay)));
        if (!changes.isEmpty()) {
            append(command, actor, new ImportChange.All(changes, digest));
        }
        return planned.plan();
    }

    private RosterPlanner.Planned planned(List<ImportRow> rows) {
        return new RosterPlanner(store.roster(today()), numbers, rooms, ids, timetable, known()).plan(rows);
    }

    private CalendarPlanner.Known known() {
        List<Holiday> holidays = patterns.holidays();
        return new CalendarPlanner.Known() {
            @Override
            public Optional<MeetingPattern> pattern(PatternId id) {
                return patterns.pattern(id);
            }

            @Override
            public Optional<Meeting> meeting(MeetingId id) {
                return meetings.meeting(id);
            }

            @Override
            public List<Holiday> holidays() {
                return holidays;
            }
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), campus);
    }

    /// Asks again under the same id for as long as the log gives no answer: applying a large import takes
    /// longer than the log waits for others.
    private void append(CommandId command, String actor, ImportChange.All all) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                commands.require(command, actor, all);
                return;
            } catch (NotAppendedException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
            } catch (IllegalArgumentException e) {
                throw new RefusedException(
                        RefusedException.Kind.INVALID,
                        "import-too-large",
                        "This is more than one import takes: split the file. Nothing was changed.");
            }
        }
    }
}
