package org.seatside.admin.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.About;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewAttendance;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Role;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.server.Node;
import org.seatside.server.NodeConfig;
import org.seatside.server.NodeStartException;

/// A real node with a class that has met for some weeks, an administrator and a support officer.
public final class Semester implements AutoCloseable {
    public static final String PASSWORD = "a sentence nobody would guess";
    public static final int MEETINGS = 8;

    private static final List<String> NAMES =
            List.of("홍길동", "김하늘", "이도윤", "박서연", "최지우", "정민준", "강수아", "남궁민", "황보라", "Alexandrina Featherstonehaugh");

    private final Node node;
    private final NodeClient client;
    private final List<Student> students = new ArrayList<>();
    private final List<Meeting> meetings = new ArrayList<>();
    private final Section section;
    private final Room room;

    private Semester(Node node) throws IOException, NodeException {
        this.node = node;
        client = client();
        String token =
                Files.readString(node.dataFolder().resolve("setup-token")).strip();
        client.setup(new Setup(token, "김지원", PASSWORD), client.newCommand());
        room = client.addRoom(new NewRoom("19C4", "공학관", "4층", null), client.newCommand());
        section = client.addSection(new NewSection("CSE201-01", "자료구조"), client.newCommand());
        for (String name : NAMES) {
            students.add(client.addStudent(
                    new NewStudent(String.valueOf(20_251_678 + students.size()), name), client.newCommand()));
        }
        List<StudentId> ids = students.stream().map(Student::id).toList();
        client.enrol(section.id(), new Enrolment(ids), client.newCommand());
        Instant first = Instant.now().minus(Duration.ofDays(7L * MEETINGS)).truncatedTo(ChronoUnit.HOURS);
        for (int week = 0; week < MEETINGS; week++) {
            Instant start = first.plus(Duration.ofDays(7L * week));
            meetings.add(client.addMeeting(
                    new NewMeeting(section.id(), room.id(), start, start.plus(Duration.ofMinutes(75)), 10, 10, 60),
                    client.newCommand()));
        }
        record();
    }

    public static Semester start(Path folder) throws IOException, NodeException, NodeStartException {
        return new Semester(Node.start(NodeConfig.in(folder).withHttp(new NodeConfig.Http("127.0.0.1", 0))));
    }

    /// Everybody but the last two meetings and a few gaps; the pattern is the same every time.
    private void record() throws NodeException {
        List<AttendanceStatus> turns = List.of(
                AttendanceStatus.PRESENT,
                AttendanceStatus.PRESENT,
                AttendanceStatus.LATE,
                AttendanceStatus.PRESENT,
                AttendanceStatus.ABSENT,
                AttendanceStatus.PRESENT,
                AttendanceStatus.EXCUSED);
        for (int m = 0; m < MEETINGS - 2; m++) {
            for (int s = 0; s < students.size() - 1; s++) {
                Meeting meeting = meetings.get(m);
                client.records()
                        .enter(
                                new NewAttendance(
                                        students.get(s).id(),
                                        meeting.id(),
                                        null,
                                        turns.get((m * 3 + s) % turns.size()),
                                        null,
                                        meeting.startsAt(),
                                        "sample"),
                                client.newCommand());
            }
        }
    }

    private NodeClient client() {
        return new NodeClient(List.of(node.baseUri()), new Json());
    }

    /// A session with all of these roles, its password changed already.
    public SignedIn session(String name, Set<Role> roles) throws NodeException {
        client.accounts().add(new NewAccount(name, "only for the first time", roles, null, null), client.newCommand());
        try (NodeClient own = client()) {
            own.signIn(new SignIn(name, "only for the first time"));
            own.accounts().changePassword(new PasswordChange("only for the first time", PASSWORD), own.newCommand());
            return own.signIn(new SignIn(name, PASSWORD));
        }
    }

    /// Who may do everything here.
    public SignedIn everything(String name) throws NodeException {
        return session(name, EnumSet.of(Role.ADMINISTRATOR, Role.SUPPORT_OFFICER, Role.AUDITOR));
    }

    public About about() throws NodeException {
        return client.about();
    }

    /// Signed in as administrator.
    public NodeClient administrator() {
        return client;
    }

    public URI uri() {
        return node.baseUri();
    }

    public List<Student> students() {
        return students;
    }

    public List<Meeting> meetings() {
        return meetings;
    }

    public Section section() {
        return section;
    }

    @Override
    public void close() {
        client.close();
        node.close();
    }
}
