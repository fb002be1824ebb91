package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Page;
import org.seatside.model.api.RosterEntry;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Term;
import org.seatside.service.timetable.TimetableStore;

/// The timetable, read from the view. A page goes on behind the id of the last entry of the one before, in the
/// order of an index, however far it is from the beginning.
final class H2TimetableStore implements TimetableStore {
    static final String TERMS = "id, code, name, name_en, from_day, until_day";
    static final String DEPARTMENTS = "id, code, name, name_en";

    private static final String TERM = "select " + TERMS + " from term";
    private static final String DEPARTMENT = "select " + DEPARTMENTS + " from department";
    private static final String PATTERN = "select id, section, room, weekday, starts_at, minutes, from_day, until_day,"
            + " opens_before, late_after, closes_after, revision from meeting_pattern";
    private static final String RULE = "select course, section, opens_before, late_after, closes_after, marks_absent,"
            + " notice_below, pin from attendance_rule";
    private static final Duration LONGEST = Duration.ofHours(20);

    private final Reads reads;

    H2TimetableStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<Term> term(TermId id) {
        return reads.read(view -> view.first(TERM + " where id = ?", H2TimetableStore::term, id));
    }

    @Override
    public List<Term> terms() {
        return reads.read(view -> view.list(TERM + " order by from_day desc, code", H2TimetableStore::term));
    }

    @Override
    public Optional<Department> department(DepartmentId id) {
        return reads.read(view -> view.first(DEPARTMENT + " where id = ?", H2TimetableStore::department, id));
    }

    @Override
    public List<Department> departments() {
        return reads.read(view -> view.list(DEPARTMENT + " order by code", H2TimetableStore::department));
    }

    @Override
    public Optional<Course> course(CourseId id) {
        return reads.read(view -> view.first("select " + Rows.COURSE + " from course where id = ?", Rows::course, id));
    }

    @Override
    public Page<Course> courses(@Nullable String after, int limit) {
        return page(
                "select " + Rows.COURSE + " from course",
                "course",
                "code",
                List.of(),
                Rows::course,
                course -> course.id().value(),
                after,
                limit);
    }

    @Override
    public Optional<Lecturer> lecturer(LecturerId id) {
        return reads.read(
                view -> view.first("select " + Rows.LECTURER + " from lecturer where id = ?", Rows::lecturer, id));
    }

    @Override
    public Page<Lecturer> lecturers(@Nullable String after, int limit) {
        return page(
                "select " + Rows.LECTURER + " from lecturer",
                "lecturer",
                "name",
                List.of(),
                Rows::lecturer,
                lecturer -> lecturer.id().value(),
                after,
                limit);
    }

    @Override
    public List<Lecturer> lecturers(SectionId section) {
        return reads.read(view -> view.list(
                "select l.id, l.number, l.name, l.name_en, l.department, l.account"
                        + " from section_lecturer s join lecturer l on l.id = s.lecturer"
                        + " where s.section = ? order by s.ordinal, l.name",
                Rows::lecturer,
                section));
    }

    @Override
    public List<SectionId> sectionsTaughtBy(AccountId account) {
        return reads.read(view -> view.list(
                "select s.section from lecturer l join section_lecturer s on s.lecturer = l.id"
                        + " where l.account = ? order by s.section",
                row -> new SectionId(Rows.uuid(row, "section")),
                account));
    }

    @Override
    public Page<Section> sections(@Nullable TermId term, @Nullable CourseId course, @Nullable String after, int limit) {
        List<Condition> conditions = new ArrayList<>();
        if (term != null) {
            conditions.add(new Condition("term_key = ?", term.toString()));
        }
        if (course != null) {
            conditions.add(new Condition("course = ?", course));
        }
        return page(
                "select " + Rows.SECTION + " from section",
                "section",
                "code",
                conditions,
                Rows::section,
                section -> section.id().value(),
                after,
                limit);
    }

    private record Condition(String sql, Object value) {}

    /// @param key column of the order; entries of one key by id
    private <T> Page<T> page(
            String select,
            String table,
            String key,
            List<Condition> conditions,
            Statements.Row<T> row,
            Function<T, UUID> id,
            @Nullable String after,
            int limit) {
        List<T> found = reads.read(view -> {
            List<Condition> all = new ArrayList<>(conditions);
            if (after != null) {
                UUID last = UUID.fromString(after);
                String from = view.first(
                                "select " + key + " from " + table + " where id = ?", it -> Rows.text(it, key), last)
                        .orElse("");
                all.add(new Condition(key + " >= ?", from));
                all.add(new Condition("(" + key + " > ? or id > ?)", from));
                all.add(new Condition("", last));
            }
            List<Object> values =
                    new ArrayList<>(all.stream().map(Condition::value).toList());
            values.add(limit + 1);
            String where = all.stream()
                    .map(Condition::sql)
                    .filter(sql -> !sql.isEmpty())
                    .collect(Collectors.joining(" and "));
            return view.list(
                    select + (where.isEmpty() ? "" : " where " + where) + " order by " + key
                            + ", id fetch first ? rows only",
                    row,
                    values.toArray());
        });
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, id.apply(items.getLast()).toString());
    }

    @Override
    public List<RosterEntry> roster(SectionId section, @Nullable LocalDate day) {
        String select = "select s.id, s.number, s.name, s.active, e.student, e.section, e.from_day, e.until_day"
                + " from enrolment e join student s on s.id = e.student where e.section = ?";
        return reads.read(view -> day == null
                ? view.list(select + " order by s.number, e.from_day", H2TimetableStore::entry, section)
                : view.list(
                        select + " and e.from_day <= ? and (e.until_day is null or e.until_day >= ?)"
                                + " order by s.number, e.from_day",
                        H2TimetableStore::entry,
                        section,
                        day,
                        day));
    }

    private static RosterEntry entry(ResultSet row) throws SQLException {
        return new RosterEntry(Rows.student(row), Rows.enrolled(row));
    }

    @Override
    public Optional<MeetingPattern> pattern(PatternId id) {
        return reads.read(view -> {
            Map<PatternId, List<MeetingException>> exceptions = exceptions(view, "where pattern = ?", id);
            return view.first(PATTERN + " where id = ?", row -> pattern(row, exceptions), id);
        });
    }

    @Override
    public List<MeetingPattern> patterns(@Nullable SectionId section) {
        String order = " order by section, weekday, starts_at, id";
        return reads.read(view -> {
            if (section == null) {
                Map<PatternId, List<MeetingException>> all = exceptions(view, "");
                return view.list(PATTERN + order, row -> pattern(row, all));
            }
            Map<PatternId, List<MeetingException>> own = exceptions(
                    view, "where pattern in (select p.id from meeting_pattern p where p.section = ?)", section);
            return view.list(PATTERN + " where section = ?" + order, row -> pattern(row, own), section);
        });
    }

    private static Map<PatternId, List<MeetingException>> exceptions(
            Statements view, String where, @Nullable Object... values) {
        return view
                .list(
                        "select pattern, on_day, cancelled, moved_to, room, starts_at, minutes, reason"
                                + " from pattern_exception " + where + " order by on_day",
                        row -> Map.entry(new PatternId(Rows.uuid(row, "pattern")), exception(row)),
                        values)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static MeetingException exception(ResultSet row) throws SQLException {
        return new MeetingException(
                Rows.date(row, "on_day"),
                row.getBoolean("cancelled"),
                Rows.dateOrNull(row, "moved_to"),
                Rows.roomOrNull(row, "room"),
                row.getObject("starts_at", LocalTime.class),
                row.getObject("minutes", Integer.class),
                row.getString("reason"));
    }

    private static MeetingPattern pattern(ResultSet row, Map<PatternId, List<MeetingException>> exceptions)
            throws SQLException {
        PatternId id = new PatternId(Rows.uuid(row, "id"));
        return new MeetingPattern(
                id,
                new SectionId(Rows.uuid(row, "section")),
                new RoomId(Rows.uuid(row, "room")),
                DayOfWeek.valueOf(Rows.text(row, "weekday")),
                Rows.present(row.getObject("starts_at", LocalTime.class), "starts_at"),
                row.getInt("minutes"),
                Rows.date(row, "from_day"),
                Rows.date(row, "until_day"),
                exceptions.getOrDefault(id, List.of()),
                Rows.windowOrNull(row),
                row.getInt("revision"));
    }

    @Override
    public List<Holiday> holidays() {
        return reads.read(view -> view.list(
                "select on_day, name, name_en from holiday order by on_day",
                row -> new Holiday(Rows.date(row, "on_day"), Rows.text(row, "name"), row.getString("name_en"))));
    }

    @Override
    public List<AttendanceRule> rules() {
        return reads.read(view -> view.list(RULE + " order by scope", Rows::rule));
    }

    @Override
    public List<AttendanceRule> rules(SectionId section) {
        return reads.read(view -> view.list(
                RULE + " where scope in (?, ?) or scope = (select course from section where id = ?)"
                        + " order by case when section is not null then 0 when course is not null then 1 else 2 end",
                Rows::rule,
                section,
                Rows.CAMPUS,
                section));
    }

    @Override
    public List<Meeting> timetable(Instant from, Instant until, @Nullable RoomId room, @Nullable SectionId section) {
        return timetable(from, until, room, section, true, null, Integer.MAX_VALUE);
    }

    /// Who has a page goes on from the start of its last meeting: what lies before it is not looked at again.
    @Override
    public List<Meeting> timetable(
            Instant from,
            Instant until,
            @Nullable RoomId room,
            @Nullable SectionId section,
            boolean all,
            @Nullable MeetingId after,
            int limit) {
        StringBuilder sql = new StringBuilder("select m.id, m.section, m.room, m.opens_at, m.starts_at, m.late_after,"
                + " m.closes_at, m.ends_at, m.on_day, m.pattern, m.own_window,"
                + " coalesce(m.cancelled, case when m.pattern is not null then h.name end) as cancelled"
                + " from meeting m left join holiday h on h.on_day = m.on_day"
                + " where m.ends_at >= ? and m.ends_at <= ? and m.opens_at <= ?");
        return reads.read(view -> {
            Instant last = after == null
                    ? from
                    : view.first(
                                    "select starts_at from meeting where id = ?",
                                    row -> Rows.instant(row, "starts_at"),
                                    after)
                            .orElse(from);
            List<Object> values =
                    new ArrayList<>(List.of(last.isAfter(from) ? last : from, until.plus(LONGEST), until));
            add(sql, values, " and m.room = ?", room);
            add(sql, values, " and m.section = ?", section);
            if (after != null) {
                sql.append(" and m.starts_at >= ? and (m.starts_at > ? or m.id > ?)");
                values.addAll(List.of(last, last, after));
            }
            if (!all) {
                sql.append(" and m.cancelled is null and (m.pattern is null or h.name is null)");
            }
            sql.append(" order by m.starts_at, m.id fetch first ? rows only");
            values.add(limit);
            return view.list(sql.toString(), Rows::meeting, values.toArray());
        });
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    static Term term(ResultSet row) throws SQLException {
        return new Term(
                new TermId(Rows.uuid(row, "id")),
                Rows.text(row, "code"),
                Rows.text(row, "name"),
                row.getString("name_en"),
                Rows.date(row, "from_day"),
                Rows.date(row, "until_day"));
    }

    static Department department(ResultSet row) throws SQLException {
        return new Department(
                new DepartmentId(Rows.uuid(row, "id")),
                Rows.text(row, "code"),
                Rows.text(row, "name"),
                row.getString("name_en"));
    }
}
