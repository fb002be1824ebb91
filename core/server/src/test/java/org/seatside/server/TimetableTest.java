package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.MeetingChange;
import org.seatside.model.api.NewCourse;
import org.seatside.model.api.NewLecturer;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewPattern;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewTerm;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.RosterEntry;
import org.seatside.model.api.SectionLecturers;
import org.seatside.model.api.Withdrawal;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.model.roster.Term;
import org.seatside.model.roster.Window;

final class TimetableTest {
    private static final LocalDate MONDAY = LocalDate.of(2099, 3, 2);

    @TempDir
    private static Path folder;

    private static CampusFixture campus;
    private static Api admin;

    @BeforeAll
    static void start() throws Exception {
        campus = CampusFixture.start(folder);
        admin = campus.admin();
    }

    @AfterAll
    static void stop() {
        campus.close();
    }

    @Test
    void aCourseIsTaughtTermAfterTermInSectionsOfOneCode() {
        Course course = admin.post(Paths.COURSES, new NewCourse("CSE201", "자료구조", "Data Structures", null))
                .as(Course.class);
        Term spring = term("2099-1", MONDAY);
        Term autumn = term("2099-2", MONDAY.plusMonths(6));
        Section one = admin.post(Paths.SECTIONS, new NewSection("CSE201-01", "자료구조", null, course.id(), spring.id()))
                .as(Section.class);
        Section two = admin.post(Paths.SECTIONS, new NewSection("CSE201-01", "자료구조", null, course.id(), autumn.id()))
                .as(Section.class);

        assertEquals(List.of(one), sections("?term=" + spring.id()).items());
        Page<Section> first = sections("?course=" + course.id() + "&limit=1");
        Page<Section> second = sections("?course=" + course.id() + "&limit=1&after=" + first.next());
        List<Section> both = new ArrayList<>(first.items());
        both.addAll(second.items());
        assertEquals(Set.of(one, two), Set.copyOf(both));
        assertEquals(null, second.next());
        assertEquals("409 in-use", admin.delete(Paths.TERMS + "/" + spring.id()).refusal());
        assertEquals(
                "400 malformed",
                admin.post(Paths.TERMS, new NewTerm("x", "x", null, MONDAY, MONDAY.minusDays(1)))
                        .refusal());
    }

    @Test
    void aRosterIsThatOfADay() {
        Section section = section("R-1");
        Student stays = campus.student("20262001");
        Student leaves = campus.student("20262002");
        String enrolments = Paths.SECTIONS + "/" + section.id() + "/enrolments";
        admin.post(enrolments, new Enrolment(List.of(stays.id(), leaves.id()), MONDAY, null))
                .expect(204);
        admin.post(
                        Paths.SECTIONS + "/" + section.id() + "/withdrawals",
                        new Withdrawal(List.of(leaves.id()), MONDAY.plusDays(9)))
                .expect(204);

        RosterEntry first = new RosterEntry(stays, new Enrolled(stays.id(), section.id(), MONDAY, null));
        RosterEntry other =
                new RosterEntry(leaves, new Enrolled(leaves.id(), section.id(), MONDAY, MONDAY.plusDays(9)));
        TypeReference<List<RosterEntry>> entries = new TypeReference<>() {};
        assertEquals(List.of(), admin.get(enrolments + "?day=2099-03-01").as(entries));
        assertEquals(
                List.of(first, other), admin.get(enrolments + "?day=2099-03-11").as(entries));
        assertEquals(List.of(first), admin.get(enrolments + "?day=2099-03-12").as(entries));
        assertEquals(List.of(first, other), admin.get(enrolments).as(entries));
        assertEquals(
                "400 query-malformed", admin.get(enrolments + "?day=tomorrow").refusal());
    }

    @Test
    void lecturersAreAssignedToSections() {
        Section section = section("L-1");
        Lecturer kim = admin.post(Paths.LECTURERS, new NewLecturer("P1", "김교수", "Prof. Kim", null, null))
                .as(Lecturer.class);
        admin.put(Paths.SECTIONS + "/" + section.id() + "/lecturers", new SectionLecturers(List.of(kim.id())))
                .expect(204);

        assertEquals(
                List.of(kim),
                admin.get(Paths.SECTIONS + "/" + section.id() + "/lecturers")
                        .as(new TypeReference<List<Lecturer>>() {}));
        assertEquals(
                "409 number-taken",
                admin.post(Paths.LECTURERS, new NewLecturer("P1", "이교수", null, null, null))
                        .refusal());
        assertEquals(
                "409 in-use", admin.delete(Paths.LECTURERS + "/" + kim.id()).refusal());
    }

    @Test
    void aWeeklyClassHasItsMeetingsExceptionsAndHolidays() {
        Section section = section("W-1");
        Room room = campus.room("W-hall");
        Room other = campus.room("W-other");
        admin.put(Paths.RULES, new AttendanceRule(null, section.id(), new Window(20, 5, 30), null, null))
                .as(AttendanceRule.class);
        MeetingPattern pattern = admin.post(
                        Paths.PATTERNS,
                        new NewPattern(
                                section.id(),
                                room.id(),
                                DayOfWeek.MONDAY,
                                LocalTime.of(9, 0),
                                75,
                                MONDAY,
                                MONDAY.plusWeeks(3),
                                List.of(
                                        exception(MONDAY.plusWeeks(1), other),
                                        new MeetingException(MONDAY.plusWeeks(2), true, null, null, null, null, "학회")),
                                null))
                .as(MeetingPattern.class);

        List<Meeting> held = meetings(section, "");
        assertEquals(
                List.of(
                        Instant.parse("2099-03-02T00:00:00Z"),
                        Instant.parse("2099-03-09T00:00:00Z"),
                        Instant.parse("2099-03-23T00:00:00Z")),
                held.stream().map(Meeting::startsAt).toList(),
                "nine in Seoul");
        assertEquals(Instant.parse("2099-03-01T23:40:00Z"), held.getFirst().opensAt());
        assertEquals(other.id(), held.get(1).room());
        admin.put(Paths.HOLIDAYS, new Holiday(MONDAY, "대체공휴일", "Substitute holiday"))
                .as(Holiday.class);
        assertEquals(2, meetings(section, "").size());
        assertEquals(
                Arrays.asList("대체공휴일", null, "학회", null),
                meetings(section, "&all=true").stream().map(Meeting::cancelled).toList());
        admin.delete(Paths.HOLIDAYS + "/" + MONDAY).expect(204);

        MeetingPattern later = new MeetingPattern(
                pattern.id(),
                section.id(),
                room.id(),
                DayOfWeek.MONDAY,
                LocalTime.of(10, 0),
                75,
                MONDAY,
                MONDAY.plusWeeks(1),
                List.of(),
                null,
                1);
        assertEquals("412 stale-revision", change(later, 7).refusal());
        assertEquals(2, change(later, 1).as(MeetingPattern.class).revision());
        assertEquals(2, meetings(section, "&all=true").size());
        admin.delete(Paths.PATTERNS + "/" + pattern.id()).expect(204);
        assertEquals(List.of(), meetings(section, "&all=true"));
    }

    @Test
    void oneMeetingIsMovedOrCalledOff() {
        Section section = section("M-1");
        Room room = campus.room("M-hall");
        Room other = campus.room("M-other");
        admin.post(
                        Paths.PATTERNS,
                        new NewPattern(
                                section.id(),
                                room.id(),
                                DayOfWeek.MONDAY,
                                LocalTime.of(9, 0),
                                75,
                                MONDAY,
                                MONDAY,
                                null,
                                null))
                .expect(200);
        Meeting meeting = meetings(section, "").getFirst();

        Meeting moved = admin.put(
                        Paths.MEETINGS + "/" + meeting.id(),
                        new MeetingChange(other.id(), meeting.startsAt().plusSeconds(3600), null, null))
                .as(Meeting.class);

        assertEquals(other.id(), moved.room());
        assertEquals(meeting.opensAt().plusSeconds(3600), moved.opensAt());
        assertEquals(meeting.endsAt().plusSeconds(3600), moved.endsAt());
        assertEquals(List.of(moved), meetings(section, ""));
        admin.put(Paths.MEETINGS + "/" + meeting.id(), new MeetingChange(null, null, null, "ill"))
                .expect(200);
        assertEquals(List.of(), meetings(section, ""));
        admin.put(Paths.MEETINGS + "/" + meeting.id(), new MeetingChange(null, null, null, ""))
                .expect(200);
        assertEquals(List.of(moved), meetings(section, ""));
        admin.delete(Paths.MEETINGS + "/" + meeting.id()).expect(204);
        assertEquals(List.of(), meetings(section, ""));
    }

    private static MeetingException exception(LocalDate day, Room room) {
        return new MeetingException(day, false, null, room.id(), null, null, null);
    }

    private static Api.Answer change(MeetingPattern pattern, int seen) {
        return admin.send(
                "PUT",
                Paths.PATTERNS + "/" + pattern.id(),
                pattern,
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"" + seen + "\""));
    }

    @Test
    void partsOfALongListGoOnWhereTheOneBeforeEndedEvenAmongMeetingsOfOneMoment() {
        Section section = section("P-1");
        Instant together = Instant.parse("2099-03-02T00:00:00Z");
        for (int i = 0; i < 8; i++) {
            Instant starts = i < 5 ? together : together.plus(Duration.ofDays(i));
            admin.post(
                            Paths.MEETINGS,
                            new NewMeeting(
                                    section.id(),
                                    campus.room("P-1-" + i).id(),
                                    starts,
                                    starts.plus(Duration.ofHours(1)),
                                    10,
                                    10,
                                    50))
                    .expect(200);
        }
        List<Meeting> all = meetings(section, "");
        List<Meeting> walked = new ArrayList<>();

        List<Meeting> part = meetings(section, "&limit=3");
        while (part.size() == 3) {
            walked.addAll(part);
            part = meetings(section, "&limit=3&after=" + part.getLast().id());
        }
        walked.addAll(part);

        assertEquals(8, all.size());
        assertEquals(all, walked);
        assertEquals(
                List.of(), meetings(section, "&limit=3&after=" + all.getLast().id()));
    }

    private static List<Meeting> meetings(Section section, String more) {
        return admin.get(Paths.MEETINGS + "?from=2099-01-01T00:00:00Z&until=2099-12-31T00:00:00Z&section="
                        + section.id() + more)
                .as(new TypeReference<List<Meeting>>() {});
    }

    private static Page<Section> sections(String query) {
        return admin.get(Paths.SECTIONS + query).as(new TypeReference<Page<Section>>() {});
    }

    private static Section section(String code) {
        return admin.post(Paths.SECTIONS, new NewSection(code, "Title")).as(Section.class);
    }

    private static Term term(String code, LocalDate from) {
        return admin.post(Paths.TERMS, new NewTerm(code, code, null, from, from.plusWeeks(15)))
                .as(Term.class);
    }
}
