package org.seatside.cli.bench.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.seatside.admin.launch.Admin;
import org.seatside.admin.ui.Screen;
import org.seatside.fx.FxTasks;

/// Works the window of the staff's app from another thread, and looks at it as it is painted.
final class AdminHand {
    private static final long LOOK_NANOS = 1_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Admin admin;
    private final FxTasks tasks;

    AdminHand(Admin admin, FxTasks tasks) {
        this.admin = admin;
        this.tasks = tasks;
    }

    /// Does something on the JavaFX thread and waits for it.
    static <T> T onScreen(FxTasks tasks, Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        tasks.show(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    <T> T onScreen(Callable<T> work) {
        return onScreen(tasks, work);
    }

    /// Milliseconds from an action until what it leads to is there and painted.
    double millis(Runnable action, BooleanSupplier there) {
        long started = System.nanoTime();
        onScreen(() -> {
            action.run();
            return true;
        });
        await(there);
        paint();
        return (System.nanoTime() - started) / 1e6;
    }

    /// @throws IllegalStateException where it does not come within a minute
    void await(BooleanSupplier there) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!onScreen(there::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("What should be on the screen did not come within a minute");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /// Paints the window into a picture, which takes as long as painting it on a screen at the least.
    void paint() {
        onScreen(() -> admin.scene().snapshot(null));
    }

    void go(Screen screen) {
        admin.go(screen);
    }

    /// The first table in sight.
    TableView<?> table() {
        return find(TableView.class, _ -> true);
    }

    TextField field(String promptKey) {
        String prompt = admin.display().messages().now(promptKey);
        return find(TextField.class, field -> prompt.equals(field.getPromptText()));
    }

    ToggleButton toggle(String key) {
        String text = admin.display().messages().now(key);
        return find(ToggleButton.class, button -> text.equals(button.getText()));
    }

    @SuppressWarnings("unchecked")
    ComboBox<Integer> choice(String nameKey) {
        String name = admin.display().messages().now(nameKey);
        return find(ComboBox.class, box -> name.equals(box.getAccessibleText()));
    }

    private <N extends Node> N find(Class<N> kind, Predicate<N> wanted) {
        List<Node> seen = new ArrayList<>();
        collect(admin.scene().getRoot(), seen);
        return seen.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + kind.getSimpleName() + " of this name in sight"));
    }

    private static void collect(Node node, List<Node> seen) {
        if (!node.isVisible()) {
            return;
        }
        seen.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, seen));
        }
    }
}
