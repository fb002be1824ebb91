package org.seatside.kiosk.ui;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.TaskRunner;

/// Fingers and pointers: one that rests presses, where that is wanted; with speech on, the first touch says
/// what is there and only the next one presses it. On the JavaFX thread.
final class PointerInput {
    private static final PseudoClass RESTING = PseudoClass.getPseudoClass("resting");

    private final KioskViewModel model;
    private final TaskRunner tasks;
    private final KeyFilter filter;
    private final SwitchInput switches;
    private @Nullable Button over;
    private TaskRunner.@Nullable Scheduled rested;
    private boolean swallowed;

    PointerInput(Scene scene, KioskViewModel model, TaskRunner tasks, KeyFilter filter, SwitchInput switches) {
        this.model = model;
        this.tasks = tasks;
        this.filter = filter;
        this.switches = switches;
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, this::consumeSwallowed);
        scene.addEventFilter(MouseEvent.MOUSE_CLICKED, this::consumeSwallowed);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> moved(button(event)));
        scene.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> moved(null));
    }

    private void pressed(MouseEvent event) {
        model.touched();
        if (switches.active()) {
            switches.pressed(event.isPrimaryButtonDown());
            swallow(event);
            return;
        }
        Button target = button(event);
        VisitSettings now = model.visit().now();
        swallowed = false;
        if (target == null) {
            return;
        }
        boolean explores = now.speech() && !target.isFocused();
        boolean again = now.steadyHands() && !filter.isAnotherStroke(target);
        if (explores) {
            target.requestFocus();
            model.announcer().mention(Spoken.plain(Targets.name(target)));
        }
        if (explores || again) {
            swallow(event);
        }
    }

    private void swallow(MouseEvent event) {
        swallowed = true;
        event.consume();
    }

    private void consumeSwallowed(MouseEvent event) {
        if (swallowed) {
            event.consume();
        }
    }

    private void moved(@Nullable Button now) {
        if (Objects.equals(now, over) && (now == null || rested != null)) {
            return;
        }
        leave();
        over = now;
        VisitSettings settings = model.visit().now();
        if (now != null && settings.operation() == Operation.DWELL) {
            now.pseudoClassStateChanged(RESTING, true);
            rested = tasks.after(settings.pace(), () -> {
                leave();
                model.touched();
                now.fire();
            });
        }
    }

    private void leave() {
        if (rested != null) {
            rested.cancel();
            rested = null;
        }
        if (over != null) {
            over.pseudoClassStateChanged(RESTING, false);
        }
    }

    private static @Nullable Button button(MouseEvent event) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && !(node instanceof Button)) {
            node = node.getParent();
        }
        return node instanceof Button button && !button.isDisabled() ? button : null;
    }
}
