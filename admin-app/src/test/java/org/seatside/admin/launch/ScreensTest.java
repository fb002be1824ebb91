package org.seatside.admin.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seatside.fx.testing.HeadlessToolkit.onScreen;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.admin.start.Place;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.admin.testing.TagPhoto;
import org.seatside.admin.ui.Screen;
import org.seatside.camera.FolderFrameSource;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;

/// Every screen in both languages, at the usual size and at 200 % text, as pictures to look at; nothing may be
/// cut,
/// nothing nameless.
@ExtendWith(HeadlessToolkit.class)
class ScreensTest {
    private static final String SIZES = """
            ko, LIGHT, 1, 1280, 800
            en, LIGHT, 1, 1280, 800
            ko, LIGHT, 2, 1000, 1000
            en, LIGHT, 2, 1000, 1000
            """;
    private static final String LOOKS = SIZES + """
            en, DARK, 1, 1000, 1000
            ko, YELLOW_ON_BLACK, 1.5, 1000, 1000
            """;

    @TempDir
    static Path frames;

    @BeforeAll
    static void aTagIsInFrontOfTheCamera() throws IOException {
        TagPhoto.write(frames.resolve("tag.png"), Morning.TAG);
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void theWayIn(String language, Theme theme, double scale, int width, int height) throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            node.needsSetup = true;
            Admin admin = admin(node, true, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            onScreen(() -> {
                admin.open();
                return true;
            });
            hand.seeKey("setup.title");
            shot(hand, "setup", language, theme, scale);
            hand.type("setup.password", "too short");
            hand.press("setup.submit");
            hand.seeKey("setup.name.missing");
            shot(hand, "setup-errors", language, theme, scale);
            hand.type("setup.name", "김지원");
            hand.type("setup.password", PlayedNode.PASSWORD);
            hand.type("setup.repeated", PlayedNode.PASSWORD);
            hand.press("setup.submit");
            hand.seeKey("today.empty.head");
            shot(hand, "today-empty", language, theme, scale);
            close(admin);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void signingIn(String language, Theme theme, double scale, int width, int height) throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Admin admin = admin(node, false, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            node.silence(true);
            onScreen(() -> {
                admin.open();
                return true;
            });
            hand.seeKey("start.unreachable");
            shot(hand, "unreachable", language, theme, scale);
            node.silence(false);
            hand.seeKey("signIn.title");
            hand.type("signIn.name", "김지원");
            hand.type("signIn.password", "wrong");
            hand.press("signIn.submit");
            hand.seeKey("signIn.wrong");
            shot(hand, "sign-in", language, theme, scale);
            close(admin);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = LOOKS)
    void today(String language, Theme theme, double scale, int width, int height) throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.quiet(node);
            Admin admin = opened(node, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            hand.seeKey("today.well");
            hand.seeKey("today.live.connected");
            shot(hand, "today-well", language, theme, scale);
            close(admin);
        }
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.troubled(node);
            Admin admin = opened(node, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            hand.see("도서관 1층");
            hand.seeKey("today.live.connected");
            shot(hand, "today-troubled", language, theme, scale);
            node.silence(true);
            hand.seeKey("connection.lost");
            shot(hand, "today-lost", language, theme, scale);
            close(admin);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void students(String language, Theme theme, double scale, int width, int height) throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.quiet(node);
            Admin admin = opened(node, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            go(admin, Screen.STUDENTS);
            hand.see("홍길동");
            shot(hand, "students", language, theme, scale);
            hand.press("palette.open");
            hand.typePrompt("palette.prompt", "학생");
            hand.seeKey("students.add.title");
            shot(hand, "palette", language, theme, scale);
            hand.typePrompt("palette.prompt", "하늘");
            hand.see("김하늘");
            shot(hand, "palette-found", language, theme, scale);
            hand.key(KeyCode.ESCAPE);
            hand.press("students.add");
            hand.type("student.number.field", "21700100");
            hand.type("student.name.field", "홍길동");
            hand.press("students.add.submit");
            hand.seeKey("student.number.taken");
            shot(hand, "students-add", language, theme, scale);
            hand.type("student.number.field", "22000007");
            hand.press("students.add.submit");
            hand.seeKey("pass.issued");
            shot(hand, "student-pass", language, theme, scale);
            hand.press("pass.revoke");
            hand.seeKey("pass.revoke.gone");
            shot(hand, "student-revoke", language, theme, scale);
            assertTrue(hand.inSight("pass.revoke.no"), "the question is scrolled away");
            close(admin);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void rooms(String language, Theme theme, double scale, int width, int height) throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Admin empty = opened(node, language, theme, scale, width, height);
            go(empty, Screen.ROOMS);
            new Hand(empty).seeKey("rooms.empty.head");
            shot(new Hand(empty), "rooms-empty", language, theme, scale);
            close(empty);
            Morning.quiet(node);
            Admin admin = opened(node, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            go(admin, Screen.ROOMS);
            hand.see("B102");
            hand.press("rooms.add");
            hand.press("rooms.add.submit");
            hand.seeKey("room.name.missing");
            shot(hand, "rooms-add", language, theme, scale);
            hand.press("tag.camera");
            hand.see("공학관 302호");
            shot(hand, "rooms-scanned", language, theme, scale);
            hand.press("rooms.add.submit");
            hand.seeKey("room.code.optional");
            shot(hand, "room-added", language, theme, scale);
            close(admin);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void kiosks(String language, Theme theme, double scale, int width, int height) throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.troubled(node);
            Admin admin = opened(node, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            go(admin, Screen.KIOSKS);
            hand.see("체육관");
            shot(hand, "kiosks", language, theme, scale);
            hand.press("kiosks.add");
            hand.type("kiosk.name.field", "도서관 2층");
            hand.press("kiosks.add.submit");
            hand.see("7QK4 M2XD");
            shot(hand, "kiosk-code", language, theme, scale);
            hand.press("kiosk.code.done");
            hand.choose(0);
            hand.press("kiosk.revoke");
            hand.seeKey("kiosk.revoke.gone");
            shot(hand, "kiosk-revoke", language, theme, scale);
            close(admin);
        }
    }

    private static Admin admin(
            PlayedNode node, boolean embedded, String language, Theme theme, double scale, int width, int height)
            throws Exception {
        Place place =
                new Place(node.uri(), embedded, () -> embedded ? Optional.of(PlayedNode.TOKEN) : Optional.empty());
        AdminSettings settings = new AdminSettings(
                Locale.of(language),
                theme,
                scale,
                width,
                height,
                () -> new FolderFrameSource(frames, 5, FolderFrameSource.Repeat.LOOP),
                (URI _) -> {});
        return onScreen(() -> new Admin(new Stage(), List.of(node.uri()), place, settings));
    }

    private static Admin opened(PlayedNode node, String language, Theme theme, double scale, int width, int height)
            throws Exception {
        Admin admin = admin(node, true, language, theme, scale, width, height);
        onScreen(() -> {
            admin.open();
            return true;
        });
        Hand hand = new Hand(admin);
        hand.type("signIn.name", "김지원");
        hand.type("signIn.password", PlayedNode.PASSWORD);
        hand.press("signIn.submit");
        hand.seeKey("today.checkIns");
        return admin;
    }

    private static void go(Admin admin, Screen screen) throws Exception {
        onScreen(() -> {
            admin.go(screen);
            return true;
        });
    }

    private static void close(Admin admin) throws Exception {
        onScreen(() -> {
            admin.close();
            return true;
        });
    }

    private static void shot(Hand hand, String name, String language, Theme theme, double scale) throws Exception {
        String look = theme == Theme.LIGHT ? "" : "-" + theme.styleClass();
        hand.picture("admin/%s-%s-%d%s".formatted(name, language, Math.round(scale * 100), look));
        assertEquals(List.of(), hand.unnamed(), "controls without a name on " + name);
        assertEquals(List.of(), hand.cutTexts(), "texts cut on " + name);
        assertEquals(List.of(), hand.outside(), "outside of the window on " + name);
        assertEquals(List.of(), hand.smallIcons(), "icons too small on " + name);
    }
}
