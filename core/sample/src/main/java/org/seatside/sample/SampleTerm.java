package org.seatside.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewAttendance;
import org.seatside.model.api.NewBuilding;
import org.seatside.model.api.NewCourse;
import org.seatside.model.api.NewDepartment;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NewLecturer;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewNotice;
import org.seatside.model.api.NewPattern;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSeat;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.NewTerm;
import org.seatside.model.api.SectionLecturers;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.model.roster.Term;

/// A campus in the middle of its term, to look around in: rooms with seats and kiosks, three classes, students,
/// and eight weeks of attendance of the first class, the same every time. Entered through the API, as staff would.
///
/// @param room where the first class meets
/// @param section the first class, with all students in it
/// @param students by number
/// @param meetings of the first class, the oldest first; the last two have nothing on record
public record SampleTerm(Room room, Section section, List<Student> students, List<Meeting> meetings) {
    /// Weeks behind us.
    public static final int WEEKS = 8;

    private static final int FIRST_NUMBER = 20_251_678;
    private static final int UNRECORDED = 2;
    private static final Duration HALF_A_TERM = Duration.ofDays(60);
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final List<String> NAMES =
            List.of("홍길동", "김하늘", "이도윤", "박서연", "최지우", "정민준", "강수아", "남궁민", "황보라", "Alexandrina Featherstonehaugh");
    private static final List<AttendanceStatus> TURNS = List.of(
            AttendanceStatus.PRESENT,
            AttendanceStatus.PRESENT,
            AttendanceStatus.LATE,
            AttendanceStatus.PRESENT,
            AttendanceStatus.ABSENT,
            AttendanceStatus.PRESENT,
            AttendanceStatus.EXCUSED);

    /// Enters it into an empty node; half a minute on a slow computer.
    ///
    /// @param node signed in as administrator
    /// @param now the node's clock
    public static SampleTerm enter(NodeClient node, Instant now) throws NodeException {
        Room room = rooms(node);
        List<Student> students = new ArrayList<>();
        for (String name : NAMES) {
            students.add(node.addStudent(
                    new NewStudent(String.valueOf(FIRST_NUMBER + students.size()), name), node.newCommand()));
        }
        Section section = classes(node, room, students, now);
        List<Meeting> meetings = meetings(node, section, room, now);
        record(node, students, meetings);
        node.addNotice(
                new NewNotice(
                        now,
                        now.plus(Duration.ofDays(14)),
                        null,
                        null,
                        Map.of("ko", "중간고사 주간에는 19C4의 자리가 바뀝니다.", "en", "Seats in 19C4 change in the week of exams.")),
                node.newCommand());
        return new SampleTerm(room, section, List.copyOf(students), List.copyOf(meetings));
    }

    private static Room rooms(NodeClient node) throws NodeException {
        Building engineering = node.places().addBuilding(new NewBuilding("공학관", "Engineering"), node.newCommand());
        Building library = node.places().addBuilding(new NewBuilding("중앙도서관", "Library"), node.newCommand());
        Room room = node.addRoom(new NewRoom("19C4", engineering.name(), "4층", null), node.newCommand());
        Room reading = node.addRoom(new NewRoom("열람실", library.name(), "2층", null), node.newCommand());
        node.places().addSeat(room.id(), new NewSeat("A1", 75, Seat.Reach.BOTH, 70), node.newCommand());
        node.places().addSeat(room.id(), new NewSeat("A2", 72, Seat.Reach.LEFT, 68), node.newCommand());
        node.inviteKiosk(new NewKiosk("19C4 앞", room.id()), node.newCommand());
        node.inviteKiosk(new NewKiosk("열람실 창가", reading.id()), node.newCommand());
        return room;
    }

    private static Section classes(NodeClient node, Room room, List<Student> students, Instant now)
            throws NodeException {
        LocalDate today = now.atZone(ZONE).toLocalDate();
        Term term = node.timetable()
                .addTerm(
                        new NewTerm(
                                "S-1",
                                "연습 학기",
                                "Sample term",
                                today.minusDays(HALF_A_TERM.toDays()),
                                today.plusDays(HALF_A_TERM.toDays())),
                        node.newCommand());
        Department department = node.timetable()
                .addDepartment(new NewDepartment("CSE", "컴퓨터공학부", "Computer Science"), node.newCommand());
        Lecturer lecturer = node.timetable()
                .addLecturer(
                        new NewLecturer("P-100", "윤선생", "Yoon Seonsaeng", department.id(), null), node.newCommand());
        Section first = section(node, "CSE201-01", "자료구조", term, department);
        Section second = section(node, "EEE310-01", "회로이론", term, department);
        Section third = section(node, "KOR101-02", "글쓰기", term, department);
        node.timetable().assign(first.id(), new SectionLecturers(List.of(lecturer.id())), node.newCommand());
        List<StudentId> all = students.stream().map(Student::id).toList();
        node.enrol(first.id(), new Enrolment(all), node.newCommand());
        node.enrol(second.id(), new Enrolment(all.subList(0, all.size() / 2)), node.newCommand());
        node.enrol(third.id(), new Enrolment(all.subList(all.size() / 2, all.size())), node.newCommand());
        weekly(node, second, room, DayOfWeek.TUESDAY, LocalTime.of(13, 30), term);
        weekly(node, third, room, DayOfWeek.THURSDAY, LocalTime.of(10, 30), term);
        return first;
    }

    private static Section section(NodeClient node, String code, String title, Term term, Department department)
            throws NodeException {
        Course course = node.timetable()
                .addCourse(
                        new NewCourse(code.substring(0, code.indexOf('-')), title, null, department.id()),
                        node.newCommand());
        return node.addSection(new NewSection(code, title, null, course.id(), term.id()), node.newCommand());
    }

    private static void weekly(NodeClient node, Section section, Room room, DayOfWeek day, LocalTime at, Term term)
            throws NodeException {
        node.timetable()
                .addPattern(
                        new NewPattern(section.id(), room.id(), day, at, 75, term.from(), term.until(), null, null),
                        node.newCommand());
    }

    private static List<Meeting> meetings(NodeClient node, Section section, Room room, Instant now)
            throws NodeException {
        List<Meeting> meetings = new ArrayList<>();
        Instant first = now.minus(Duration.ofDays(7L * WEEKS)).truncatedTo(ChronoUnit.HOURS);
        for (int week = 0; week < WEEKS; week++) {
            Instant start = first.plus(Duration.ofDays(7L * week));
            meetings.add(node.addMeeting(
                    new NewMeeting(section.id(), room.id(), start, start.plus(Duration.ofMinutes(75)), 10, 10, 60),
                    node.newCommand()));
        }
        return meetings;
    }

    /// Everybody but the last student; the pattern is the same every time.
    private static void record(NodeClient node, List<Student> students, List<Meeting> meetings) throws NodeException {
        for (int m = 0; m < WEEKS - UNRECORDED; m++) {
            for (int s = 0; s < students.size() - 1; s++) {
                Meeting meeting = meetings.get(m);
                node.records()
                        .enter(
                                new NewAttendance(
                                        students.get(s).id(),
                                        meeting.id(),
                                        null,
                                        TURNS.get((m * 3 + s) % TURNS.size()),
                                        null,
                                        meeting.startsAt(),
                                        "sample"),
                                node.newCommand());
            }
        }
    }
}
