package org.seatside.kiosk.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.seatside.fx.TaskRunner;

/// Keys as they arrive at the window: from a keyboard, a keypad, a scanner that types, a switch. On the JavaFX
/// thread.
///
/// Beside arrows, Tab and Enter: `/` or F1 calls for help, `*` or F2 speaks and repeats, F3 says where the
/// kiosk is, `+` and `-` or the volume keys change the loudness, Escape and `.` on an empty number leave.
final class KeyInput {
    private final Scene scene;
    private final KioskViewModel model;
    private final KeyFilter filter;
    private final SwitchInput switches;
    private final KeyBurst burst;
    /// Whether the keyboard's place was moved since the state began: Enter then takes what is there.
    private boolean moved;

    private boolean exploring;
    /// Whether the system did not say which key went down.
    private boolean unknownKey;

    KeyInput(Scene scene, KioskViewModel model, TaskRunner tasks, KeyFilter filter, SwitchInput switches) {
        this.scene = scene;
        this.model = model;
        this.filter = filter;
        this.switches = switches;
        burst = new KeyBurst(tasks, new Typing());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            filter.released(event.getCode());
            // A button would take the release of a key whose press was taken here for its own.
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                event.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, event -> {
            text(event.getCommitted());
            event.consume();
        });
        scene.focusOwnerProperty().subscribe(owner -> {
            if (exploring && owner instanceof Button button) {
                exploring = false;
                model.announcer().mention(Spoken.plain(Targets.name(button)));
            }
        });
        model.state().subscribe(_ -> moved = false);
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        unknownKey = code == KeyCode.UNDEFINED;
        if (unknownKey) {
            return;
        }
        if (!filter.counts(code)) {
            event.consume();
            return;
        }
        model.touched();
        Optional<Character> character = KeyNames.character(event);
        boolean press = (code == KeyCode.SPACE || code == KeyCode.ENTER) && !burst.pending();
        if (press) {
            pressedIt(code);
            event.consume();
        } else if (code == KeyCode.ENTER) {
            burst.enter();
            event.consume();
        } else if (character.isPresent()) {
            burst.key(character.get());
            event.consume();
        } else {
            otherKey(event);
        }
    }

    /// Keys are told by their place on the keyboard, whatever input is on. Where a system hides that, what they
    /// made is taken back to them.
    private void typed(KeyEvent event) {
        if (unknownKey && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown()) {
            text(event.getCharacter());
        }
        event.consume();
    }

    /// Codes have no small letters, and Hangul does not tell which of its keys were shifted.
    private void text(String made) {
        model.touched();
        Jamo.latin(made)
                .toUpperCase(Locale.ROOT)
                .chars()
                .filter(key -> key >= ' ' && key < 127)
                .forEach(key -> burst.key((char) key));
    }

    private void pressedIt(KeyCode code) {
        if (spared(code)) {
            return;
        }
        if (switches.active()) {
            switches.pressed(code == KeyCode.SPACE);
        } else if (code == KeyCode.ENTER && model.state().get().typing() && !moved) {
            model.confirm();
        } else if (scene.getFocusOwner() instanceof Button button) {
            button.fire();
        }
    }

    private void otherKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP, DOWN, LEFT, RIGHT, KP_UP, KP_DOWN, KP_LEFT, KP_RIGHT, TAB -> {
                if (switches.active() || spared(event.getCode())) {
                    event.consume();
                } else {
                    moved = true;
                    exploring = true;
                }
                return;
            }
            case ESCAPE -> model.cancel();
            case BACK_SPACE, DELETE -> model.erase();
            case F1, HELP -> model.callHelp();
            case F2 -> model.listen();
            case F3 -> model.sayWhere();
            case VOLUME_UP -> model.announcer().louder();
            case VOLUME_DOWN -> model.announcer().quieter();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Whether this stroke is one that unsteady hands made beside the last.
    private boolean spared(Object key) {
        return model.visit().now().steadyHands() && !filter.isAnotherStroke(key);
    }

    private final class Typing implements KeyBurst.Receiver {
        @Override
        public void scanned(String text) {
            model.scannedByHand(text);
        }

        @Override
        public void typed(char key) {
            if (spared(key)) {
                return;
            }
            switch (key) {
                case '+' -> model.announcer().louder();
                case '-' -> model.announcer().quieter();
                case '*' -> model.listen();
                case '/' -> model.callHelp();
                case '.' -> {
                    if (model.entry().get().isEmpty()) {
                        model.cancel();
                    } else {
                        model.erase();
                    }
                }
                default -> {
                    moved = false;
                    model.digit(key);
                }
            }
        }

        @Override
        public void entered() {
            model.confirm();
        }
    }
}
