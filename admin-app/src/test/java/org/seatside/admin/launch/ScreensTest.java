package org.seatside.admin.launch;

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
            hand.shot("setup", language, theme, scale);
            hand.type("setup.password", "too short");
            hand.press("setup.submit");
            hand.seeKey("setup.name.missing");
            hand.shot("setup-errors", language, theme, scale);
            hand.type("setup.name", "김지원");
            hand.type("setup.password", PlayedNode.PASSWORD);
            hand.type("setup.repeated", PlayedNode.PASSWORD);
            hand.press("setup.submit");
            hand.seeKey("today.empty.head");
            hand.shot("today-empty", language, theme, scale);
            hand.close();
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
            hand.shot("unreachable", language, theme, scale);
            node.silence(false);
            hand.seeKey("signIn.title");
            hand.type("signIn.name", "김지원");
            hand.type("signIn.password", "wrong");
            hand.press("signIn.submit");
            hand.seeKey("signIn.wrong");
            hand.shot("sign-in", language, theme, scale);
            hand.close();
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
            hand.shot("today-well", language, theme, scale);
            hand.close();
        }
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.troubled(node);
            Admin admin = opened(node, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            hand.see("도서관 1층");
            hand.seeKey("today.live.connected");
            hand.shot("today-troubled", language, theme, scale);
            node.silence(true);
            hand.seeKey("connection.lost");
            hand.shot("today-lost", language, theme, scale);
            hand.close();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void students(String language, Theme theme, double scale, int width, int height) throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.quiet(node);
            Admin admin = opened(node, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            hand.go(Screen.STUDENTS);
            hand.see("홍길동");
            hand.shot("students", language, theme, scale);
            hand.press("palette.open");
            hand.typePrompt("palette.prompt", "학생");
            hand.seeKey("students.add.title");
            hand.shot("palette", language, theme, scale);
            hand.typePrompt("palette.prompt", "하늘");
            hand.see("김하늘");
            hand.shot("palette-found", language, theme, scale);
            hand.key(KeyCode.ESCAPE);
            hand.press("students.add");
            hand.type("student.number.field", "21700100");
            hand.type("student.name.field", "홍길동");
            hand.press("students.add.submit");
            hand.seeKey("student.number.taken");
            hand.shot("students-add", language, theme, scale);
            hand.type("student.number.field", "22000007");
            hand.press("students.add.submit");
            hand.seeKey("pass.issued");
            hand.shot("student-pass", language, theme, scale);
            hand.press("pass.revoke");
            hand.seeKey("pass.revoke.gone");
            hand.shot("student-revoke", language, theme, scale);
            assertTrue(hand.inSight("pass.revoke.no"), "the question is scrolled away");
            hand.close();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void rooms(String language, Theme theme, double scale, int width, int height) throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Hand empty = new Hand(opened(node, language, theme, scale, width, height));
            empty.go(Screen.ROOMS);
            empty.seeKey("rooms.empty.head");
            empty.shot("rooms-empty", language, theme, scale);
            empty.close();
            Morning.quiet(node);
            Admin admin = opened(node, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            hand.go(Screen.ROOMS);
            hand.see("B102");
            hand.press("rooms.add");
            hand.press("rooms.add.submit");
            hand.seeKey("room.name.missing");
            hand.shot("rooms-add", language, theme, scale);
            hand.press("tag.camera");
            hand.see("공학관 302호");
            hand.shot("rooms-scanned", language, theme, scale);
            hand.press("rooms.add.submit");
            hand.seeKey("room.code.optional");
            hand.shot("room-added", language, theme, scale);
            hand.close();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void kiosks(String language, Theme theme, double scale, int width, int height) throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.troubled(node);
            Admin admin = opened(node, language, theme, scale, width, height);
            Hand hand = new Hand(admin);
            hand.go(Screen.KIOSKS);
            hand.see("체육관");
            hand.shot("kiosks", language, theme, scale);
            hand.press("kiosks.add");
            hand.type("kiosk.name.field", "도서관 2층");
            hand.press("kiosks.add.submit");
            hand.see("7QK4 M2XD");
            hand.shot("kiosk-code", language, theme, scale);
            hand.press("kiosk.code.done");
            hand.choose(0);
            hand.press("kiosk.revoke");
            hand.seeKey("kiosk.revoke.gone");
            hand.shot("kiosk-revoke", language, theme, scale);
            hand.close();
        }
    }

    private static Admin admin(
            PlayedNode node, boolean embedded, String language, Theme theme, double scale, int width, int height)
            throws Exception {
        Place place = embedded ? Place.embedded(node.uri(), () -> Optional.of(PlayedNode.TOKEN)) : Place.at(node.uri());
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
}
