package org.seatside.cli.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seatside.fx.testing.HeadlessToolkit.onScreen;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
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
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Screen;
import org.seatside.camera.FolderFrameSource;
import org.seatside.camera.PictureFrameSource;
import org.seatside.cli.SeatsideCli;
import org.seatside.client.NodeClient;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.fx.testing.Pictures;
import org.seatside.json.Json;
import org.seatside.kiosk.launch.Kiosk;
import org.seatside.kiosk.launch.KioskConfig;
import org.seatside.kiosk.launch.KioskConfig.Headphones;
import org.seatside.kiosk.ui.CheckInReport;
import org.seatside.kiosk.ui.KioskState;
import org.seatside.kiosk.ui.Operation;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.server.Node;
import org.seatside.server.NodeConfig;

/// One morning, with the real apps on the headless platform and a real node: first start, a student, a printed pass, a
/// kiosk, the pass held to its camera, the record as it appears, a correction, the class's sheet as a file, the audit
/// trail. A picture of every step in `target/pictures/walk`.
@ExtendWith(HeadlessToolkit.class)
class WalkTest {
    private static final String PASSWORD = "a sentence to remember";
    private static final String FIRST = "only for the first time";
    private static final int WAIT_SECONDS = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void fromTheFirstStartToTheAuditTrail(String language) throws Exception {
        try (Node node =
                Node.start(NodeConfig.in(folder.resolve("node")).withHttp(new NodeConfig.Http("127.0.0.1", 0)))) {
            Admin admin = onScreen(() -> new Admin(
                    new Stage(),
                    List.of(node.baseUri()),
                    EmbeddedNode.place(node),
                    settings(language),
                    new InTheFolder()));
            Hand hand = new Hand(admin, "walk/", "-" + language);
            onScreen(() -> {
                admin.open();
                return true;
            });
            firstStart(hand);
            room(hand);
            registerAndPrint(hand);
            aClassMeetsNow(node);
            String code = pairingCode(hand);
            hand.go(Screen.TODAY);
            checkIn(node, code, hand, language);
            correct(hand);
            export(hand);
            onScreen(() -> {
                admin.close();
                return true;
            });
            verifyTheTrail(node);
        }
    }

    private static void firstStart(Hand hand) throws Exception {
        hand.seeKey("setup.title");
        hand.picture("1-first-start");
        hand.type("setup.name", "김지원");
        hand.type("setup.password", PASSWORD);
        hand.type("setup.repeated", PASSWORD);
        hand.press("setup.submit");
        hand.seeKey("nav.today");
    }

    private static void room(Hand hand) throws Exception {
        hand.go(Screen.ROOMS);
        hand.press("rooms.add");
        hand.type("room.name.field", "19C4");
        hand.press("rooms.add.submit");
        hand.seeKey("room.added", "19C4");
    }

    private static void registerAndPrint(Hand hand) throws Exception {
        hand.go(Screen.STUDENTS);
        hand.press("students.add");
        hand.type("student.number.field", "22000007");
        hand.type("student.name.field", "홍길동");
        hand.picture("2-register");
        hand.press("students.add.submit");
        hand.press("pass.print.card");
        hand.seeKey("pass.printed", "out.pdf");
        hand.picture("3-pass-printed");
    }

    /// The printed card as a webcam at the length of a forearm sees it: on a desk, a little tilted, not quite sharp.
    private BufferedImage thePassOnTheDesk() throws IOException {
        BufferedImage card;
        try (PDDocument document = Loader.loadPDF(folder.resolve("out.pdf").toFile())) {
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
        BufferedImage frame = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        pen.setColor(new Color(0x70, 0x66, 0x5a));
        pen.fillRect(0, 0, 1280, 720);
        pen.dispose();
        return frame;
    }

    /// Classes usually come with an import; this one is entered through the API.
    private static void aClassMeetsNow(Node node) throws Exception {
        try (NodeClient client = new NodeClient(List.of(node.baseUri()), new Json())) {
            client.signIn(new SignIn("김지원", PASSWORD));
            Room room = client.rooms(null).items().getFirst();
            Student student = client.students("22000007", 1, null).items().getFirst();
            Section section = client.addSection(new NewSection("CSE201-01", "자료구조"), client.newCommand());
            client.enrol(section.id(), new Enrolment(List.of(student.id())), client.newCommand());
            Instant start = Instant.now().plus(Duration.ofMinutes(4)).truncatedTo(ChronoUnit.MINUTES);
            client.addMeeting(
                    new NewMeeting(section.id(), room.id(), start, start.plus(Duration.ofMinutes(75)), 10, 10, 60),
                    client.newCommand());
        }
    }

    private static String pairingCode(Hand hand) throws Exception {
        hand.go(Screen.KIOSKS);
        hand.press("kiosks.add");
        hand.type("kiosk.name.field", "19C4 앞");
        hand.pick("kiosk.room.field", 1);
        hand.press("kiosks.add.submit");
        hand.seeKey("kiosk.code.how");
        hand.picture("4-pairing-code");
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
            onScreen(() -> Pictures.save(stage.getScene(), "walk/5-kiosk-paired-" + language));
            camera.show(thePassOnTheDesk());
            CheckInReport report = reports.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(report, "the kiosk saw no pass");
            onScreen(() -> Pictures.save(stage.getScene(), "walk/6-kiosk-read-" + language));
            // A node slower than a second and a half leaves the answer to the kiosk, and gets the check-in all the
            // same.
            assertTrue(
                    Set.of("Present", "RecordedOffline")
                            .contains(report.outcome().kind()),
                    report.outcome()::toString);
            hand.see("홍길동");
            hand.seeKey("outcome.present");
            hand.picture("7-live");
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
        hand.picture("8-correction");
        hand.press("sheet.save.go");
        hand.seeKey("sheet.saved", 1);
        hand.picture("9-corrected");
    }

    private void export(Hand hand) throws Exception {
        hand.menu("export.open", "export.sheet", "CSV");
        hand.type("reason.field", "학과 제출");
        hand.press("export.go");
        hand.seeKey("export.done", "CSE201-01 자료구조.csv");
        hand.picture("10-exported");
        String sheet = Files.readString(folder.resolve("CSE201-01 자료구조.csv"), StandardCharsets.UTF_8);
        assertTrue(sheet.contains("22000007") && sheet.contains("홍길동"), sheet);
    }

    /// By an auditor, who is nobody that writes what is in the trail.
    private void verifyTheTrail(Node node) throws Exception {
        SignedIn auditor;
        try (NodeClient administrator = new NodeClient(List.of(node.baseUri()), new Json());
                NodeClient own = new NodeClient(List.of(node.baseUri()), new Json())) {
            administrator.signIn(new SignIn("김지원", PASSWORD));
            administrator
                    .accounts()
                    .add(new NewAccount("감사", FIRST, Set.of(Role.AUDITOR), null, null), administrator.newCommand());
            own.signIn(new SignIn("감사", FIRST));
            own.accounts().changePassword(new PasswordChange(FIRST, PASSWORD), own.newCommand());
            auditor = own.signIn(new SignIn("감사", PASSWORD));
        }
        Path trail = folder.resolve("audit.jsonl");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Path> answer = http.send(
                    HttpRequest.newBuilder(node.baseUri().resolve(Paths.AUDIT + "/export"))
                            .header("Authorization", "Bearer " + auditor.token())
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofFile(trail));
            assertEquals(200, answer.statusCode());
        }
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

    /// Answers where a file goes without asking anybody.
    private final class InTheFolder implements FileDialogs {
        @Override
        public Optional<Path> saveFile(String suggestedName) {
            return Optional.of(folder.resolve(suggestedName.endsWith(".pdf") ? "out.pdf" : suggestedName));
        }

        @Override
        public Optional<Path> openFile(String kind, List<String> endings) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> savePdf(String suggestedName) {
            return saveFile(suggestedName);
        }

        @Override
        public Optional<Path> openPhoto() {
            return Optional.empty();
        }

        @Override
        public void showFolder(Path shown) {
            assertEquals(folder, shown);
        }
    }
}
