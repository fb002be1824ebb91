package org.seatside.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.View;

/// A view of a campus after some years, to measure with: written straight into the tables, since to apply
/// millions of commands takes an hour. Sections of 40 students that meet twice a week; every student takes 6 of
/// them a term and checks in to every meeting. Ids grow with time, as drawn ones do.
public final class GeneratedView {
    public static final int STUDENTS = 20_000;
    public static final LocalDate FIRST_DAY = LocalDate.of(2020, 3, 2);

    static final int CLASS = 40;
    private static final int SECTIONS = STUDENTS * 6 / CLASS;
    private static final int ROOMS = 250;
    private static final int TERM_MEETINGS = 30;
    private static final int BATCH = 4_000;

    private final long rows;
    private final LongConsumer progress;

    /// @param rows records of attendance, rounded up to whole meetings
    /// @param progress hears how many are written
    public GeneratedView(long rows, LongConsumer progress) {
        this.rows = rows;
        this.progress = progress;
    }

    /// Replaces what the home holds.
    public View open(H2ViewHome home) throws IOException {
        return home.openFilled(this::fill);
    }

    public static StudentId student(int n) {
        return new StudentId(id(1, n));
    }

    /// @param n from 0; there are [#sections] of them
    public static SectionId section(long n) {
        return new SectionId(id(3, n));
    }

    /// How many sections there are, of all terms.
    public long sections() {
        return terms() * SECTIONS;
    }

    /// The last day on which there was a meeting.
    public LocalDate lastDay() {
        return day(meetings() - 1);
    }

    private long meetings() {
        return (rows + CLASS - 1) / CLASS;
    }

    private long terms() {
        long perTerm = (long) SECTIONS * TERM_MEETINGS;
        return (meetings() + perTerm - 1) / perTerm;
    }

    /// All sections meet once, then all meet again, 300 on a day.
    private static LocalDate day(long meeting) {
        return FIRST_DAY.plusDays(meeting / 300 / 5 * 7 + meeting / 300 % 5);
    }

    private static Instant start(long meeting) {
        return day(meeting).atTime((int) (9 + meeting % 8), 0).toInstant(ZoneOffset.ofHours(9));
    }

    /// The section a meeting is of: those of its term, in turn.
    private static long sectionOf(long meeting) {
        return meeting / ((long) SECTIONS * TERM_MEETINGS) * SECTIONS + meeting % SECTIONS;
    }

    private static int studentOf(long section, int seat) {
        return (int) ((section * CLASS + seat) % STUDENTS);
    }

    private static UUID id(int kind, long n) {
        return new UUID((0x0170_0000_0000L + n) << 16 | 0x7000L | kind, 0x8000_0000_0000_0000L | n);
    }

    private void fill(Connection writer) throws SQLException {
        places(writer);
        sections(writer);
        meetings(writer);
        records(writer);
        counts(writer);
    }

    private static void places(Connection writer) throws SQLException {
        try (Rows rooms = new Rows(writer, "room (id, name, building, floor)", 4);
                Rows kiosks = new Rows(writer, "kiosk (id, name, room, public_key, revoked)", 5);
                Rows students = new Rows(writer, "student (id, number, name, active)", 4)) {
            for (int n = 0; n < ROOMS; n++) {
                rooms.add(id(2, n), "R" + n, "B" + n / 25, "1");
                kiosks.add(id(5, n), "K" + n, id(2, n), "key", false);
            }
            for (int n = 0; n < STUDENTS; n++) {
                students.add(id(1, n), Integer.toString(20_200_000 + n), "학생 " + n, true);
            }
        }
    }

    private void sections(Connection writer) throws SQLException {
        try (Rows sections = new Rows(writer, "section (id, code, title, term_key)", 4);
                Rows enrolments = new Rows(writer, "enrolment (student, section, from_day)", 3)) {
            for (long n = 0; n < sections(); n++) {
                sections.add(id(3, n), "S" + n, "Section " + n, "");
                for (int seat = 0; seat < CLASS; seat++) {
                    enrolments.add(id(1, studentOf(n, seat)), id(3, n), FIRST_DAY.minusYears(1));
                }
            }
        }
    }

    private void meetings(Connection writer) throws SQLException {
        try (Rows meetings = new Rows(
                        writer,
                        "meeting (id, section, room, opens_at, starts_at, late_after, closes_at, ends_at, on_day)",
                        9);
                Rows closings = new Rows(writer, "meeting_closing (meeting, at, absent)", 3)) {
            for (long n = 0; n < meetings(); n++) {
                Instant start = start(n);
                meetings.add(
                        id(4, n),
                        id(3, sectionOf(n)),
                        id(2, n % ROOMS),
                        time(start.minusSeconds(600)),
                        time(start),
                        time(start.plusSeconds(600)),
                        time(start.plusSeconds(1800)),
                        time(start.plusSeconds(4500)),
                        day(n));
                closings.add(id(4, n), time(start.plusSeconds(5000)), 0);
            }
        }
    }

    private void records(Connection writer) throws SQLException {
        try (Rows checkIns = new Rows(
                        writer,
                        "check_in (place, id, kiosk, epoch, seq, how, wall, monotonic_nanos,"
                                + " offset_millis, uncertainty_millis, received_at, effective_at, provisional, outcome,"
                                + " first_of_meeting, student, room, meeting, judged_attendance, judged_status,"
                                + " minutes_late, to_upstream, record_attendance, record_at, record_room)",
                        25);
                Rows records = new Rows(
                        writer,
                        "attendance (id, student, room, meeting, status, at, revision, check_in, on_day, written_at,"
                                + " actor, how, kiosk, received_at)",
                        14)) {
            for (long n = 0; n < meetings(); n++) {
                for (int seat = 0; seat < CLASS; seat++) {
                    record(n, seat, checkIns, records);
                }
                if (n % 2_500 == 0) {
                    progress.accept(n * CLASS);
                }
            }
        }
    }

    private static void record(long meeting, int seat, Rows checkIns, Rows records) throws SQLException {
        long n = meeting * CLASS + seat;
        String status = seat % 10 == 9 ? "LATE" : "PRESENT";
        Object at = time(start(meeting).plusSeconds(seat * 20L - 300 + (seat % 10 == 9 ? 700 : 0)));
        UUID student = id(1, studentOf(sectionOf(meeting), seat));
        UUID room = id(2, meeting % ROOMS);
        UUID kiosk = id(5, meeting % ROOMS);
        checkIns.add(
                CheckInRows.place(2 + meeting) + seat,
                id(6, n),
                kiosk,
                1L,
                1 + meeting / ROOMS * CLASS + seat,
                "PASS",
                at,
                n,
                3L,
                5L,
                at,
                at,
                false,
                seat % 10 == 9 ? "Late" : "Present",
                true,
                student,
                room,
                id(4, meeting),
                id(7, n),
                status,
                0,
                true,
                id(7, n),
                at,
                room);
        records.add(
                id(7, n),
                student,
                room,
                id(4, meeting),
                status,
                at,
                1,
                id(6, n),
                day(meeting),
                at,
                kiosk.toString(),
                "PASS",
                kiosk,
                at);
    }

    private static void counts(Connection writer) throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.executeUpdate("insert into record_count (on_day, room, status, n)"
                    + " select on_day, room, status, count(*) from attendance group by on_day, room, status");
            statement.executeUpdate("insert into check_in_count (on_day, on_hour, room, how, outcome, n)"
                    + " select m.on_day, extract(hour from m.starts_at), m.room, 'PASS', 'Present', 40 * count(*)"
                    + " from meeting m group by 1, 2, 3");
            writer.commit();
        }
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// Inserts rows many at a time.
    private static final class Rows implements AutoCloseable {
        private final Connection writer;
        private final PreparedStatement insert;
        private int waiting;

        Rows(Connection writer, String into, int columns) throws SQLException {
            this.writer = writer;
            this.insert =
                    writer.prepareStatement("insert into " + into + " values (" + "?, ".repeat(columns - 1) + "?)");
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.addBatch();
            if (++waiting == BATCH) {
                flush();
            }
        }

        private void flush() throws SQLException {
            insert.executeBatch();
            writer.commit();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            flush();
            insert.close();
        }
    }
}
