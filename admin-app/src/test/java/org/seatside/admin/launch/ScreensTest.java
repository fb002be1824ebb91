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
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.admin.start.Place;
import org.seatside.admin.testing.FolderFiles;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.admin.testing.TagPhoto;
import org.seatside.admin.ui.Screen;
import org.seatside.camera.FolderFrameSource;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;

/// Every screen in both languages, at the usual size and at 200 % text, as pictures to look at; nothing may be
/// cut, nothing nameless.
@ExtendWith(HeadlessToolkit.class)
class ScreensTest {
    private static final List<Hand.Look> EVERY_LOOK = Stream.concat(
                    Hand.Look.EACH.stream(),
                    Stream.of(new Hand.Look("en", Theme.DARK, 1), new Hand.Look("ko", Theme.YELLOW_ON_BLACK, 1.5)))
            .toList();

    @TempDir
    static Path frames;

    @TempDir
    static Path photos;

    @BeforeAll
    static void aTagIsInFrontOfTheCamera() throws IOException {
        TagPhoto.write(frames.resolve("tag.png"), Morning.TAG);
        TagPhoto.write(photos.resolve("menu.png"), "https://example.org/menu");
    }

    @Test
    void theWayIn() throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            node.needsSetup = true;
            Admin admin = admin(node, true);
            Hand hand = new Hand(admin);
            onScreen(() -> {
                admin.open();
                return true;
            });
            hand.seeKey("setup.title");
            hand.shots("setup");
            hand.type("setup.password", "too short");
            hand.press("setup.submit");
            hand.seeKey("setup.name.missing");
            hand.shots("setup-errors");
            hand.type("setup.name", "김지원");
            hand.type("setup.password", PlayedNode.PASSWORD);
            hand.type("setup.repeated", PlayedNode.PASSWORD);
            hand.press("setup.submit");
            hand.seeKey("today.empty.head");
            hand.shots("today-empty");
            hand.close();
        }
    }

    @Test
    void signingIn() throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Admin admin = admin(node, false);
            Hand hand = new Hand(admin);
            node.silence(true);
            onScreen(() -> {
                admin.open();
                return true;
            });
            hand.seeKey("start.unreachable");
            hand.shots("unreachable");
            node.silence(false);
            hand.seeKey("signIn.title");
            hand.type("signIn.name", "김지원");
            hand.type("signIn.password", "wrong");
            hand.press("signIn.submit");
            hand.seeKey("signIn.wrong");
            hand.shots("sign-in");
            hand.close();
        }
    }

    @Test
    void today() throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.quiet(node);
            Admin admin = opened(node);
            Hand hand = new Hand(admin);
            hand.seeKey("today.well");
            hand.seeKey("today.live.connected");
            hand.shots("today-well", EVERY_LOOK);
            hand.close();
        }
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.troubled(node);
            Admin admin = opened(node);
            Hand hand = new Hand(admin);
            hand.see("도서관 1층");
            hand.seeKey("today.live.connected");
            hand.shots("today-troubled", EVERY_LOOK);
            node.silence(true);
            hand.seeKey("connection.lost");
            hand.shots("today-lost", EVERY_LOOK);
            hand.close();
        }
    }

    @Test
    void students() throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.quiet(node);
            Admin admin = opened(node);
            Hand hand = new Hand(admin);
            hand.go(Screen.STUDENTS);
            hand.see("홍길동");
            hand.shots("students");
            hand.press("palette.open");
            hand.typePrompt("palette.prompt", "학생");
            hand.seeKey("students.add.title");
            hand.shots("palette");
            hand.typePrompt("palette.prompt", "하늘");
            hand.see("김하늘");
            hand.shots("palette-found");
            hand.key(KeyCode.ESCAPE);
            hand.press("students.add");
            hand.type("student.number.field", "21700100");
            hand.type("student.name.field", "홍길동");
            hand.press("students.add.submit");
            hand.seeKey("student.number.taken");
            hand.shots("students-add");
            hand.type("student.number.field", "22000007");
            hand.press("students.add.submit");
            hand.seeKey("pass.issued");
            hand.shots("student-pass");
            hand.press("pass.revoke");
            hand.seeKey("pass.revoke.gone");
            hand.shots("student-revoke");
            assertTrue(hand.inSight("pass.revoke.no"), "the question is scrolled away");
            hand.close();
        }
    }

    @Test
    void rooms() throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Hand empty = new Hand(opened(node));
            empty.go(Screen.ROOMS);
            empty.seeKey("rooms.empty.head");
            empty.shots("rooms-empty");
            empty.close();
            Morning.quiet(node);
            Admin admin = opened(node);
            Hand hand = new Hand(admin);
            hand.go(Screen.ROOMS);
            hand.see("B102");
            hand.press("rooms.add");
            hand.press("rooms.add.submit");
            hand.seeKey("room.name.missing");
            hand.shots("rooms-add");
            hand.press("tag.photo");
            hand.seeKey("tag.crop.title");
            hand.shots("rooms-crop");
            hand.press("tag.camera");
            hand.see("공학관 302호");
            hand.shots("rooms-scanned");
            hand.press("rooms.add.submit");
            hand.seeKey("room.code.optional");
            hand.shots("room-added");
            hand.close();
        }
    }

    @Test
    void kiosks() throws Exception {
        try (PlayedNode node = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.troubled(node);
            Admin admin = opened(node);
            Hand hand = new Hand(admin);
            hand.go(Screen.KIOSKS);
            hand.see("체육관");
            hand.shots("kiosks");
            hand.press("kiosks.add");
            hand.type("kiosk.name.field", "도서관 2층");
            hand.press("kiosks.add.submit");
            hand.see("7QK4 M2XD");
            hand.shots("kiosk-code");
            hand.press("kiosk.code.done");
            hand.choose(0);
            hand.seeKey("kiosk.action.title");
            hand.shots("kiosk-one");
            hand.press("kiosk.revoke");
            hand.seeKey("kiosk.revoke.gone");
            hand.shots("kiosk-revoke");
            node.refusal = PlayedNode.problem(403, "proof-needed");
            hand.press("kiosk.revoke.yes");
            hand.seeKey("proof.title");
            hand.type("proof.field", "this is not the password");
            hand.press("proof.go");
            hand.seeKey("proof.wrong");
            hand.shots("proof-asked");
            hand.type("proof.field", PlayedNode.PASSWORD);
            hand.press("proof.go");
            hand.seeKey("kiosk.health.revoked");
            hand.close();
        }
    }

    private static Admin admin(PlayedNode node, boolean embedded) throws Exception {
        Place place = embedded ? Place.embedded(node.uri(), () -> Optional.of(PlayedNode.TOKEN)) : Place.at(node.uri());
        AdminSettings settings = new AdminSettings(
                Locale.KOREAN,
                Theme.LIGHT,
                1,
                AdminSettings.WIDTH,
                AdminSettings.HEIGHT,
                () -> new FolderFrameSource(frames, 5, FolderFrameSource.Repeat.LOOP),
                (URI _) -> {});
        return onScreen(() -> new Admin(
                new Stage(),
                List.of(node.uri()),
                place,
                settings,
                new FolderFiles(photos, photos.resolve("menu.png"))));
    }

    private static Admin opened(PlayedNode node) throws Exception {
        Admin admin = admin(node, true);
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
