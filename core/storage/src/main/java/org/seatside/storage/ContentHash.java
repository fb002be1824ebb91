package org.seatside.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The state as one number.
final class ContentHash {
    /// All tables but `applied`, each with columns that put its rows into one order.
    private static final List<Table> TABLES = List.of(
            new Table("account", "id"),
            new Table("adjustment", "student"),
            new Table("assist_stamp", "id"),
            new Table("attendance", "id"),
            new Table("attendance_revision", "attendance, revision"),
            new Table("attendance_rule", "scope"),
            new Table("audit", "number"),
            new Table("audit_checkpoint", "number"),
            new Table("building", "id"),
            new Table("check_in", "place"),
            new Table("check_in_run", "kiosk, epoch, first_seq"),
            new Table("check_in_count", "on_day, on_hour, room, how, outcome"),
            new Table("command_result", "id"),
            new Table("consent", "id"),
            new Table("correction_batch", "batch, attendance"),
            new Table("course", "id"),
            new Table("department", "id"),
            new Table("enrolment", "student, section, from_day"),
            new Table("forgotten", "id"),
            new Table("help_call", "id"),
            new Table("holiday", "on_day"),
            new Table("hook", "id"),
            new Table("hook_dead_letter", "hook, check_in"),
            new Table("kiosk", "id"),
            new Table("kiosk_epoch", "kiosk, epoch"),
            new Table("kiosk_invitation", "kiosk"),
            new Table("lecturer", "id"),
            new Table("listing", "id"),
            new Table("lms_score", "section, student"),
            new Table("low_attendance", "section, student"),
            new Table("meeting", "id"),
            new Table("meeting_closing", "meeting"),
            new Table("meeting_pattern", "id"),
            new Table("notice", "id"),
            new Table("notice_room", "notice, room"),
            new Table("notice_text", "notice, language"),
            new Table("pass", "handle"),
            new Table("pattern_exception", "pattern, on_day"),
            new Table("recovery_code", "account, hash"),
            new Table("report", "id"),
            new Table("record_count", "on_day, room, status"),
            new Table("room", "id"),
            new Table("room_tag", "digest"),
            new Table("seat", "id"),
            new Table("section", "id"),
            new Table("section_lecturer", "section, lecturer"),
            new Table("staff_session", "token_hash"),
            new Table("status_mark", "code"),
            new Table("student", "id"),
            new Table("student_inactive", "student"),
            new Table("student_key", "student"),
            new Table("student_pin", "student"),
            new Table("term", "id"),
            new Table("upstream", "check_in"),
            new Table("upstream_count", "on_day, state"));

    private ContentHash() {}

    record Table(String name, String order) {}

    static List<Table> tables() {
        return TABLES;
    }

    /// @param view reads one state
    static String within(Statements view, Set<String> without) {
        MessageDigest digest = Durable.sha256();
        for (Table table : TABLES) {
            if (!without.contains(table.name())) {
                digest.update((table.name() + '\n').getBytes(StandardCharsets.UTF_8));
                view.each("select * from " + table.name() + " order by " + table.order(), row -> add(row, digest));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Each value with its length before it, so that no two rows look alike.
    private static void add(ResultSet row, MessageDigest digest) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
            String value = Objects.requireNonNullElse(row.getString(column), "\0null");
            line.append(value.length()).append(':').append(value);
        }
        digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
