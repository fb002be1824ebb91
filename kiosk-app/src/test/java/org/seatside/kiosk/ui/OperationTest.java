package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.fx.testing.Pictures;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.model.attendance.Outcome;

/// The whole way to an attendance by every means of pressing: arrows and Enter, one switch, two, a pointer
/// that rests.
@ExtendWith(HeadlessToolkit.class)
class OperationTest {
    private static final Outcome PRESENT = SampleOutcomes.all().getFirst();
    private static final String NUMBER = "20260017";
    private static final List<String> DIGITS =
            NUMBER.chars().mapToObj(Character::toString).toList();

    @Test
    void byArrowsAndEnter() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            ScreenFixture fixture = fixture(Operation.DIRECT);
            Stage stage = open(fixture);
            Scene scene = stage.getScene();
            walkTo(scene, "action-number");
            press(scene, KeyCode.ENTER);
            for (String digit : DIGITS) {
                walkTo(scene, "key-" + digit);
                press(scene, KeyCode.ENTER);
                fixture.tasks.advance(Duration.ofMillis(300));
            }
            walkTo(scene, "key-confirm");
            press(scene, KeyCode.ENTER);

            return end(fixture, stage);
        });
    }

    @Test
    void byTheNumericKeypadAlone() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            ScreenFixture fixture = fixture(Operation.DIRECT);
            Stage stage = open(fixture);
            for (String digit : DIGITS) {
                press(stage.getScene(), KeyCode.valueOf("NUMPAD" + digit));
                fixture.tasks.advance(Duration.ofMillis(300));
            }
            press(stage.getScene(), KeyCode.ENTER);

            return end(fixture, stage);
        });
    }

    @Test
    void byOneSwitch() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            ScreenFixture fixture = fixture(Operation.ONE_SWITCH);
            Stage stage = open(fixture);
            waitFor(fixture, stage.getScene(), "action-number");
            press(stage.getScene(), KeyCode.SPACE);
            for (String digit : DIGITS) {
                waitFor(fixture, stage.getScene(), "key-" + digit);
                press(stage.getScene(), KeyCode.SPACE);
            }
            waitFor(fixture, stage.getScene(), "key-confirm");
            press(stage.getScene(), KeyCode.SPACE);

            return end(fixture, stage);
        });
    }

    @Test
    void byTwoSwitches() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            ScreenFixture fixture = fixture(Operation.TWO_SWITCHES);
            Stage stage = open(fixture);
            stepTo(stage.getScene(), "action-number");
            press(stage.getScene(), KeyCode.ENTER);
            for (String digit : DIGITS) {
                stepTo(stage.getScene(), "key-" + digit);
                press(stage.getScene(), KeyCode.ENTER);
            }
            stepTo(stage.getScene(), "key-confirm");
            press(stage.getScene(), KeyCode.ENTER);

            return end(fixture, stage);
        });
    }

    @Test
    void byAPointerThatRests() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            ScreenFixture fixture = fixture(Operation.DWELL);
            Stage stage = open(fixture);
            rest(fixture, stage.getScene(), "action-number");
            for (String digit : DIGITS) {
                rest(fixture, stage.getScene(), "key-" + digit);
            }
            rest(fixture, stage.getScene(), "key-confirm");

            return end(fixture, stage);
        });
    }

    @Test
    void withSpeechTheFirstTouchSaysWhatIsThereAndTheSecondPressesIt() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            ScreenFixture fixture = fixture(Operation.DIRECT);
            Stage stage = open(fixture);
            fixture.model.listen();
            fixture.voice.texts();
            Button help = (Button) stage.getScene().lookup("#action-help");

            mouse(help, MouseEvent.MOUSE_PRESSED);
            mouse(help, MouseEvent.MOUSE_RELEASED);
            KioskState explored = fixture.model.state().get();
            List<String> said = fixture.voice.texts();
            mouse(help, MouseEvent.MOUSE_PRESSED);
            mouse(help, MouseEvent.MOUSE_RELEASED);

            assertInstanceOf(KioskState.Idle.class, explored);
            assertEquals(List.of("도움"), said);
            assertInstanceOf(KioskState.CallingHelp.class, fixture.model.state().get());
            stage.close();
            return stage;
        });
    }

    @Test
    void movingAboutNeverPresses() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            ScreenFixture fixture = fixture(Operation.DIRECT);
            Stage stage = open(fixture);
            Set<String> visited = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                press(stage.getScene(), i % 5 == 4 ? KeyCode.LEFT : KeyCode.TAB);
                visited.add(String.valueOf(stage.getScene().getFocusOwner().getId()));
            }

            assertInstanceOf(KioskState.Idle.class, fixture.model.state().get());
            assertEquals(Set.of("action-help", "action-number", "action-adjust"), visited);
            stage.close();
            return stage;
        });
    }

    @Test
    void whatHasTheKeyboardIsSeen() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            ScreenFixture fixture = fixture(Operation.DIRECT);
            Stage stage = open(fixture);
            Button help = (Button) stage.getScene().lookup("#action-help");
            int without = pixelAbove(stage.getScene(), help);
            help.requestFocus();

            assertTrue(without != pixelAbove(stage.getScene(), help));
            stage.close();
            return stage;
        });
    }

    private static int pixelAbove(Scene scene, Button button) {
        Bounds bounds = button.localToScene(button.getLayoutBounds());
        return Pictures.take(scene).getRGB((int) bounds.getCenterX(), (int) bounds.getMinY() - 6);
    }

    private static ScreenFixture fixture(Operation operation) {
        VisitSettings usual =
                VisitSettings.plain(Locale.KOREAN, Theme.LIGHT).withOperation(operation, Duration.ofSeconds(1));
        ScreenFixture fixture =
                new ScreenFixture(new KioskSetting(usual, 546, "", "", true, false, ScreenFixture.STAFF_CODE));
        fixture.line.answer = new NodeAnswer.Decided(PRESENT);
        return fixture;
    }

    private static Stage open(ScreenFixture fixture) {
        Stage stage = new Stage();
        stage.setScene(fixture.view(960, 540).scene());
        stage.show();
        fixture.model.start();
        lay(stage.getScene());
        return stage;
    }

    private static void lay(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static Stage end(ScreenFixture fixture, Stage stage) {
        assertEquals(NUMBER, fixture.line.recorded.getFirst().student());
        assertEquals(
                new KioskState.ShowingOutcome(PRESENT), fixture.model.state().get());
        stage.close();
        return stage;
    }

    private static boolean isAt(Scene scene, String id) {
        Node owner = scene.getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private static void walkTo(Scene scene, String id) {
        lay(scene);
        for (int i = 0; i < 40 && !isAt(scene, id); i++) {
            press(scene, KeyCode.TAB);
        }
        assertTrue(isAt(scene, id), () -> "Tab does not reach " + id);
    }

    private static void stepTo(Scene scene, String id) {
        for (int i = 0; i < 40 && !isAt(scene, id); i++) {
            press(scene, KeyCode.SPACE);
        }
        assertTrue(isAt(scene, id), () -> "The first switch does not reach " + id);
    }

    private static void waitFor(ScreenFixture fixture, Scene scene, String id) {
        for (int i = 0; i < 40 && !isAt(scene, id); i++) {
            fixture.tasks.advance(Duration.ofSeconds(1));
        }
        assertTrue(isAt(scene, id), () -> "The choice does not come to " + id);
    }

    private static void rest(ScreenFixture fixture, Scene scene, String id) {
        lay(scene);
        Button target = (Button) scene.lookup("#" + id);
        mouse(target, MouseEvent.MOUSE_MOVED);
        fixture.tasks.advance(Duration.ofMillis(1_100));
        mouse(scene.getRoot(), MouseEvent.MOUSE_MOVED);
    }

    private static void mouse(Node target, javafx.event.EventType<MouseEvent> type) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        5,
                        5,
                        5,
                        5,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private static void press(Scene scene, KeyCode code) {
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    }
}
