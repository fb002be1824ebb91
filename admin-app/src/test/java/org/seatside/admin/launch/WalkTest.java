package org.seatside.admin.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.seatside.fx.testing.HeadlessToolkit.onScreen;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.seatside.admin.testing.TagPhoto;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Screen;
import org.seatside.camera.FolderFrameSource;
import org.seatside.client.DeviceKey;
import org.seatside.client.KioskLink;
import org.seatside.client.SendResult;
import org.seatside.client.outbox.Draft;
import org.seatside.client.outbox.Outbox;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.json.Json;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.id.Ids;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.sample.SampleTags;
import org.seatside.server.Node;
import org.seatside.server.NodeConfig;

/// A first morning on a real node: the first administrator, a room by its tag, a kiosk, a student, a printed
/// pass, and
/// the check-in that this pass makes, live on the screen.
@ExtendWith(HeadlessToolkit.class)
class WalkTest {
    private static final String PASSWORD = "a sentence to remember";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void thePrintedPassIsSeenCheckingIn(String language) throws Exception {
        try (Node node = Node.start(config())) {
            Admin admin = onScreen(() -> new Admin(
                    new Stage(), List.of(node.baseUri()), EmbeddedNode.place(node), settings(language), dialogs()));
            Hand hand = new Hand(admin);
            onScreen(() -> {
                admin.open();
                return true;
            });
            makeTheAdministrator(hand, language);
            addTheRoom(hand, language);
            String code = inviteTheKiosk(hand, language);
            String pass = registerAndPrint(hand, language);
            hand.go(Screen.TODAY);
            try (Outbox outbox =
                            Outbox.open(folder.resolve("outbox"), new Json(), Clock.systemUTC(), new SecureRandom());
                    KioskLink kiosk = kiosk(node, outbox)) {
                PairedKiosk paired = kiosk.pair(code);
                var checkIn = outbox.append(new Draft(
                        new Ids(Clock.systemUTC(), new SecureRandom()).checkIn(),
                        paired.kiosk(),
                        Identification.PASS,
                        pass,
                        null,
                        kiosk.refreshProvision().room(),
                        kiosk.now()));

                SendResult.Answered answer =
                        assertInstanceOf(SendResult.Answered.class, kiosk.send(checkIn, Duration.ofSeconds(10)));

                assertInstanceOf(Outcome.Present.class, answer.receipt().outcome());
                hand.see("홍길동");
                hand.see("19C4");
                hand.seeKey("outcome.present");
                hand.picture("walk/5-checked-in-" + language);
            }
            onScreen(() -> {
                admin.close();
                return true;
            });
        }
    }

    private void makeTheAdministrator(Hand hand, String language) throws Exception {
        hand.type("setup.name", "김지원");
        hand.type("setup.password", PASSWORD);
        hand.type("setup.repeated", PASSWORD);
        hand.press("setup.submit");
        hand.seeKey("today.empty.head");
        hand.picture("walk/1-first-start-" + language);
    }

    private void addTheRoom(Hand hand, String language) throws Exception {
        hand.go(Screen.ROOMS);
        hand.press("rooms.add");
        hand.press("tag.photo");
        hand.seeKey("tag.read", "19C4");
        hand.press("rooms.add.submit");
        hand.seeKey("room.added", "19C4");
        hand.picture("walk/2-room-" + language);
        hand.press("room.print");
        hand.seeKey("room.printed", "out.pdf");
    }

    private String inviteTheKiosk(Hand hand, String language) throws Exception {
        hand.go(Screen.KIOSKS);
        hand.press("kiosks.add");
        hand.type("kiosk.name.field", "19C4 앞");
        hand.pick("kiosk.room.field", 1);
        hand.press("kiosks.add.submit");
        hand.seeKey("kiosk.code.how");
        hand.picture("walk/3-kiosk-" + language);
        return hand.textOf(".pairing-code").replace(" ", "");
    }

    private String registerAndPrint(Hand hand, String language) throws Exception {
        hand.go(Screen.STUDENTS);
        hand.press("students.add");
        hand.type("student.number.field", "22000007");
        hand.type("student.name.field", "홍길동");
        hand.press("students.add.submit");
        hand.press("pass.print.card");
        hand.seeKey("pass.printed", "out.pdf");
        hand.picture("walk/4-pass-" + language);
        return read(folder.resolve("out.pdf"));
    }

    private static String read(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.GRAY);
            byte[] pixels = new byte[page.getWidth() * page.getHeight()];
            int[] samples = page.getRaster().getSamples(0, 0, page.getWidth(), page.getHeight(), 0, (int[]) null);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) samples[i];
            }
            return new QrReader()
                    .read(Luminance.of(pixels, page.getWidth(), page.getHeight()), Effort.untimed(2))
                    .getFirst()
                    .text();
        }
    }

    private KioskLink kiosk(Node node, Outbox outbox) throws Exception {
        return new KioskLink(
                List.of(node.baseUri()),
                Files.createDirectories(folder.resolve("kiosk")),
                DeviceKey.at(folder.resolve("kiosk").resolve("device.key")),
                outbox,
                "0.1.0",
                new Json(),
                Clock.systemUTC());
    }

    /// A campus with old tags, whose key was drawn a moment ago.
    private NodeConfig config() throws Exception {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        char[] password = HexFormat.of().formatHex(key).toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(
                "room-tags",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
                new KeyStore.PasswordProtection(password));
        try (var out = Files.newOutputStream(folder.resolve("tags.p12"))) {
            store.store(out, password);
        }
        Files.writeString(folder.resolve("password"), new String(password), StandardCharsets.UTF_8);
        TagPhoto.write(folder.resolve("tag.png"), new SampleTags(key).tag("19C4"));
        return NodeConfig.in(folder.resolve("node"))
                .withLegacy(new NodeConfig.Legacy(folder.resolve("tags.p12"), folder.resolve("password")));
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

    private FileDialogs dialogs() {
        return new FileDialogs() {
            @Override
            public Optional<Path> savePdf(String suggestedName) {
                return Optional.of(folder.resolve("out.pdf"));
            }

            @Override
            public Optional<Path> openPhoto() {
                return Optional.of(folder.resolve("tag.png"));
            }

            @Override
            public Optional<Path> saveFile(String suggestedName) {
                return Optional.of(folder.resolve(suggestedName));
            }

            @Override
            public Optional<Path> openFile(String kind, List<String> endings) {
                return Optional.empty();
            }

            @Override
            public void showFolder(Path shown) {
                assertEquals(folder, shown);
            }
        };
    }
}
