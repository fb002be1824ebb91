package org.seatside.sample;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.PassCard;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.payload.InstitutionId;
import org.seatside.payload.PassHandle;
import org.seatside.payload.PassIssuer;

/// A small campus with a class that meets now: eight students enrolled, one who is not, a revoked pass, a pass
/// of another campus. Entered through the API, as staff would.
///
/// @param room where the class meets
/// @param roomTag the text of its legacy tag
/// @param enrolled students of the class, each with a pass
/// @param stranger a student of the campus who is not in the class
/// @param revoked text of a pass that was revoked
/// @param foreign text of a pass of another campus
public record SampleCampus(
        Room room, String roomTag, List<Member> enrolled, Member stranger, String revoked, String foreign) {
    /// Name of the room at the institution's own service.
    public static final String ROOM_TAG = "E19C4";

    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final List<NewStudent> CLASS = List.of(
            new NewStudent("20251678", "홍길동"),
            new NewStudent("20251679", "김하늘"),
            new NewStudent("20251680", "이도윤"),
            new NewStudent("20251681", "박서연"),
            new NewStudent("20251682", "최지우"),
            new NewStudent("20251683", "정민준"),
            new NewStudent("20251684", "강수아"),
            new NewStudent("20251685", "남궁민"));

    /// A student and the text of the pass.
    public record Member(Student student, String pass) {}

    /// Enters the campus into an empty node.
    ///
    /// @param node signed in
    /// @param now the node's clock
    public static SampleCampus enter(NodeClient node, SampleTags tags, Instant now) throws NodeException {
        String tag = tags.tag(ROOM_TAG);
        Room room = node.addRoom(new NewRoom("19C4", "공학관", "4층", tag), node.newCommand());
        node.addRoom(new NewRoom("중앙도서관 열람실", "중앙도서관", "2층", null), node.newCommand());
        Section section = node.addSection(new NewSection("CSE201-01", "자료구조"), node.newCommand());
        Instant start = now.plus(Duration.ofMinutes(4)).truncatedTo(ChronoUnit.MINUTES);
        node.addMeeting(
                new NewMeeting(section.id(), room.id(), start, start.plus(Duration.ofMinutes(75)), 10, 10, 60),
                node.newCommand());
        LocalDate expires = now.atZone(ZONE).toLocalDate().plusMonths(4);
        List<Member> members = new ArrayList<>();
        List<StudentId> ids = new ArrayList<>();
        for (NewStudent student : CLASS) {
            Member member = member(node, student, expires);
            members.add(member);
            ids.add(member.student().id());
        }
        node.enrol(section.id(), new Enrolment(ids), node.newCommand());
        Member stranger = member(node, new NewStudent("20249001", "한가람"), expires);
        PassCard lost = node.issuePass(ids.getFirst(), new NewPass(expires), node.newCommand());
        node.revokePass(lost.pass().handle(), node.newCommand());
        return new SampleCampus(room, tag, List.copyOf(members), stranger, lost.text(), foreignPass(expires));
    }

    private static Member member(NodeClient node, NewStudent student, LocalDate expires) throws NodeException {
        Student added = node.addStudent(student, node.newCommand());
        return new Member(
                added,
                node.issuePass(added.id(), new NewPass(expires), node.newCommand())
                        .text());
    }

    private static String foreignPass(LocalDate expires) {
        try {
            KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new PassIssuer(InstitutionId.parse("ff".repeat(InstitutionId.LENGTH)), 1, key.getPrivate())
                    .card(new PassHandle(1), 0, expires);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no Ed25519", e);
        }
    }
}
