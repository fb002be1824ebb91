package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an older program wrote says the same once its tables are brought up to date.
final class SchemaTest {
    private static final String KIOSK = "'00000000-0000-7000-8000-000000000001'";

    @Test
    void checkInsAndRecordsOfAnEarlierVersionAreKept() throws Exception {
        try (Statements view = new Statements(DriverManager.getConnection(
                "jdbc:h2:mem:;MODE=PostgreSQL" + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;TIME ZONE=UTC"))) {
            Schema.migrate(view, 0, 17);
            checkIn(view, 7, 1, 2);
            checkIn(view, 7, 0, 1);
            checkIn(view, 9, 0, 4);
            checkIn(view, 10, 0, 5);
            checkIn(view, 11, 0, 8);
            view.execute(
                    "insert into kiosk_epoch (kiosk, epoch, high_water, contiguous) values (" + KIOSK + ", 1, 8, 2)");
            view.execute(
                    "insert into attendance (id, student, room, meeting, check_in, status, at, revision, on_day) values ("
                            + id(3) + ", " + id(4) + ", " + id(5) + ", " + id(6)
                            + ", (select id from check_in where seq = 1)"
                            + ", 'EXCUSED', '2026-03-02 09:00:00Z', 2, date '2026-03-02')");
            revision(view, 1, "LATE", "'kiosk'", "null");
            revision(view, 2, "EXCUSED", "'staff'", "'doctor'");

            Schema.migrate(view, 17);

            assertEquals(
                    List.of("458752 1", "458753 2", "589824 4", "655360 5", "720896 8"),
                    view.list(
                            "select place, seq from check_in order by place",
                            row -> row.getString(1) + " " + row.getString(2)));
            assertEquals(
                    List.of("4 5"),
                    view.list(
                            "select first_seq, last_seq from check_in_run",
                            row -> row.getString(1) + " " + row.getString(2)));
            assertEquals(List.of("8"), view.list("select tail from kiosk_epoch", row -> row.getString(1)));
            assertEquals(
                    List.of("EXCUSED staff doctor 2 PASS"),
                    view.list(
                            "select status, actor, reason, minute(written_at), how from attendance",
                            row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                    + row.getString(4) + " " + row.getString(5)));
            assertEquals(
                    List.of("1 LATE kiosk"),
                    view.list(
                            "select revision, status, actor from attendance_revision",
                            row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)));
        }
    }

    private static void checkIn(Statements view, long index, int ordinal, long seq) {
        view.update(
                "insert into check_in (id, log_index, ordinal, command, kiosk, epoch, seq, how, wall, monotonic_nanos,"
                        + " received_at, effective_at, provisional, outcome, first_of_meeting) values (random_uuid(), ?, ?,"
                        + " random_uuid(), " + KIOSK + ", 1, ?, 'PASS', '2026-03-02 09:00:00Z', 1,"
                        + " '2026-03-02 09:00:00Z', '2026-03-02 09:00:00Z', false, 'Refused', true)",
                index,
                ordinal,
                seq);
    }

    private static void revision(Statements view, int number, String status, String actor, String reason) {
        view.execute(
                "insert into attendance_revision (attendance, revision, status, written_at, actor, reason) values ("
                        + id(3) + ", " + number + ", '" + status + "', '2026-03-02 09:0" + number + ":00Z', " + actor
                        + ", "
                        + reason + ")");
    }

    private static String id(int n) {
        return "'00000000-0000-7000-8000-00000000000" + n + "'";
    }
}
