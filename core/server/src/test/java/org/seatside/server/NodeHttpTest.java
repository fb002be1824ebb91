package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.About;
import org.seatside.model.api.Correction;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.KioskRoom;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskToken;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.NodeTime;
import org.seatside.model.api.Page;
import org.seatside.model.api.PairKiosk;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.api.PassCard;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Provision;
import org.seatside.model.api.RoomCode;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.api.SignedProvision;
import org.seatside.model.api.TagCode;
import org.seatside.model.api.TagReading;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// Every resource of the wire contract, over HTTP, on a whole node.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NodeHttpTest {
    private CampusFixture campus;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        campus = CampusFixture.start(folder);
    }

    @AfterAll
    void stop() {
        campus.close();
    }

    @Test
    void saysWhatItIsToAnybody() {
        About about = campus.open().get(Paths.ABOUT).as(About.class);

        assertEquals("Campus", about.campus());
        assertEquals("Asia/Seoul", about.zone());
        assertFalse(about.needsSetup());
        assertTrue(Duration.between(about.now(), Instant.now()).abs().toSeconds() < 30);
        assertEquals("{\"live\":true}", campus.open().get(Paths.LIVE).text());
        campus.open().get(Paths.READY).expect(200);
    }

    @Test
    void setupIsDoneOnce() {
        Api.Answer again =
                campus.open().post(Paths.SETUP, new Setup(campus.setupToken(), "Other", CampusFixture.PASSWORD));
        Api.Answer guessed = campus.open().post(Paths.SETUP, new Setup("x", "Other", CampusFixture.PASSWORD));

        assertEquals("409 already-set-up", again.refusal());
        assertEquals("403 setup-token-wrong", guessed.refusal());
    }

    @Test
    void signsInAndOut() {
        SignedIn session = campus.open()
                .post(Paths.SESSIONS, new SignIn("Admin", CampusFixture.PASSWORD))
                .as(SignedIn.class);
        Api person = campus.open().as(session.token());
        person.get(Paths.STUDENTS).expect(200);

        person.delete(Paths.SESSIONS + "/current").expect(204);

        assertEquals("401 signed-out", person.get(Paths.STUDENTS).refusal());
        assertEquals(
                "401 sign-in-failed",
                campus.open()
                        .post(Paths.SESSIONS, new SignIn("Admin", "not the password at all"))
                        .refusal());
        assertEquals(
                "401 sign-in-failed",
                campus.open()
                        .post(Paths.SESSIONS, new SignIn("Nobody", "not the password at all"))
                        .refusal());
    }

    @Test
    void keepsStudentsAndTheirPasses() {
        Api admin = campus.admin();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Student added = admin.send("POST", Paths.STUDENTS, new NewStudent("20230001", "김하나"), key)
                .as(Student.class);

        assertEquals(
                added,
                admin.send("POST", Paths.STUDENTS, new NewStudent("20230001", "김하나"), key)
                        .as(Student.class),
                "the same key again changes nothing");
        assertEquals(added, admin.get(Paths.STUDENTS + "/" + added.id()).as(Student.class));
        assertEquals(
                List.of(added),
                admin.get(Paths.STUDENTS + "?q=20230001&limit=5")
                        .as(new TypeReference<Page<Student>>() {})
                        .items());
        assertEquals(
                "409 number-taken",
                admin.post(Paths.STUDENTS, new NewStudent("20230001", "Twin")).refusal());
        assertEquals(
                "400 number-malformed",
                admin.post(Paths.STUDENTS, new NewStudent("1", "Short")).refusal());

        Student changed = new Student(added.id(), added.number(), "김둘", true);
        assertEquals(
                changed, admin.put(Paths.STUDENTS + "/" + added.id(), changed).as(Student.class));

        PassCard card = admin.post(
                        Paths.STUDENTS + "/" + added.id() + "/passes",
                        new NewPass(LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(100)))
                .as(PassCard.class);
        assertTrue(card.text().startsWith("DP1:"));
        admin.delete(Paths.PASSES + "/" + card.pass().handle()).expect(204);
        List<IssuedPass> passes =
                admin.get(Paths.STUDENTS + "/" + added.id() + "/passes").as(new TypeReference<>() {});
        assertEquals(List.of(true), passes.stream().map(IssuedPass::revoked).toList());
        assertEquals(
                "404 not-found", admin.delete(Paths.PASSES + "/00000000000000").refusal());
    }

    @Test
    void keepsRoomsWithTheirCodesAndTags() {
        Api admin = campus.admin();
        Room plain = campus.room("Great hall");
        TagReading fresh = admin.post(Paths.ROOMS + "/tag", new TagCode(CampusFixture.tagCode("19C4")))
                .as(TagReading.class);
        Room tagged = campus.taggedRoom("19C4");

        assertEquals(new TagReading("19C4", null), fresh);
        assertEquals("19C4", tagged.name());
        assertEquals("19C4", tagged.tag());
        assertEquals(
                new TagReading("19C4", tagged),
                admin.post(Paths.ROOMS + "/tag", new TagCode(CampusFixture.tagCode("19C4")))
                        .as(TagReading.class));
        assertTrue(admin.get(Paths.ROOMS)
                .as(new TypeReference<Page<Room>>() {})
                .items()
                .containsAll(List.of(plain, tagged)));
        assertTrue(admin.get(Paths.ROOMS + "/" + plain.id() + "/code")
                        .as(RoomCode.class)
                        .text()
                        .length()
                > 10);
        assertEquals(
                "409 name-taken",
                admin.post(Paths.ROOMS, new NewRoom("Great hall", "", "", null)).refusal());
        assertEquals(
                "404 not-found",
                admin.get(Paths.ROOMS + "/" + UUID.randomUUID() + "/code").refusal());
    }

    @Test
    void keepsSectionsMeetingsAndWhoIsInThem() {
        Api admin = campus.admin();
        Room room = campus.room("Section room");
        Student student = campus.student("20230002");
        Section section = admin.post(Paths.SECTIONS, new NewSection("CS101-1", "Computing"))
                .as(Section.class);
        admin.post(Paths.SECTIONS + "/" + section.id() + "/enrolments", new Enrolment(List.of(student.id())))
                .expect(204);
        Instant start = Instant.parse("2026-03-02T00:00:00Z");
        Meeting meeting = admin.post(
                        Paths.MEETINGS,
                        new NewMeeting(section.id(), room.id(), start, start.plusSeconds(3600), 10, 5, 30))
                .as(Meeting.class);

        assertEquals(
                List.of(meeting),
                admin.get(Paths.MEETINGS + "?from=2026-03-01T00:00:00Z&until=2026-03-03T00:00:00Z&room=" + room.id())
                        .as(new TypeReference<List<Meeting>>() {}));
        assertTrue(admin.get(Paths.SECTIONS)
                .as(new TypeReference<Page<Section>>() {})
                .items()
                .contains(section));
        assertEquals(
                "400 query-malformed",
                admin.get(Paths.MEETINGS + "?from=yesterday").refusal());
        assertEquals(
                "400 json-malformed",
                admin.post(
                                Paths.MEETINGS,
                                new NewMeeting(
                                        section.id(), room.id(), Instant.MIN, start.plusSeconds(3600), 10, 5, 30))
                        .refusal());
    }

    @Test
    void pairsAKioskOnceAndTellsItWhatItNeeds() throws Exception {
        Api admin = campus.admin();
        Room room = campus.room("Kiosk room");
        KioskInvitation invitation =
                admin.post(Paths.KIOSKS, new NewKiosk("Front seat", null)).as(KioskInvitation.class);
        Kiosks kiosk = new Kiosks(invitation.kiosk(), Kiosks.newKey(), 1, new AtomicLong());
        PairKiosk pairing = new PairKiosk(invitation.code(), Kiosks.text(kiosk.key()));
        PairedKiosk paired = campus.open().post(Paths.KIOSKS + "/pair", pairing).as(PairedKiosk.class);
        assertEquals(
                "403 invitation-spent",
                campus.open().post(Paths.KIOSKS + "/pair", pairing).refusal());
        admin.put(Paths.KIOSKS + "/" + kiosk.id() + "/room", new KioskRoom(room.id()))
                .expect(204);

        Api asKiosk = kiosk.signIn(campus.open());
        SignedProvision signed = asKiosk.get(Paths.KIOSK_SELF).as(SignedProvision.class);
        byte[] bytes = Base64.getDecoder().decode(signed.provision());
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(paired.issuerKey()))));
        verifier.update("SEATSIDE-PROVISION-1\n".getBytes(StandardCharsets.UTF_8));
        verifier.update(bytes);
        assertTrue(verifier.verify(Base64.getDecoder().decode(signed.signature())));
        assertEquals(room.id(), Api.JSON.read(bytes, Provision.class).room());

        NodeTime time = asKiosk.put(Paths.KIOSK_SELF + "/state", new KioskState("1", "RUNNING", 0, 0, 3L, 77L))
                .as(NodeTime.class);
        assertEquals(0L, time.highWater());
        KioskView view = admin.get(Paths.KIOSKS).as(new TypeReference<List<KioskView>>() {}).stream()
                .filter(seen -> seen.kiosk().id().equals(kiosk.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(new KioskState("1", "RUNNING", 0, 0, 3L, 77L), view.state());
    }

    @Test
    void aKioskPairedAgainWithItsKeyIsTheNewOne() {
        Api admin = campus.admin();
        Kiosks old = Kiosks.pair(admin, "A seat", null);
        admin.delete(Paths.KIOSKS + "/" + old.id()).expect(204);
        KioskInvitation invitation =
                admin.post(Paths.KIOSKS, new NewKiosk("B seat", null)).as(KioskInvitation.class);

        Kiosks again = Kiosks.pairWith(old.key(), admin, invitation.code());

        assertEquals(invitation.kiosk(), again.id());
        again.signIn(campus.open()).get(Paths.KIOSK_SELF).expect(200);
    }

    @Test
    void whatWaitedInTheOutboxOfAKioskPairedAgainIsTaken() {
        Api admin = campus.admin();
        Room room = campus.room("Moved");
        campus.student("20230077");
        Kiosks old = Kiosks.pair(admin, "First seat", room.id());
        admin.delete(Paths.KIOSKS + "/" + old.id()).expect(204);
        KioskInvitation invitation =
                admin.post(Paths.KIOSKS, new NewKiosk("Second seat", room.id())).as(KioskInvitation.class);
        Kiosks again = Kiosks.pairWith(old.key(), admin, invitation.code());
        Kiosks other = Kiosks.pair(admin, "Other seat", room.id());

        CheckIn waited = old.checkIn("20230077");
        assertEquals(
                "403 other-kiosk",
                other.signIn(campus.open()).post(Paths.CHECK_INS, waited).refusal());
        Receipt receipt =
                again.signIn(campus.open()).post(Paths.CHECK_INS, waited).as(Receipt.class);

        assertEquals("Present", receipt.outcome().kind());
    }

    @Test
    void tokenOfAKioskIsGivenOncePerAssertionAndNotAfterItIsRevoked() {
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Revoked seat", null);
        var assertion = kiosk.assertion();
        String token = campus.open()
                .post(Paths.KIOSK_TOKENS, assertion)
                .as(KioskToken.class)
                .token();
        Api asKiosk = campus.open().as(token);
        asKiosk.get(Paths.KIOSK_SELF).expect(200);

        assertEquals(
                "401 kiosk-unknown",
                campus.open().post(Paths.KIOSK_TOKENS, assertion).refusal(),
                "replayed");
        assertEquals(
                "400 clock-off",
                campus.open()
                        .post(Paths.KIOSK_TOKENS, kiosk.assertion(Instant.now().minusSeconds(400), "AAAA"))
                        .refusal());
        Kiosks thief = new Kiosks(kiosk.id(), Kiosks.newKey(), 1, kiosk.seq());
        assertEquals(
                "401 kiosk-unknown",
                campus.open().post(Paths.KIOSK_TOKENS, thief.assertion()).refusal());

        campus.admin().delete(Paths.KIOSKS + "/" + kiosk.id()).expect(204);

        assertEquals("401 signed-out", asKiosk.get(Paths.KIOSK_SELF).refusal(), "the token it still holds");
        assertEquals(
                "401 signed-out",
                asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20230002")).refusal());
        assertEquals(
                "401 kiosk-unknown",
                campus.open().post(Paths.KIOSK_TOKENS, kiosk.assertion()).refusal());
    }

    @Test
    void checkInSentTwiceIsAnsweredAlike() {
        Room room = campus.room("Twice");
        campus.student("20230003");
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Twice seat", room.id());
        Api asKiosk = kiosk.signIn(campus.open());
        CheckIn checkIn = kiosk.checkIn("20230003");

        Receipt first = asKiosk.post(Paths.CHECK_INS, checkIn).as(Receipt.class);
        Receipt again = asKiosk.post(Paths.CHECK_INS, checkIn).as(Receipt.class);

        assertEquals("Present", first.outcome().kind());
        assertEquals(first.outcome(), again.outcome());
        assertEquals(first.id(), again.id());
        CheckIn reused = new CheckIn(
                Kiosks.anyId(),
                checkIn.kiosk(),
                checkIn.epoch(),
                checkIn.seq(),
                checkIn.how(),
                checkIn.student(),
                null,
                null,
                checkIn.time());
        assertEquals(
                "409 sequence-reused", asKiosk.post(Paths.CHECK_INS, reused).refusal());
    }

    @Test
    void passShownToTheKioskCounts() {
        Room room = campus.room("Pass room");
        Student student = campus.student("20230004");
        PassCard card = campus.admin()
                .post(
                        Paths.STUDENTS + "/" + student.id() + "/passes",
                        new NewPass(LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(10)))
                .as(PassCard.class);
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Pass seat", room.id());
        Api asKiosk = kiosk.signIn(campus.open());

        Receipt counted =
                asKiosk.post(Paths.CHECK_INS, kiosk.checkIn(card.text())).as(Receipt.class);
        campus.admin().delete(Paths.PASSES + "/" + card.pass().handle()).expect(204);
        Receipt revoked =
                asKiosk.post(Paths.CHECK_INS, kiosk.checkIn(card.text())).as(Receipt.class);

        assertEquals("Present", counted.outcome().kind());
        assertEquals(new Outcome.PassRevoked(), revoked.outcome());
    }

    @Test
    void correctionNeedsTheRevisionThatWasRead() {
        Room room = campus.room("Correction");
        Student student = campus.student("20230005");
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Correction seat", room.id());
        kiosk.signIn(campus.open())
                .post(Paths.CHECK_INS, kiosk.checkIn("20230005"))
                .expect(200);
        Api admin = campus.admin();
        Attendance seen = admin.get(Paths.ATTENDANCE + "?student=" + student.id())
                .as(new TypeReference<List<Attendance>>() {})
                .getFirst();
        String path = Paths.ATTENDANCE + "/" + seen.id() + "/corrections";
        Correction correction = new Correction(AttendanceStatus.EXCUSED, "was at the doctor's");

        assertEquals("400 if-match-needed", admin.post(path, correction).refusal());
        Api.Answer corrected = admin.send(
                "POST",
                path,
                correction,
                Map.of("If-Match", "\"1\"", "Idempotency-Key", UUID.randomUUID().toString()));
        assertEquals(2, corrected.as(Attendance.class).revision());
        assertEquals("\"2\"", corrected.response().headers().firstValue("ETag").orElse(""));
        assertEquals(
                "412 stale-revision",
                admin.send(
                                "POST",
                                path,
                                correction,
                                Map.of(
                                        "If-Match",
                                        "\"1\"",
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString()))
                        .refusal());
    }

    @Test
    void listsCheckInsNewestFirstInParts() {
        Room room = campus.room("List");
        campus.student("20230006");
        Kiosks kiosk = Kiosks.pair(campus.admin(), "List seat", room.id());
        Api asKiosk = kiosk.signIn(campus.open());
        Receipt first = asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20230006")).as(Receipt.class);
        Receipt second =
                asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("99999999")).as(Receipt.class);

        Page<CheckInEvent> newest =
                campus.admin().get(Paths.CHECK_INS + "?limit=1").as(new TypeReference<>() {});
        Page<CheckInEvent> before = campus.admin()
                .get(Paths.CHECK_INS + "?limit=1&after=" + newest.next())
                .as(new TypeReference<>() {});

        assertEquals(second.id(), newest.items().getFirst().id());
        assertEquals("UnknownCode", newest.items().getFirst().outcome());
        assertEquals(first.id(), before.items().getFirst().id());
        assertEquals("홍길동", before.items().getFirst().studentName());
    }

    @Test
    void upstreamSaysItIsNone() {
        assertEquals(
                "none",
                campus.admin().get(Paths.UPSTREAM).as(UpstreamSummary.class).kind());
    }

    @Test
    void changeWithoutAKeyIsRefused() {
        assertEquals(
                "400 idempotency-key-needed",
                campus.admin()
                        .send("POST", Paths.STUDENTS, new NewStudent("20239999", "X"), Map.of())
                        .refusal());
        assertEquals(
                "400 idempotency-key-needed",
                campus.admin()
                        .send("POST", Paths.STUDENTS, new NewStudent("20239999", "X"), Map.of("Idempotency-Key", "1"))
                        .refusal());
    }
}
