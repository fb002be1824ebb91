package org.seatside.kiosk.ui;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.TaskRunner;

/// The way of one switch and of two: the keyboard's place moves from one target to the next, by itself or by
/// the first switch; the other takes what it is at. On the JavaFX thread.
final class SwitchInput {
    private final Scene scene;
    private final TaskRunner tasks;
    private final Supplier<VisitSettings> settings;
    private final Announcer announcer;
    private TaskRunner.@Nullable Scheduled next;

    SwitchInput(Scene scene, TaskRunner tasks, Supplier<VisitSettings> settings, Announcer announcer) {
        this.scene = scene;
        this.tasks = tasks;
        this.settings = settings;
        this.announcer = announcer;
    }

    /// Whether keys and touches are switches now.
    boolean active() {
        return switch (settings.get().operation()) {
            case ONE_SWITCH, TWO_SWITCHES -> true;
            case DIRECT, DWELL -> false;
        };
    }

    /// To be called when targets or settings have changed: begins at the first target.
    void restart() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        if (active()) {
            Targets.in(scene.getRoot()).stream().findFirst().ifPresent(this::at);
            later();
        }
    }

    private void later() {
        if (settings.get().operation() == Operation.ONE_SWITCH) {
            Duration pace = settings.get().pace();
            next = tasks.after(pace, () -> {
                step();
                later();
            });
        }
    }

    /// To the next target, after the last to the first.
    void step() {
        List<Button> targets = Targets.in(scene.getRoot());
        if (targets.isEmpty()) {
            return;
        }
        Node owner = scene.getFocusOwner();
        int here = owner instanceof Button button ? targets.indexOf(button) : -1;
        at(targets.get((here + 1) % targets.size()));
    }

    private void at(Button target) {
        target.requestFocus();
        announcer.mention(Spoken.plain(Targets.name(target)));
    }

    /// The one switch, or the second of two.
    void choose() {
        if (scene.getFocusOwner() instanceof Button button) {
            button.fire();
        }
        restart();
    }

    /// A switch went down.
    ///
    /// @param first of two
    void pressed(boolean first) {
        if (first && settings.get().operation() == Operation.TWO_SWITCHES) {
            step();
        } else {
            choose();
        }
    }
}
