package org.seatside.cli.bench.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Judgement;

/// The commands of a campus with 20,000 students and as many check-ins as wanted, the same every time.
public final class CampusRows {
    /// Students of the campus.
    public static final int STUDENTS = 20_000;

    private static final int ROOMS = 200;
    private static final int SECTIONS = 800;
    private static final int CLASS = 40;
    private static final int ENTRY = 256;
    private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");
    private static final String FAMILY = "김이박최정강조윤장임";
    private static final String GIVEN = "민서지우하준도윤예은수현";

    private final Consumer<List<Command>> sink;
    private final Random random = new Random(1);
    private final List<Command> entry = new ArrayList<>(ENTRY);
    private long ids;

    /// @param sink gets them, up to 256 at a time
    public CampusRows(Consumer<List<Command>> sink) {
        this.sink = sink;
    }

    /// @param progress told the check-ins made so far
    public void make(long checkIns, LongConsumer progress) {
        for (int i = 0; i < STUDENTS; i++) {
            add(new Change.SaveStudent(
                    new Student(new StudentId(id("student", i)), "%08d".formatted(20_260_000 + i), name(), true)));
        }
        for (int i = 0; i < ROOMS; i++) {
            add(new Change.SaveRoom(new Room(new RoomId(id("room", i)), (i / 40) + "19C" + i, "공학관", "3", null), null));
            add(new Change.InviteKiosk(
                    new KioskId(id("kiosk", i)), "Kiosk " + i, new RoomId(id("room", i)), "code " + i, FIRST));
        }
        for (int i = 0; i < SECTIONS; i++) {
            add(new Change.SaveSection(
                    new Section(new SectionId(id("section", i)), "CSE%04d-01".formatted(i), "자료구조 " + i)));
        }
        for (long made = 0; made < checkIns; made += CLASS) {
            meeting(made / CLASS, (int) Math.min(CLASS, checkIns - made), made);
            if (made % 50_000 == 0) {
                progress.accept(made);
            }
        }
        flush();
    }

    private void meeting(long number, int students, long made) {
        MeetingId meeting = new MeetingId(id("meeting", number));
        int room = (int) (number % ROOMS);
        Instant starts = FIRST.plus(Duration.ofMinutes(number / ROOMS * 60));
        add(new Change.SaveMeeting(new Meeting(
                meeting,
                new SectionId(id("section", number % SECTIONS)),
                new RoomId(id("room", room)),
                starts.minusSeconds(600),
                starts,
                starts.plusSeconds(600),
                starts.plusSeconds(3000),
                starts.plusSeconds(3000))));
        for (int i = 0; i < students; i++) {
            Instant at = starts.plusMillis(random.nextInt(900_000));
            boolean late = at.isAfter(starts.plusSeconds(600));
            add(new Change.RecordCheckIn(
                    new CheckIn(
                            new CheckInId(new UUID((at.toEpochMilli() << 16) | 0x7000, random.nextLong())),
                            new KioskId(id("kiosk", room)),
                            1,
                            number / ROOMS * CLASS + i + 1,
                            Identification.PASS,
                            "DP1:",
                            null,
                            new RoomId(id("room", room)),
                            new KioskTime(at, made + i, 3L, 20L)),
                    at.plusMillis(35),
                    at,
                    false,
                    new Judgement.Counts(
                            new AttendanceId(id("attendance", made + i)),
                            new StudentId(id("student", (number * CLASS + i) % STUDENTS)),
                            new RoomId(id("room", room)),
                            meeting,
                            late ? AttendanceStatus.LATE : AttendanceStatus.PRESENT,
                            late ? 12 : 0,
                            true)));
        }
    }

    private void add(Change change) {
        entry.add(new Command(new CommandId(id("command", ids++)), FIRST, Command.NODE, change));
        if (entry.size() == ENTRY) {
            flush();
        }
    }

    private void flush() {
        if (!entry.isEmpty()) {
            sink.accept(List.copyOf(entry));
            entry.clear();
        }
    }

    private String name() {
        char family = FAMILY.charAt(random.nextInt(FAMILY.length()));
        char first = GIVEN.charAt(random.nextInt(GIVEN.length()));
        return "" + family + first + GIVEN.charAt(random.nextInt(GIVEN.length()));
    }

    private static UUID id(String kind, long number) {
        return new UUID(((long) kind.hashCode() << 32) | 0x7000, number | Long.MIN_VALUE);
    }
}
