package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.ConsentText;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewAdjustments;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.Page;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Reason;
import org.seatside.model.api.Registration;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Profile;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.roster.Adjustments;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// What is agreed with a student, from a support officer's hands to the kiosk, and how little anybody else learns
/// of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RegistrationTest {
    private static final String FIRST = "the first password of all";
    private static final String SECOND = "the second sentence is mine";
    private static final Profile PROFILE = new Profile(180, true, Profile.Theme.YELLOW_ON_BLACK, 300, 800, "en");
    private static final Adjustments AGREED = new Adjustments(25, PROFILE);
    private static final Reason REASON = new Reason("the student is here and asks");

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));
    private Path folder;
    private CampusFixture campus;
    private Api officer;
    private Api auditor;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        folder = data;
        campus = CampusFixture.start(data);
        officer = person("officer", Role.SUPPORT_OFFICER);
        auditor = person("auditor", Role.AUDITOR);
    }

    @AfterAll
    void stop() {
        campus.close();
    }

    private Api person(String name, Role role) {
        campus.admin()
                .post(Paths.ACCOUNTS, new NewAccount(name, FIRST, Set.of(role), null, null))
                .expect(200);
        Api person = campus.open()
                .as(campus.open()
                        .post(Paths.SESSIONS, new SignIn(name, FIRST))
                        .as(SignedIn.class)
                        .token());
        person.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(FIRST, SECOND))
                .expect(204);
        return person;
    }

    private static String at(Student student) {
        return Paths.REGISTRATIONS + "/" + student.id();
    }

    private Registration view(Student student) {
        return officer.post(at(student) + "/views", REASON).as(Registration.class);
    }

    private void agree(Student student, @Nullable LocalDate until) {
        officer.put(at(student) + "/consent", new ConsentText("2026-1")).expect(204);
        officer.put(at(student) + "/adjustments", new NewAdjustments(AGREED, until))
                .expect(204);
    }

    @Test
    void whatWasAgreedNeedsConsentAndGoesWithIt() {
        Student student = campus.student("20260001");
        assertEquals(new Registration(null, null, null), view(student));
        assertEquals(
                "409 consent-needed",
                officer.put(at(student) + "/adjustments", new NewAdjustments(AGREED, null))
                        .refusal());
        agree(student, today.plusDays(40));

        Registration kept = view(student);
        assertEquals(AGREED, kept.adjustments());
        assertEquals(today.plusDays(40), kept.until());
        assertEquals("2026-1", kept.consent() == null ? null : kept.consent().version());
        officer.delete(at(student) + "/consent").expect(204);
        Registration after = view(student);
        assertNull(after.adjustments());
        assertFalse(after.consent() == null || after.consent().withdrawnAt() == null);
        assertEquals(
                "409 consent-needed", officer.delete(at(student) + "/consent").refusal());
    }

    @Test
    void onlySupportOfficersSeeItAndOnlyForAReason() {
        Student student = campus.student("20260002");
        agree(student, null);

        assertEquals(
                "403 not-allowed",
                campus.admin().post(at(student) + "/views", REASON).refusal());
        assertEquals(
                "403 not-allowed", auditor.post(at(student) + "/views", REASON).refusal());
        assertEquals(
                "403 not-allowed",
                campus.admin()
                        .put(at(student) + "/adjustments", new NewAdjustments(AGREED, null))
                        .refusal());
        assertEquals(
                "400 reason-needed",
                officer.post(at(student) + "/views", new Reason(" x ")).refusal());
        view(student);
        AuditEntry looked = auditor.get(Paths.AUDIT + "?limit=1&subject=" + student.id())
                .as(new TypeReference<Page<AuditEntry>>() {})
                .items()
                .getFirst();
        assertEquals("view-adjustments", looked.action());
        assertEquals(REASON.reason(), looked.detail());
        assertEquals("127.0.0.1", looked.from());
    }

    @Test
    void nothingMalformedIsAgreed() {
        Student student = campus.student("20260003");
        agree(student, null);
        List<Adjustments> bad = List.of(
                new Adjustments(-1, PROFILE),
                new Adjustments(241, PROFILE),
                new Adjustments(0, new Profile(99, false, null, 100, 0, null)),
                new Adjustments(0, new Profile(100, false, null, 501, 0, null)),
                new Adjustments(0, new Profile(100, false, null, 100, 5_001, null)),
                new Adjustments(0, new Profile(100, false, null, 100, 0, "xx")));
        for (Adjustments adjustments : bad) {
            assertEquals(
                    "400 adjustments-malformed",
                    officer.put(at(student) + "/adjustments", new NewAdjustments(adjustments, null))
                            .refusal());
        }
        assertEquals(
                "400 until-past",
                officer.put(at(student) + "/adjustments", new NewAdjustments(AGREED, today.minusDays(1)))
                        .refusal());
        assertEquals(AGREED, view(student).adjustments());
    }

    @Test
    void aKioskLearnsTheProfileWithTheAnswerAndTheExtraMinutesCount() {
        Room room = campus.room("Adjusted");
        Student student = campus.student("20260004");
        Student other = campus.student("20260005");
        agree(student, null);
        Section section = campus.admin()
                .post(Paths.SECTIONS, new NewSection("CSE-ADJ", "Algorithms"))
                .as(Section.class);
        campus.admin()
                .post(
                        Paths.SECTIONS + "/" + section.id() + "/enrolments",
                        new Enrolment(List.of(student.id(), other.id())))
                .expect(204);
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(20, ChronoUnit.MINUTES);
        campus.admin()
                .post(
                        Paths.MEETINGS,
                        new NewMeeting(section.id(), room.id(), began, began.plus(1, ChronoUnit.HOURS), 10, 10, 50))
                .expect(200);
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Adjusted", room.id());
        Api asKiosk = kiosk.signIn(campus.open());

        Receipt late = asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20260005")).as(Receipt.class);
        Receipt inTime =
                asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20260004")).as(Receipt.class);

        assertTrue(late.outcome() instanceof Outcome.Late, late.toString());
        assertNull(late.profile());
        assertTrue(inTime.outcome() instanceof Outcome.Present, inTime.toString());
        assertEquals(PROFILE, inTime.profile());
        assertFalse(asKiosk.get(Paths.KIOSK_SELF).text().contains("YELLOW"), "nothing about anybody beforehand");
    }

    @Test
    void neitherLogNorViewHoldsWhatWasAgreedInTheClear() throws Exception {
        Student student = campus.student("20260006");
        agree(student, null);
        view(student);

        int looked = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                looked += content.contains("save-adjustments") ? 1 : 0;
                assertFalse(content.contains("YELLOW_ON_BLACK"), file.toString());
                assertFalse(content.contains("extraMinutes"), file.toString());
            }
        }
        assertTrue(looked > 0, "the log was not among the files");
    }

    @Test
    void anErasedStudentIsNobodyAndTheAttendanceStillCounts() throws Exception {
        Room room = campus.room("Erased");
        Student student = campus.student("20260007");
        agree(student, null);
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Erased", room.id());
        Api asKiosk = kiosk.signIn(campus.open());
        asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20260007")).expect(200);
        byte[] zip = officer.post(at(student) + "/export", REASON)
                .expect(200)
                .response()
                .body();
        assertEquals(
                List.of(
                        "accesses.json",
                        "attendance.json",
                        "consents.json",
                        "passes.json",
                        "registration.json",
                        "student.json"),
                new ArrayList<>(entries(zip).keySet()));
        assertTrue(String.valueOf(entries(zip).get("registration.json")).contains("\"extraMinutes\":25"));
        assertTrue(String.valueOf(entries(zip).get("student.json")).contains("20260007"));
        assertTrue(String.valueOf(entries(zip).get("accesses.json")).contains("export-student"));
        String before = campus.admin()
                .get(Paths.ATTENDANCE + "?student=" + student.id())
                .text();

        assertEquals(
                "403 not-allowed",
                officer.post(at(student) + "/erasure", REASON).refusal());
        campus.admin().post(at(student) + "/erasure", REASON).expect(204);

        assertEquals(
                before,
                campus.admin()
                        .get(Paths.ATTENDANCE + "?student=" + student.id())
                        .text());
        Student nobody = campus.admin().get(Paths.STUDENTS + "/" + student.id()).as(Student.class);
        assertEquals(new Student(student.id(), "erased-" + student.id(), "-", false), nobody);
        assertNull(view(student).adjustments());
        Receipt after = asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20260007")).as(Receipt.class);
        assertEquals(new Outcome.UnknownCode(), after.outcome());
        assertNull(after.profile());
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
