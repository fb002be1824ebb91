package org.seatside.kiosk.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.client.KioskLink;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.seatside.kiosk.ui.HelpLine;
import org.seatside.kiosk.ui.HelpStage;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls staff by the node, and asks it every second how far the call has come. A call that no node takes is
/// tried again until one does or the visitor takes it back. On the JavaFX thread.
final class NodeHelpLine implements HelpLine {
    private static final Logger LOG = LoggerFactory.getLogger(NodeHelpLine.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final TaskRunner tasks;
    private final Supplier<Optional<KioskLink>> link;
    private @Nullable HelpCall open;
    private long wanted;

    /// @param link empty while the kiosk's folder is not open
    NodeHelpLine(TaskRunner tasks, Supplier<Optional<KioskLink>> link) {
        this.tasks = tasks;
        this.link = link;
    }

    @Override
    public void call(Consumer<HelpStage> progress) {
        wanted++;
        call(progress, wanted);
    }

    private void call(Consumer<HelpStage> progress, long mine) {
        if (mine != wanted) {
            return;
        }
        Optional<KioskLink> node = link.get();
        if (node.isEmpty()) {
            unreachable(progress, mine);
            return;
        }
        tasks.create(() -> node.get().callHelp())
                .onSuccess(call -> came(call, null, progress, mine))
                .onError(NodeException.class, e -> {
                    LOG.warn("Nobody takes the call for help: {}", e.getMessage());
                    unreachable(progress, mine);
                })
                .start();
    }

    private void unreachable(Consumer<HelpStage> progress, long mine) {
        progress.accept(HelpStage.UNREACHABLE);
        tasks.after(RETRY, () -> call(progress, mine));
    }

    private void came(HelpCall now, @Nullable HelpStage before, Consumer<HelpStage> progress, long mine) {
        if (mine != wanted) {
            return;
        }
        open = now;
        HelpStage stage = stage(now);
        if (stage != before) {
            progress.accept(stage);
        }
        if (stage == HelpStage.DONE) {
            open = null;
        } else {
            tasks.after(AGAIN, () -> ask(now, stage, progress, mine));
        }
    }

    private void ask(HelpCall last, HelpStage before, Consumer<HelpStage> progress, long mine) {
        Optional<KioskLink> node = link.get();
        if (mine != wanted || node.isEmpty()) {
            return;
        }
        tasks.create(() -> Optional.ofNullable(node.get().assist().help()))
                .onSuccess(now -> came(now.orElse(last), before, progress, mine))
                .onError(NodeException.class, e -> {
                    LOG.debug("No news of the call for help: {}", e.getMessage());
                    tasks.after(RETRY, () -> ask(last, before, progress, mine));
                })
                .start();
    }

    private static HelpStage stage(HelpCall call) {
        return switch (call.state()) {
            case CALLED -> HelpStage.CALLED;
            case SEEN -> HelpStage.SEEN;
            case COMING -> HelpStage.COMING;
            case DONE -> HelpStage.DONE;
        };
    }

    @Override
    public void cancel() {
        wanted++;
        HelpCall called = open;
        open = null;
        if (called != null) {
            link.get().ifPresent(node -> takeBack(node, called.id()));
        }
    }

    private void takeBack(KioskLink node, HelpCallId call) {
        tasks.create(() -> node.takeBack(call))
                .onError(NodeException.class, e -> LOG.warn("The call for help was not taken back: {}", e.getMessage()))
                .start();
    }
}
