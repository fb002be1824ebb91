package org.seatside.kiosk.ui;

import java.util.function.Consumer;
import org.seatside.fx.TaskRunner;

/// A call for staff from the key to its end. On the JavaFX thread.
final class HelpCalls {
    private final TaskRunner tasks;
    private final HelpLine line;
    private final Consumer<HelpStage> changed;
    private HelpStage stage = HelpStage.CALLING;

    /// @param changed told of every stage, after it is there to be read
    HelpCalls(TaskRunner tasks, HelpLine line, Consumer<HelpStage> changed) {
        this.tasks = tasks;
        this.line = line;
        this.changed = changed;
    }

    /// How far the last call has come.
    HelpStage stage() {
        return stage;
    }

    void call() {
        is(HelpStage.CALLING);
        line.call(next -> tasks.show(() -> is(next)));
    }

    /// The visitor takes it back.
    void cancel() {
        line.cancel();
    }

    void is(HelpStage next) {
        stage = next;
        changed.accept(next);
    }
}
