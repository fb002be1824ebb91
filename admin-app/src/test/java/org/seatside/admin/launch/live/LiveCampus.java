package org.seatside.admin.launch.live;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.seatside.client.NodeClient;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewCourse;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NewPattern;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.NewTerm;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.model.roster.Term;

/// A small campus in a node: two rooms, a kiosk, a term with two classes that meet every day, three students.
public final class LiveCampus {
    private LiveCampus() {}

    public static void enter(LiveNode node) throws Exception {
        NodeClient client = node.client();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        Room hall = client.addRoom(new NewRoom("19C4", "인문관", "4층", null), client.newCommand());
        Room lab = client.addRoom(new NewRoom("B102", "공학관", "1층", null), client.newCommand());
        client.inviteKiosk(new NewKiosk("19C4 앞", hall.id()), client.newCommand());
        Term term = client.timetable()
                .addTerm(
                        new NewTerm("2026-2", "2026학년도 2학기", "Autumn 2026", today.minusDays(60), today.plusDays(60)),
                        client.newCommand());
        Course course = client.timetable()
                .addCourse(new NewCourse("CS201", "자료구조", "Data structures", null), client.newCommand());
        Section one = client.addSection(
                new NewSection("CS201-1", "자료구조 1분반", null, course.id(), term.id()), client.newCommand());
        Section two = client.addSection(
                new NewSection("EE310-1", "회로이론", "Circuit theory", null, term.id()), client.newCommand());
        for (DayOfWeek day : DayOfWeek.values()) {
            meets(client, one, hall, day, LocalTime.of(9, 0), term);
            meets(client, two, lab, day, LocalTime.of(13, 30), term);
        }
        for (String name : List.of("홍길동", "김하늘", "이서준")) {
            String number = "2023000" + (List.of("홍길동", "김하늘", "이서준").indexOf(name) + 1);
            Student student = client.addStudent(new NewStudent(number, name), client.newCommand());
            client.enrol(one.id(), new Enrolment(List.of(student.id()), null, null), client.newCommand());
        }
    }

    private static void meets(NodeClient client, Section section, Room room, DayOfWeek day, LocalTime at, Term term)
            throws Exception {
        client.timetable()
                .addPattern(
                        new NewPattern(section.id(), room.id(), day, at, 75, term.from(), term.until(), null, null),
                        client.newCommand());
    }
}
