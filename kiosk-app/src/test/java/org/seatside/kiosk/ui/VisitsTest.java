package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.kiosk.checkin.SampleCampus;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Profile;
import org.seatside.testkit.Seeds;

/// Visit after visit by every way of identifying, every profile and both languages: every outcome is the right
/// one, nothing of one visitor is left for the next, and the memory does not grow. 60 visits; 1,000 with
/// `-Dseatside.long=true`.
@ExtendWith(HeadlessToolkit.class)
class VisitsTest {
    private static final String NUMBER = "20260017";
    private static final long MOST_GROWTH = 5L << 20;

    private static final List<Optional<Profile>> PROFILES = List.of(
            Optional.empty(),
            Optional.of(new Profile(200, false, null, 100, 0, null)),
            Optional.of(new Profile(100, true, Profile.Theme.YELLOW_ON_BLACK, 500, 0, "en")),
            Optional.of(new Profile(150, false, Profile.Theme.WHITE_ON_BLACK, 300, 800, "ko")),
            Optional.of(new Profile(100, true, Profile.Theme.BLACK_ON_WHITE, 100, 0, "ko")));

    private enum Way {
        CAMERA,
        SCANNER,
        SCANNER_WITHOUT_ENTER,
        NUMBER_CODE,
        KEYPAD,
        BUTTONS,
        ROOM_FIRST,
        STUDENT_FIRST
    }

    private final ScreenFixture fixture = new ScreenFixture(Locale.KOREAN, Theme.LIGHT, 1);
    private final Random random = new Random(Seeds.next());
    private final VisitSettings usual = fixture.setting.usual();

    @Test
    void everyVisitEndsAsItShouldAndLeavesNothing() throws Exception {
        int visits = Boolean.getBoolean("seatside.long") ? 1_000 : 60;
        List<Long> used = new ArrayList<>();
        Stage stage = HeadlessToolkit.onScreen(() -> {
            Stage opened = new Stage();
            opened.setScene(fixture.view(960, 540).scene());
            opened.show();
            fixture.model.start();
            return opened;
        });
        for (int i = 0; i < visits; i++) {
            int visit = i;
            HeadlessToolkit.onScreen(() -> {
                visit(stage.getScene(), visit);
                return visit;
            });
            if (i == visits / 5 || i == visits - 1) {
                used.add(memory());
            }
        }
        HeadlessToolkit.onScreen(() -> {
            stage.close();
            return stage;
        });

        assertTrue(used.getLast() - used.getFirst() < MOST_GROWTH, used::toString);
    }

    private void visit(Scene scene, int visit) throws InterruptedException {
        Way way = Way.values()[visit % Way.values().length];
        Optional<Profile> profile = PROFILES.get(visit / Way.values().length % PROFILES.size());
        Outcome outcome = SampleOutcomes.all().get(random.nextInt(5));
        boolean english = random.nextBoolean();
        fixture.rules = Optional.of(
                fixture.campus.rules(way == Way.ROOM_FIRST || way == Way.STUDENT_FIRST ? null : SampleCampus.ROOM));
        fixture.line.answer = new NodeAnswer.Decided(outcome, profile.orElse(null));
        if (english) {
            fixture.model.visit().nextLanguage();
        }

        come(scene, way);

        String which = "visit " + visit + " by " + way;
        assertEquals(
                new KioskState.ShowingOutcome(outcome), fixture.model.state().get(), which);
        assertEquals(1, fixture.line.recorded.size(), which);
        assertEquals(how(way), fixture.line.recorded.getFirst().how(), which);
        assertEquals(met(profile.orElse(null), english), fixture.model.visit().now(), which);
        fixture.tasks.advance(Duration.ofMinutes(12));
        assertEquals(new KioskState.Idle(), fixture.model.state().get(), which);
        assertEquals(usual, fixture.model.visit().now(), which);
        assertEquals("", fixture.model.entry().get(), which);
        fixture.line.recorded.clear();
        fixture.line.calls.clear();
        fixture.reports.clear();
        fixture.tones.clear();
        fixture.voice.said.clear();
    }

    private void come(Scene scene, Way way) throws InterruptedException {
        switch (way) {
            case CAMERA -> fixture.model.scanned(fixture.campus.pass(), 1, System.nanoTime());
            case SCANNER -> {
                type(scene, fixture.campus.pass());
                press(scene, KeyCode.ENTER, false);
            }
            case SCANNER_WITHOUT_ENTER -> {
                type(scene, fixture.campus.pass());
                fixture.tasks.advance(Duration.ofMillis(150));
            }
            case NUMBER_CODE -> fixture.model.scanned(NUMBER, 1, System.nanoTime());
            case KEYPAD -> {
                for (int i = 0; i < NUMBER.length(); i++) {
                    press(scene, KeyCode.valueOf("NUMPAD" + NUMBER.charAt(i)), false);
                    fixture.tasks.advance(Duration.ofMillis(300));
                }
                press(scene, KeyCode.ENTER, false);
            }
            case BUTTONS -> {
                fire(scene, "action-number");
                for (int i = 0; i < NUMBER.length(); i++) {
                    fire(scene, "key-" + NUMBER.charAt(i));
                }
                fire(scene, "key-confirm");
            }
            case ROOM_FIRST -> {
                fixture.model.scanned(fixture.campus.roomCode(), 1, System.nanoTime());
                fixture.model.scanned(fixture.campus.pass(), 2, System.nanoTime());
            }
            case STUDENT_FIRST -> {
                fixture.model.scanned(fixture.campus.pass(), 1, System.nanoTime());
                fixture.model.scanned(fixture.campus.roomCode(), 2, System.nanoTime());
            }
        }
    }

    private static Identification how(Way way) {
        return switch (way) {
            case KEYPAD, BUTTONS -> Identification.NUMBER_TYPED;
            case NUMBER_CODE -> Identification.NUMBER_CODE;
            case CAMERA, SCANNER, SCANNER_WITHOUT_ENTER, ROOM_FIRST, STUDENT_FIRST -> Identification.PASS;
        };
    }

    private VisitSettings met(@Nullable Profile profile, boolean english) {
        VisitSettings before = english ? usual.withLanguage(Locale.ENGLISH) : usual;
        return profile == null ? before : Profiles.over(before, profile);
    }

    private static long memory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void fire(Scene scene, String id) {
        ((Button) scene.lookup("#" + id)).fire();
    }

    private void type(Scene scene, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int shifted = ")!@#$%^&*(".indexOf(character);
            if (shifted >= 0) {
                press(scene, KeyCode.valueOf("DIGIT" + shifted), true);
            } else if (Character.isDigit(character)) {
                press(scene, KeyCode.valueOf("DIGIT" + character), false);
            } else if (Character.isLetter(character)) {
                press(scene, KeyCode.valueOf(String.valueOf(Character.toUpperCase(character))), true);
            } else {
                KeyCode code = Arrays.stream(new KeyCode[] {
                            KeyCode.SPACE,
                            KeyCode.MINUS,
                            KeyCode.EQUALS,
                            KeyCode.PERIOD,
                            KeyCode.SLASH,
                            KeyCode.SEMICOLON
                        })
                        .filter(each -> names(each, character))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No key for " + (int) character));
                press(scene, code, character == '+' || character == ':');
            }
            fixture.tasks.advance(Duration.ofMillis(4));
        }
    }

    private static boolean names(KeyCode code, char character) {
        return switch (character) {
            case ' ' -> code == KeyCode.SPACE;
            case '-' -> code == KeyCode.MINUS;
            case '+' -> code == KeyCode.EQUALS;
            case '.' -> code == KeyCode.PERIOD;
            case '/' -> code == KeyCode.SLASH;
            case ':' -> code == KeyCode.SEMICOLON;
            default -> false;
        };
    }

    /// With Hangul input on.
    private static void press(Scene scene, KeyCode code, boolean shift) {
        Event.fireEvent(
                scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "ㅁ", "ㅁ", code, shift, false, false, false));
        Event.fireEvent(
                scene.getRoot(), new KeyEvent(KeyEvent.KEY_RELEASED, "ㅁ", "ㅁ", code, shift, false, false, false));
    }
}
