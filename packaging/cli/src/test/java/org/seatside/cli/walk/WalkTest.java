package org.seatside.cli.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seatside.fx.testing.HeadlessToolkit.onScreen;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.crypto.spec.SecretKeySpec;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.admin.launch.Admin;
import org.seatside.admin.launch.AdminSettings;
import org.seatside.admin.launch.EmbeddedNode;
import org.seatside.admin.launch.Hand;
import org.seatside.admin.testing.FolderFiles;
import org.seatside.admin.testing.TagPhoto;
import org.seatside.admin.ui.Screen;
import org.seatside.camera.FolderFrameSource;
import org.seatside.camera.PictureFrameSource;
import org.seatside.cli.SeatsideCli;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.fx.testing.Pictures;
import org.seatside.kiosk.launch.Kiosk;
import org.seatside.kiosk.launch.KioskConfig;
import org.seatside.kiosk.launch.KioskConfig.Headphones;
import org.seatside.kiosk.ui.CheckInReport;
import org.seatside.kiosk.ui.KioskState;
import org.seatside.kiosk.ui.Operation;
import org.seatside.sample.SampleTags;
import org.seatside.sample.frames.SampleFrames;
import org.seatside.server.Node;
import org.seatside.server.NodeConfig;

/// One morning, with the real apps on the headless platform and a real node: first start, a student, a printed
/// pass, a kiosk, the pass held to its camera, the record as it appears, a correction, the class's sheet as a
/// file, the audit trail. A picture of every step in `target/pictures/walk`.
@ExtendWith(HeadlessToolkit.class)
class WalkTest {
    private static final String PASSWORD = "a sentence to remember";
    private static final String FIRST = "only for the first time";
    private static final int WAIT_SECONDS = 60;
    private static final ZoneId CAMPUS = ZoneId.of("Asia/Seoul");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void fromTheFirstStartToTheAuditTrail(String language) throws Exception {
        try (Node node = Node.start(aCampusWithOldTags())) {
            Admin admin = onScreen(() -> new Admin(
                    new Stage(),
                    List.of(node.baseUri()),
                    EmbeddedNode.place(node),
                    settings(language),
                    new FolderFiles(folder, folder.resolve("tag.png"))));
            Hand hand = new Hand(admin, "walk/", "-" + language);
            onScreen(() -> {
                admin.open();
                return true;
            });
            firstStart(hand);
            room(hand);
            registerAndPrint(hand);
            aClassMeetsNow(hand);
            String code = pairingCode(hand);
            hand.go(Screen.TODAY);
            checkIn(node, code, hand, language);
            correct(hand);
            export(hand);
            anAuditorIsNamed(hand);
            verifyTheTrail(hand);
            hand.close();
        }
    }

    /// Its rooms have tags of an older system; a photo of one is at hand. The key was drawn a moment ago.
    private NodeConfig aCampusWithOldTags() throws Exception {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        char[] password = HexFormat.of().formatHex(key).toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(
                "room-tags",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
                new KeyStore.PasswordProtection(password));
        try (OutputStream out = Files.newOutputStream(folder.resolve("tags.p12"))) {
            store.store(out, password);
        }
        Files.writeString(folder.resolve("password"), new String(password), StandardCharsets.UTF_8);
        TagPhoto.write(folder.resolve("tag.png"), new SampleTags(key).tag("19C4"));
        return NodeConfig.in(folder.resolve("node"))
                .withHttp(new NodeConfig.Http("127.0.0.1", 0))
                .withLegacy(new NodeConfig.Legacy(folder.resolve("tags.p12"), folder.resolve("password")));
    }

    private static void firstStart(Hand hand) throws Exception {
        hand.seeKey("setup.title");
        hand.picture("01-first-start");
        hand.type("setup.name", "김지원");
        hand.type("setup.password", PASSWORD);
        hand.type("setup.repeated", PASSWORD);
        hand.press("setup.submit");
        hand.seeKey("nav.today");
    }

    private static void room(Hand hand) throws Exception {
        hand.go(Screen.ROOMS);
        hand.press("rooms.add");
        hand.press("tag.photo");
        hand.seeKey("tag.read", "19C4");
        hand.picture("02-room-by-photo");
        hand.press("rooms.add.submit");
        hand.seeKey("room.added", "19C4");
    }

    private static void registerAndPrint(Hand hand) throws Exception {
        hand.go(Screen.STUDENTS);
        hand.press("students.add");
        hand.type("student.number.field", "22000007");
        hand.type("student.name.field", "홍길동");
        hand.picture("03-register");
        hand.press("students.add.submit");
        hand.press("pass.print.card");
        hand.seeKey("pass.printed", hand.say("pass.file.card", "홍길동") + ".pdf");
        hand.picture("04-pass-printed");
    }

    /// The printed card as a webcam at the length of a forearm sees it: on a desk, a little tilted, not quite
    /// sharp.
    private BufferedImage thePassOnTheDesk(Hand hand) throws IOException {
        BufferedImage card;
        Path pdf = folder.resolve(hand.say("pass.file.card", "홍길동") + ".pdf");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            card = new PDFRenderer(document).renderImageWithDPI(0, 220, ImageType.RGB);
        }
        BufferedImage frame = theDesk();
        Graphics2D pen = frame.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(4), 640, 360);
        pen.drawImage(card, 640 - card.getWidth() / 2, 360 - card.getHeight() / 2, null);
        pen.dispose();
        return frame;
    }

    private static BufferedImage theDesk() {
        return new SampleFrames(new SplittableRandom(0)).empty();
    }

    /// Classes usually come with an import; this one is entered by hand, with its only student.
    private static void aClassMeetsNow(Hand hand) throws Exception {
        hand.go(Screen.TIMETABLE);
        hand.toggle("sections.title");
        hand.press("sections.add");
        hand.type("section.code", "CSE201-01");
        hand.type("section.title", "자료구조");
        hand.press("entry.save");
        hand.seeKey("catalogue.saved", "자료구조");
        hand.choose(0);
        hand.type("roster.add", "ㅎㄱㄷ");
        hand.press("roster.enrol");
        hand.seeKey("roster.enrolled", "홍길동");
        hand.picture("05-section-and-roster");
        hand.toggle("meetings.title");
        hand.press("meetings.add");
        ZonedDateTime start = ZonedDateTime.now(CAMPUS).plusMinutes(4);
        hand.pick("meeting.section", 0);
        hand.pick("meeting.room", 0);
        hand.type("meeting.day", start.toLocalDate().toString());
        hand.type("meeting.start", DateTimeFormatter.ofPattern("HH:mm").format(start));
        hand.picture("06-meeting");
        hand.press("entry.save");
        hand.seeKey("meeting.added");
    }

    private static String pairingCode(Hand hand) throws Exception {
        hand.go(Screen.KIOSKS);
        hand.press("kiosks.add");
        hand.type("kiosk.name.field", "19C4 앞");
        hand.pick("kiosk.room.field", 1);
        hand.press("kiosks.add.submit");
        hand.seeKey("kiosk.code.how");
        hand.picture("07-pairing-code");
        return hand.textOf(".pairing-code").replace(" ", "");
    }

    private void checkIn(Node node, String code, Hand hand, String language) throws Exception {
        BlockingQueue<CheckInReport> reports = new LinkedBlockingQueue<>();
        PictureFrameSource camera = new PictureFrameSource(5, theDesk());
        CountDownLatch paired = new CountDownLatch(1);
        try (Kiosk kiosk = new Kiosk(kioskConfig(node, code, language), camera, reports::add)) {
            Stage stage = onScreen(() -> {
                // Without a campus it is out of order; once it is no longer, it has one.
                kiosk.model().state().addListener((_, before, now) -> {
                    if (before instanceof KioskState.OutOfOrder && now instanceof KioskState.Idle) {
                        paired.countDown();
                    }
                });
                Stage shown = new Stage();
                kiosk.show(shown);
                return shown;
            });
            assertTrue(paired.await(WAIT_SECONDS, TimeUnit.SECONDS), "the kiosk was not paired");
            onScreen(() -> Pictures.save(stage.getScene(), "walk/08-kiosk-paired-" + language));
            camera.show(thePassOnTheDesk(hand));
            CheckInReport report = reports.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(report, "the kiosk saw no pass");
            onScreen(() -> Pictures.save(stage.getScene(), "walk/09-kiosk-read-" + language));
            // A node slower than a second and a half leaves the answer to the kiosk, and gets the check-in all the
            // same.
            assertTrue(
                    Set.of("Present", "RecordedOffline")
                            .contains(report.outcome().kind()),
                    report.outcome()::toString);
            hand.see("홍길동");
            hand.seeKey("outcome.present");
            hand.picture("10-live");
            onScreen(() -> {
                stage.hide();
                return true;
            });
        }
    }

    private static void correct(Hand hand) throws Exception {
        hand.go(Screen.ATTENDANCE);
        hand.pickPrompt("sheet.choose", 0);
        hand.see("홍길동");
        hand.selectCell(0, 2);
        hand.key(KeyCode.DIGIT3);
        hand.press("sheet.save");
        hand.type("reason.field", "지각 사유 확인");
        hand.picture("11-correction");
        hand.press("sheet.save.go");
        hand.seeKey("sheet.saved", 1);
        hand.picture("12-corrected");
    }

    private void export(Hand hand) throws Exception {
        hand.press("export.open");
        hand.pick("export.format", 2);
        hand.type("reason.field", "학과 제출");
        hand.press("export.go");
        hand.seeKey("export.done", "CSE201-01 자료구조.csv");
        hand.picture("13-exported");
        String sheet = Files.readString(folder.resolve("CSE201-01 자료구조.csv"), StandardCharsets.UTF_8);
        assertTrue(sheet.contains("22000007") && sheet.contains("홍길동"), sheet);
    }

    private static void anAuditorIsNamed(Hand hand) throws Exception {
        hand.go(Screen.ADMINISTRATION);
        hand.toggle("accounts.title");
        hand.press("accounts.add");
        hand.type("account.name", "감사");
        hand.type("account.password", FIRST);
        hand.press("role.auditor");
        hand.picture("14-auditor-named");
        hand.press("accounts.add.submit");
        hand.seeKey("account.added", "감사");
        hand.toggle("account.signOut");
        hand.type("signIn.name", "감사");
        hand.type("signIn.password", FIRST);
        hand.press("signIn.submit");
        hand.type("signIn.newPassword", PASSWORD);
        hand.press("signIn.newPassword.submit");
        hand.seeKey("nav.today");
    }

    /// By an auditor, who is nobody that writes what is in the trail; and once more by a program that knows no
    /// node.
    private void verifyTheTrail(Hand hand) throws Exception {
        hand.go(Screen.ADMINISTRATION);
        hand.toggle("audit.title");
        hand.press("audit.verify");
        hand.see(hand.say("audit.whole", "", "", "").substring(0, 8));
        hand.picture("15-trail-verified");
        hand.press("audit.export");
        hand.press("print.openFolder");
        Path trail = folder.resolve(hand.say("audit.file") + ".jsonl");
        String lines = Files.readString(trail, StandardCharsets.UTF_8);
        assertTrue(lines.contains("지각 사유 확인"), "the correction and its reason are in the trail");
        assertTrue(lines.contains("학과 제출"), "the export and its reason are in the trail");
        StringWriter out = new StringWriter();
        int status =
                SeatsideCli.run(new PrintWriter(out, true), new PrintWriter(out, true), "verify", trail.toString());
        assertEquals(0, status, out::toString);
    }

    private KioskConfig kioskConfig(Node node, String code, String language) {
        return new KioskConfig(
                List.of(node.baseUri()),
                folder.resolve("kiosk"),
                code,
                language.equals("ko") ? KioskConfig.Language.KO : KioskConfig.Language.EN,
                Theme.LIGHT,
                100,
                false,
                true,
                "",
                "",
                "",
                new KioskConfig.Screen(21.5, 1280, 720),
                new KioskConfig.Camera(KioskConfig.Source.WEBCAM, "", 1280, 720, Path.of(""), 2.0, "", true, false),
                new KioskConfig.Access(false, 100, false, false, Operation.DIRECT, 2_000, false, Headphones.DETECT));
    }

    private AdminSettings settings(String language) {
        return new AdminSettings(
                Locale.of(language),
                Theme.LIGHT,
                1,
                AdminSettings.WIDTH,
                AdminSettings.HEIGHT,
                () -> new FolderFrameSource(folder, 5, FolderFrameSource.Repeat.LOOP),
                (URI _) -> {});
    }
}
