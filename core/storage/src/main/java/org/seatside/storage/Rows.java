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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// Rows as the records they hold.
final class Rows {
    static final String ATTENDANCE = "id, student, room, meeting, status, at, revision, check_in";
    static final String KIOSK = "id, name, room, public_key, revoked";
    static final String ROOM = "id, name, building, floor, tag";
    static final String STUDENT = "id, number, name, active";

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
                checkInOrNull(row, "check_in"));
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
                row.getString("tag"));
    }

    static Section section(ResultSet row) throws SQLException {
        return new Section(new SectionId(uuid(row, "id")), text(row, "code"), text(row, "title"));
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
                instant(row, "ends_at"));
    }

    static Kiosk kiosk(ResultSet row) throws SQLException {
        return new Kiosk(
                new KioskId(uuid(row, "id")),
                text(row, "name"),
                roomOrNull(row, "room"),
                row.getString("public_key"),
                row.getBoolean("revoked"));
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
