package org.seatside.service.attendance;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.api.CorrectionBatch;
import org.seatside.model.api.HistoryEntry;
import org.seatside.model.api.NewAttendance;
import org.seatside.model.api.Page;
import org.seatside.model.api.RosterEntry;
import org.seatside.model.api.Statistics;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.service.Names;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Commands;
import org.seatside.service.log.RecordChange;
import org.seatside.service.roster.RosterStore;
import org.seatside.service.timetable.TimetableStore;

/// Records as staff work on them: entered for a student, corrected many at a time, taken back, and read as
/// history, class sheet and counts. Thread-safe.
public final class RecordService {
    private static final int MAX_REASON = 500;
    private static final int MAX_BATCH = 500;
    private static final int MAX_PAGE = 200;
    private static final int MAX_DAYS = 366;

    private final RecordStore store;
    private final RosterStore roster;
    private final TimetableStore timetable;
    private final Commands commands;
    private final InstantSource clock;
    private final ZoneId campus;

    public RecordService(
            RecordStore store,
            RosterStore roster,
            TimetableStore timetable,
            Commands commands,
            InstantSource clock,
            ZoneId campus) {
        this.store = store;
        this.roster = roster;
        this.timetable = timetable;
        this.commands = commands;
        this.clock = clock;
        this.campus = campus;
    }

    /// Enters attendance for a student.
    ///
    /// @throws RefusedException CONFLICT `already-recorded` where the meeting has a record of the student
    public Attendance enter(NewAttendance entered, String actor, CommandId command) {
        new Marks(store.marks()).check(entered.status(), entered.mark());
        Instant at = (entered.at() == null ? clock.instant() : entered.at()).truncatedTo(ChronoUnit.MICROS);
        Meeting meeting = entered.meeting() == null
                ? null
                : roster.meeting(entered.meeting()).orElseThrow(RefusedException::noSuchEntry);
        Attendance made = new Attendance(
                new AttendanceId(command.value()),
                entered.student(),
                room(entered, meeting),
                entered.meeting(),
                entered.status(),
                at,
                1,
                null,
                entered.mark(),
                true);
        LocalDate day = meeting == null ? at.atZone(campus).toLocalDate() : day(meeting);
        commands.require(command, actor, new RecordChange.Enter(made, day, reason(entered.reason())));
        MeetingId of = entered.meeting();
        return of == null ? made : store.attendance(entered.student(), of).orElseThrow(RefusedException::noSuchEntry);
    }

    private static RoomId room(NewAttendance entered, @Nullable Meeting meeting) {
        if (entered.room() != null) {
            return entered.room();
        }
        if (meeting == null) {
            throw RefusedException.invalid("room-needed", "Say in which meeting or room.");
        }
        return meeting.room();
    }

    /// Corrects many records for one reason, all or none. The command's id names the batch.
    public List<Attendance> correct(CorrectionBatch batch, String actor, CommandId command) {
        if (batch.corrections().isEmpty() || batch.corrections().size() > MAX_BATCH) {
            throw RefusedException.invalid("batch-size", "A batch holds 1 to 500 corrections.");
        }
        Marks marks = new Marks(store.marks());
        batch.corrections().forEach(it -> marks.check(it.status(), it.mark()));
        List<RecordChange.Correction> corrections = batch.corrections().stream()
                .map(it -> new RecordChange.Correction(it.attendance(), it.revision(), it.status(), it.mark()))
                .toList();
        commands.require(
                command, actor, new RecordChange.CorrectAll(command.value(), reason(batch.reason()), corrections));
        return store.ofBatch(command.value());
    }

    /// Takes back the last revision of a record.
    ///
    /// @param revision the one the caller saw
    public Attendance undo(AttendanceId id, int revision, String reason, String actor, CommandId command) {
        commands.require(command, actor, new RecordChange.Undo(id, revision, reason(reason)));
        return detail(id).attendance();
    }

    /// Takes back a batch, as far as nobody changed its records since.
    public void undoBatch(UUID batch, String reason, String actor, CommandId command) {
        commands.require(command, actor, new RecordChange.UndoBatch(batch, reason(reason)));
    }

    public AttendanceDetail detail(AttendanceId id) {
        return store.detail(id).orElseThrow(RefusedException::noSuchEntry);
    }

    public Page<HistoryEntry> history(StudentId student, @Nullable String after, int limit) {
        return store.history(student, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// The marks a campus has, the usual ones included.
    public List<StatusMark> marks() {
        return new Marks(store.marks()).all();
    }

    public StatusMark save(StatusMark mark, String actor, CommandId command) {
        StatusMark clean = new StatusMark(
                mark.code(),
                Names.required(mark.name()),
                Names.orNull(mark.nameEn()),
                mark.kind(),
                mark.points(),
                mark.counted());
        boolean otherKind = StatusMark.DEFAULTS.stream()
                .anyMatch(usual -> usual.code().equals(clean.code()) && usual.kind() != clean.kind());
        if (otherKind) {
            throw RefusedException.invalid("mark-malformed", "A mark with the name of a kind is of that kind.");
        }
        commands.require(command, actor, new RecordChange.SaveMark(clean));
        return clean;
    }

    /// Records that have it count as their kind from then on.
    public void deleteMark(String code, String actor, CommandId command) {
        commands.require(command, actor, new RecordChange.DeleteMark(code));
    }

    public Statistics statistics(LocalDate from, LocalDate until) {
        if (until.isBefore(from) || ChronoUnit.DAYS.between(from, until) > MAX_DAYS) {
            throw RefusedException.invalid("days-out-of-range", "Statistics are for 1 to 366 days.");
        }
        return store.statistics(from, until);
    }

    /// A class's sheet. Its students are all who were on the roster on a day between.
    ///
    /// @param from first day; null for 120 days before the last
    /// @param until last day; null for today
    public ClassSheet sheet(SectionId id, @Nullable LocalDate from, @Nullable LocalDate until) {
        Section section = roster.section(id).orElseThrow(RefusedException::noSuchEntry);
        LocalDate last = until == null ? clock.instant().atZone(campus).toLocalDate() : until;
        LocalDate first = from == null ? last.minusDays(120) : from;
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MAX_DAYS) {
            throw RefusedException.invalid("days-out-of-range", "A sheet is of 1 to 366 days.");
        }
        Instant begin = first.atStartOfDay(campus).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(campus).toInstant();
        List<Meeting> meetings = timetable.timetable(begin, end, null, id).stream()
                .filter(meeting -> meeting.cancelled() == null
                        && !meeting.startsAt().isBefore(begin)
                        && meeting.startsAt().isBefore(end))
                .toList();
        Marks marks = new Marks(store.marks());
        Map<StudentId, Map<MeetingId, Attendance>> records = byStudent(store.ofSection(id, begin, end));
        List<ClassSheet.Row> rows = students(timetable.roster(id, null), first, last).stream()
                .map(student -> row(student, meetings, records.getOrDefault(student.id(), Map.of()), marks))
                .toList();
        return new ClassSheet(section, meetings, rows, marks.all());
    }

    private static Map<StudentId, Map<MeetingId, Attendance>> byStudent(List<Attendance> records) {
        Map<StudentId, Map<MeetingId, Attendance>> all = new HashMap<>();
        for (Attendance record : records) {
            MeetingId meeting = record.meeting();
            if (meeting != null) {
                all.computeIfAbsent(record.student(), _ -> new HashMap<>()).put(meeting, record);
            }
        }
        return all;
    }

    private static List<Student> students(List<RosterEntry> entries, LocalDate first, LocalDate last) {
        Map<StudentId, Student> students = new LinkedHashMap<>();
        for (RosterEntry entry : entries) {
            Enrolled stretch = entry.enrolled();
            boolean between = (stretch.from() == null || !stretch.from().isAfter(last))
                    && (stretch.until() == null || !stretch.until().isBefore(first));
            if (between) {
                students.put(entry.student().id(), entry.student());
            }
        }
        return List.copyOf(students.values());
    }

    private static ClassSheet.Row row(
            Student student, List<Meeting> meetings, Map<MeetingId, Attendance> records, Marks marks) {
        List<ClassSheet.@Nullable Cell> cells = new ArrayList<>();
        Map<AttendanceStatus, Integer> totals = new EnumMap<>(AttendanceStatus.class);
        int points = 0;
        int counted = 0;
        for (Meeting meeting : meetings) {
            Attendance record = records.get(meeting.id());
            StatusMark mark = record == null ? null : marks.of(record);
            if (record == null || mark == null) {
                cells.add(null);
                continue;
            }
            cells.add(new ClassSheet.Cell(
                    record.id(), record.status(), mark.code(), record.revision(), record.byStaff()));
            totals.merge(record.status(), 1, Integer::sum);
            if (mark.counted()) {
                points += mark.points();
                counted++;
            }
        }
        Integer percent = counted == 0 ? null : Math.toIntExact(Math.round((double) points / counted));
        return new ClassSheet.Row(student, cells, totals, percent);
    }

    private LocalDate day(Meeting meeting) {
        return meeting.day() == null ? meeting.startsAt().atZone(campus).toLocalDate() : meeting.day();
    }

    private static String reason(String text) {
        String reason = text.strip();
        if (reason.isEmpty() || reason.length() > MAX_REASON) {
            throw RefusedException.invalid("reason-needed", "Say why, in 1 to 500 characters.");
        }
        return reason;
    }
}
