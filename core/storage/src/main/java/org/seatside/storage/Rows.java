package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.PinRule;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.model.roster.Window;

/// Rows as the records they hold.
final class Rows {
    static final String ATTENDANCE = "id, student, room, meeting, status, at, revision, check_in, mark, by_staff";
    static final String COURSE = "id, code, title, title_en, department";
    static final String KIOSK = "id, name, room, public_key, revoked, seat";
    static final String LECTURER = "id, number, name, name_en, department, account";
    static final String MEETING = "id, section, room, opens_at, starts_at, late_after, closes_at, ends_at, on_day,"
            + " pattern, own_window, cancelled";
    static final String ROOM = "id, name, coalesce((select b.name from building b where b.id = room.building_id),"
            + " building) as building, floor, tag, name_en, building_id";
    static final String SEAT = "id, room, label, height_cm, reach, knee_cm";
    static final String SECTION = "id, code, title, title_en, course, term";
    static final String STUDENT = "id, number, name, active";

    /// From when on somebody is enrolled who always was.
    static final LocalDate EVER = LocalDate.of(1000, 1, 1);

    /// Scope of the campus's rule of attendance.
    static final UUID CAMPUS = new UUID(0, 0);

    private Rows() {}

    static Attendance attendance(ResultSet row) throws SQLException {
        return new Attendance(
                new AttendanceId(uuid(row, "id")),
                new StudentId(uuid(row, "student")),
                new RoomId(uuid(row, "room")),
                meetingOrNull(row, "meeting"),
                AttendanceStatus.valueOf(text(row, "status")),
                instant(row, "at"),
                row.getInt("revision"),
                checkInOrNull(row, "check_in"),
                row.getString("mark"),
                row.getBoolean("by_staff"));
    }

    static Student student(ResultSet row) throws SQLException {
        return new Student(
                new StudentId(uuid(row, "id")), text(row, "number"), text(row, "name"), row.getBoolean("active"));
    }

    static Room room(ResultSet row) throws SQLException {
        return new Room(
                new RoomId(uuid(row, "id")),
                text(row, "name"),
                text(row, "building"),
                text(row, "floor"),
                row.getString("tag"),
                row.getString("name_en"),
                idOrNull(row, "building_id", BuildingId::new));
    }

    static Building building(ResultSet row) throws SQLException {
        return new Building(new BuildingId(uuid(row, "id")), text(row, "name"), row.getString("name_en"));
    }

    static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                new SeatId(uuid(row, "id")),
                new RoomId(uuid(row, "room")),
                text(row, "label"),
                row.getObject("height_cm", Integer.class),
                Seat.Reach.valueOf(text(row, "reach")),
                row.getObject("knee_cm", Integer.class));
    }

    static Course course(ResultSet row) throws SQLException {
        return new Course(
                new CourseId(uuid(row, "id")),
                text(row, "code"),
                text(row, "title"),
                row.getString("title_en"),
                idOrNull(row, "department", DepartmentId::new));
    }

    static Lecturer lecturer(ResultSet row) throws SQLException {
        return new Lecturer(
                new LecturerId(uuid(row, "id")),
                row.getString("number"),
                text(row, "name"),
                row.getString("name_en"),
                idOrNull(row, "department", DepartmentId::new),
                idOrNull(row, "account", AccountId::new));
    }

    static Enrolled enrolled(ResultSet row) throws SQLException {
        LocalDate from = date(row, "from_day");
        return new Enrolled(
                new StudentId(uuid(row, "student")),
                new SectionId(uuid(row, "section")),
                from.equals(EVER) ? null : from,
                dateOrNull(row, "until_day"));
    }

    static UUID scope(AttendanceRule rule) {
        return rule.section() != null
                ? rule.section().value()
                : rule.course() != null ? rule.course().value() : CAMPUS;
    }

    static AttendanceRule rule(ResultSet row) throws SQLException {
        return new AttendanceRule(
                idOrNull(row, "course", CourseId::new),
                idOrNull(row, "section", SectionId::new),
                windowOrNull(row),
                row.getObject("marks_absent", Boolean.class),
                row.getObject("notice_below", Integer.class),
                pinRuleOrNull(row.getString("pin")));
    }

    private static @Nullable PinRule pinRuleOrNull(@Nullable String name) {
        return name == null ? null : PinRule.valueOf(name);
    }

    static @Nullable Window windowOrNull(ResultSet row) throws SQLException {
        Integer opens = row.getObject("opens_before", Integer.class);
        return opens == null ? null : new Window(opens, row.getInt("late_after"), row.getInt("closes_after"));
    }

    static Section section(ResultSet row) throws SQLException {
        return new Section(
                new SectionId(uuid(row, "id")),
                text(row, "code"),
                text(row, "title"),
                row.getString("title_en"),
                idOrNull(row, "course", CourseId::new),
                idOrNull(row, "term", TermId::new));
    }

    static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                new MeetingId(uuid(row, "id")),
                new SectionId(uuid(row, "section")),
                new RoomId(uuid(row, "room")),
                instant(row, "opens_at"),
                instant(row, "starts_at"),
                instant(row, "late_after"),
                instant(row, "closes_at"),
                instant(row, "ends_at"),
                dateOrNull(row, "on_day"),
                idOrNull(row, "pattern", PatternId::new),
                row.getBoolean("own_window"),
                row.getString("cancelled"));
    }

    static Kiosk kiosk(ResultSet row) throws SQLException {
        return new Kiosk(
                new KioskId(uuid(row, "id")),
                text(row, "name"),
                roomOrNull(row, "room"),
                row.getString("public_key"),
                row.getBoolean("revoked"),
                idOrNull(row, "seat", SeatId::new));
    }

    static IssuedPass pass(ResultSet row) throws SQLException {
        return new IssuedPass(
                text(row, "handle"),
                row.getInt("generation"),
                new StudentId(uuid(row, "student")),
                present(row.getObject("expires", LocalDate.class), "expires"),
                instant(row, "issued_at"),
                row.getBoolean("revoked"),
                instantOrNull(row, "revoked_at"));
    }

    static String roles(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(text(row, "roles").split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return Set.copyOf(roles);
    }

    static String text(ResultSet row, String column) throws SQLException {
        return present(row.getString(column), column);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return present(uuidOrNull(row, column), column);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return present(instantOrNull(row, column), column);
    }

    static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return present(dateOrNull(row, column), column);
    }

    static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static <T> @Nullable T idOrNull(ResultSet row, String column, Function<UUID, T> of) throws SQLException {
        UUID id = uuidOrNull(row, column);
        return id == null ? null : of.apply(id);
    }

    static @Nullable AttendanceId attendanceOrNull(ResultSet row, String column) throws SQLException {
        UUID id = uuidOrNull(row, column);
        return id == null ? null : new AttendanceId(id);
    }

    static @Nullable CheckInId checkInOrNull(ResultSet row, String column) throws SQLException {
        UUID id = uuidOrNull(row, column);
        return id == null ? null : new CheckInId(id);
    }

    static @Nullable MeetingId meetingOrNull(ResultSet row, String column) throws SQLException {
        UUID id = uuidOrNull(row, column);
        return id == null ? null : new MeetingId(id);
    }

    static @Nullable RoomId roomOrNull(ResultSet row, String column) throws SQLException {
        UUID id = uuidOrNull(row, column);
        return id == null ? null : new RoomId(id);
    }

    static @Nullable StudentId studentOrNull(ResultSet row, String column) throws SQLException {
        UUID id = uuidOrNull(row, column);
        return id == null ? null : new StudentId(id);
    }

    static <T> T present(@Nullable T value, String column) throws SQLException {
        if (value == null) {
            throw new SQLException("no value in column " + column);
        }
        return value;
    }
}
