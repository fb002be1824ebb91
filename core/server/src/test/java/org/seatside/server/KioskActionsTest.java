package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.DeviceKey;
import org.seatside.client.KioskLink;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.client.outbox.Outbox;
import org.seatside.json.Json;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NewKioskAction;
import org.seatside.model.api.Page;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskActionId;
import org.seatside.model.id.KioskId;

/// Staff ask a kiosk over a real node, and the kiosk hears and answers with its real link.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KioskActionsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16};

    private final BlockingQueue<KioskAction> heard = new LinkedBlockingQueue<>();
    private CampusFixture campus;
    private Outbox outbox;
    private KioskLink link;
    private AutoCloseable line;
    private NodeClient staff;
    private KioskId kiosk;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        campus = CampusFixture.start(folder.resolve("node"));
        outbox = Outbox.open(folder.resolve("outbox"), new Json(), InstantSource.system(), new SecureRandom());
        link = new KioskLink(
                List.of(campus.node().baseUri()),
                folder.resolve("kiosk"),
                DeviceKey.at(folder.resolve("device.key")),
                outbox,
                "1",
                new Json(),
                InstantSource.system());
        line = link.desk().follow(assist -> heard.addAll(assist.actions()));
        KioskInvitation invitation =
                campus.admin().post(Paths.KIOSKS, new NewKiosk("Seat", null)).as(KioskInvitation.class);
        kiosk = link.pair(invitation.code()).kiosk();
        staff = new NodeClient(List.of(campus.node().baseUri()), new Json());
        staff.resume(campus.session().token());
    }

    @AfterAll
    void stop() throws Exception {
        staff.close();
        line.close();
        link.close();
        outbox.close();
        campus.close();
    }

    private static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }

    /// The next action of this kind that the kiosk is told of.
    private KioskAction told(KioskAction asked) throws InterruptedException {
        KioskAction next = heard.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        while (next != null && !next.id().equals(asked.id())) {
            next = heard.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        }
        assertEquals(asked, next);
        return asked;
    }

    @Test
    void aPictureGoesFromTheKioskToWhoAskedOnceAndIsOnRecord() throws Exception {
        KioskAction asked = staff.kioskActions().ask(kiosk, KioskAction.Kind.PICTURE, command());
        KioskActionId id = told(asked).id();

        link.desk().tell(id, KioskAction.State.TAKEN, null);
        link.desk().answer(id, JPEG);
        KioskAction done = staff.kioskActions().await(asked);

        assertEquals(KioskAction.State.DONE, done.state());
        assertEquals(JPEG.length, done.answerBytes());
        assertArrayEquals(JPEG, staff.kioskActions().fetch(done));
        assertEquals(
                NodeException.Kind.NOT_FOUND,
                assertThrows(NodeException.class, () -> staff.kioskActions().fetch(done))
                        .kind());
        assertEquals(
                Set.of(asked.askedBy() + " ask-kiosk-picture " + kiosk),
                Set.copyOf(trail().stream()
                        .filter(entry -> entry.action().equals("ask-kiosk-picture"))
                        .map(entry -> entry.actor() + " " + entry.action() + " " + entry.subject())
                        .toList()));
    }

    private List<AuditEntry> trail() {
        Api auditor = account("auditor", Role.AUDITOR);
        return auditor.get(Paths.AUDIT)
                .as(new TypeReference<Page<AuditEntry>>() {})
                .items();
    }

    private Api account(String name, Role role) {
        campus.admin()
                .post(Paths.ACCOUNTS, new NewAccount(name, "a first password indeed", Set.of(role), null, null))
                .expect(200);
        Api signedIn = campus.open()
                .as(campus.open()
                        .post(Paths.SESSIONS, new SignIn(name, "a first password indeed"))
                        .as(SignedIn.class)
                        .token());
        signedIn.put(
                        Paths.OWN_ACCOUNT + "/password",
                        new PasswordChange("a first password indeed", "another password of its own"))
                .expect(204);
        return signedIn;
    }

    @Test
    void anAnswerIsForNobodyButWhoAsked() throws Exception {
        KioskAction asked = staff.kioskActions().ask(kiosk, KioskAction.Kind.SELF_CHECK, command());
        link.desk().answer(told(asked).id(), "<!doctype html><p>카메라 정상".getBytes(StandardCharsets.UTF_8));

        assertEquals(
                "403 not-yours",
                account("colleague", Role.STAFF).post(at(asked) + "/answer", "").refusal());
        assertEquals(
                "<!doctype html><p>카메라 정상",
                new String(staff.kioskActions().fetch(staff.kioskActions().await(asked)), StandardCharsets.UTF_8));
    }

    private String at(KioskAction action) {
        return Paths.KIOSKS + "/" + kiosk + "/actions/" + action.id();
    }

    @Test
    void aKioskMayRefuseAndSaysWhy() throws Exception {
        KioskAction asked = staff.kioskActions().ask(kiosk, KioskAction.Kind.RESTART, command());
        link.desk().tell(told(asked).id(), KioskAction.State.REFUSED, "A student stands here");

        KioskAction over = staff.kioskActions().await(asked);

        assertEquals(asked.moved(KioskAction.State.REFUSED, over.expiresAt(), "A student stands here", 0), over);
        assertEquals(
                NodeException.Kind.CONFLICT,
                assertThrows(NodeException.class, () -> link.desk().tell(asked.id(), KioskAction.State.DONE, null))
                        .kind());
    }

    @Test
    void theSameIsAskedOnceAtATimeAndASecondTimeUnderTheSameKeyIsOne() throws Exception {
        CommandId key = command();
        KioskAction asked = staff.kioskActions().ask(kiosk, KioskAction.Kind.TEST_SCAN, key);

        assertEquals(asked, staff.kioskActions().ask(kiosk, KioskAction.Kind.TEST_SCAN, key));
        assertEquals(
                "409 kiosk-busy",
                campus.admin()
                        .post(Paths.KIOSKS + "/" + kiosk + "/actions", new NewKioskAction(KioskAction.Kind.TEST_SCAN))
                        .refusal());
        link.desk().answer(told(asked).id(), "{\"texts\":[]}".getBytes(StandardCharsets.UTF_8));
        assertEquals(KioskAction.State.DONE, staff.kioskActions().await(asked).state());
    }

    @Test
    void whatIsNoAnswerOfItsKindOrTooLongIsRefused() throws Exception {
        Kiosks other = Kiosks.pair(campus.admin(), "Other", null);
        Api asOther = other.signIn(campus.open());
        KioskAction asked = campus.admin()
                .post(Paths.KIOSKS + "/" + other.id() + "/actions", new NewKioskAction(KioskAction.Kind.PICTURE))
                .as(KioskAction.class);
        String answer = Paths.KIOSK_ASSIST + "/actions/" + asked.id() + "/answer";
        byte[] tooLong = Arrays.copyOf(JPEG, KioskAction.LARGEST_ANSWER + 1);

        assertEquals(
                "400 answer-wrong", asOther.put(answer, "<p>no picture</p>").refusal());
        assertEquals(
                NodeException.Kind.NOT_FOUND,
                assertThrows(NodeException.class, () -> link.desk().answer(asked.id(), JPEG))
                        .kind(),
                "another kiosk's");
        assertEquals(
                "400 answer-wrong",
                asOther.send("PUT", answer, new String(tooLong, StandardCharsets.ISO_8859_1), Map.of())
                        .refusal());
        assertEquals(
                "400 move-wrong",
                asOther.put(Paths.KIOSK_ASSIST + "/actions/" + asked.id() + "/state", "{\"state\":\"EXPIRED\"}")
                        .refusal());
    }

    @Test
    void nobodyAsksAKioskThatIsNotThere() {
        assertEquals(
                "404 not-found",
                campus.admin()
                        .post(
                                Paths.KIOSKS + "/" + UUID.randomUUID() + "/actions",
                                new NewKioskAction(KioskAction.Kind.RESTART))
                        .refusal());
    }
}
