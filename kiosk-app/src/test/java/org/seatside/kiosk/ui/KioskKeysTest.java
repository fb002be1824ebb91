package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.kiosk.checkin.Attempt;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.Outcome;

/// Keys as they arrive at the window: from a person, from a scanner, with Hangul input on.
@ExtendWith(HeadlessToolkit.class)
class KioskKeysTest {
    private static final Outcome PRESENT = SampleOutcomes.all().getFirst();
    private static final Map<Character, KeyCode> SHIFTED = Map.of(
            ':', KeyCode.SEMICOLON,
            '$', KeyCode.DIGIT4,
            '%', KeyCode.DIGIT5,
            '*', KeyCode.DIGIT8,
            '+', KeyCode.EQUALS);
    private static final Map<Character, KeyCode> PLAIN =
            Map.of(' ', KeyCode.SPACE, '-', KeyCode.MINUS, '.', KeyCode.PERIOD, '/', KeyCode.SLASH);

    private final ScreenFixture fixture = new ScreenFixture(Locale.KOREAN, Theme.LIGHT, 1);

    @BeforeEach
    void start() {
        fixture.line.answer = new NodeAnswer.Decided(PRESENT);
        fixture.model.start();
    }

    @Test
    void aPassFromAScannerWhoseLettersAnInputMethodChangedIsReadByItsKeys() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            Node root = root();

            fixture.campus.pass().chars().forEach(each -> type(root, (char) each));
            press(root, KeyCode.ENTER, false);

            Attempt attempt = fixture.line.recorded.getFirst();
            assertEquals(Identification.PASS, attempt.how());
            assertEquals(fixture.campus.pass(), attempt.student());
            assertEquals(
                    new KioskState.ShowingOutcome(PRESENT),
                    fixture.model.state().get());
            return root;
        });
    }

    /// As on a system that gives away only what its input method made of the keys.
    @Test
    void aPassThatArrivesAsHangulIsTakenBackToItsKeys() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            Node root = root();

            for (char each : hangul(fixture.campus.pass()).toCharArray()) {
                String made = String.valueOf(each);
                Event.fireEvent(root, key(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, made));
                Event.fireEvent(root, key(KeyEvent.KEY_TYPED, made, ""));
                fixture.tasks.advance(Duration.ofMillis(4));
            }
            press(root, KeyCode.ENTER, false);

            assertEquals(fixture.campus.pass(), fixture.line.recorded.getFirst().student());
            return root;
        });
    }

    @Test
    void whatAnInputMethodCommitsIsTakenBackToItsKeys() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            Node root = root();

            Event.fireEvent(
                    root,
                    new InputMethodEvent(
                            InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), hangul(fixture.campus.pass()), 0));
            press(root, KeyCode.ENTER, false);

            assertEquals(fixture.campus.pass(), fixture.line.recorded.getFirst().student());
            return root;
        });
    }

    private static String hangul(String text) {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int key = "QWERTYUIOPASDFGHJKLZXCVBNM".indexOf(text.charAt(i));
            typed.append(key < 0 ? text.charAt(i) : "ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ".charAt(key));
        }
        return typed.toString();
    }

    private static KeyEvent key(EventType<KeyEvent> type, String character, String text) {
        return new KeyEvent(type, character, text, KeyCode.UNDEFINED, false, false, false, false);
    }

    @Test
    void aPersonTypesANumberOnTheKeypadAndEnters() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            Node root = root();

            for (char digit : "20260017".toCharArray()) {
                press(root, KeyCode.valueOf("NUMPAD" + digit), false);
                fixture.tasks.advance(Duration.ofMillis(300));
            }
            press(root, KeyCode.ENTER, false);

            assertEquals(
                    Identification.NUMBER_TYPED,
                    fixture.line.recorded.getFirst().how());
            assertEquals("20260017", fixture.line.recorded.getFirst().student());
            return root;
        });
    }

    @Test
    void backspaceErasesAndEscapeLeaves() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            Node root = root();
            press(root, KeyCode.DIGIT1, false);
            fixture.tasks.advance(Duration.ofMillis(300));
            press(root, KeyCode.DIGIT2, false);
            fixture.tasks.advance(Duration.ofMillis(300));

            press(root, KeyCode.BACK_SPACE, false);
            String erased = fixture.model.entry().get();
            press(root, KeyCode.ESCAPE, false);

            assertEquals("1", erased);
            assertInstanceOf(KioskState.Idle.class, fixture.model.state().get());
            assertEquals("", fixture.model.entry().get());
            return root;
        });
    }

    private Node root() {
        return fixture.view(1280, 720).scene().getRoot();
    }

    private void type(Node root, char character) {
        KeyCode shifted = SHIFTED.get(character);
        KeyCode plain = PLAIN.get(character);
        if (shifted != null) {
            press(root, shifted, true);
        } else if (plain != null) {
            press(root, plain, false);
        } else if (Character.isDigit(character)) {
            press(root, KeyCode.valueOf("DIGIT" + character), false);
        } else {
            press(root, KeyCode.valueOf(String.valueOf(character)), true);
        }
        fixture.tasks.advance(Duration.ofMillis(4));
    }

    /// With a character of Hangul in the event, as an input method leaves it there.
    private static void press(Node root, KeyCode code, boolean shift) {
        Event.fireEvent(root, new KeyEvent(KeyEvent.KEY_PRESSED, "ㅁ", "ㅁ", code, shift, false, false, false));
        Event.fireEvent(root, new KeyEvent(KeyEvent.KEY_RELEASED, "ㅁ", "ㅁ", code, shift, false, false, false));
    }
}
