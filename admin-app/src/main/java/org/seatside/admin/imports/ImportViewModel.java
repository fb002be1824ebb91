package org.seatside.admin.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.model.id.CommandId;
import org.seatside.model.imports.ImportPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An import in its steps: a file is sent, the node says what it would change, a person looks and applies it, or
/// drops it. Nothing changes before that.
public final class ImportViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ImportViewModel.class);

    /// Where an import stands.
    public enum Step {
        CHOOSING,
        SENDING,
        COMPARING,
        LOOKING,
        APPLYING
    }

    private final NodeLink link;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CHOOSING);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ImportPlan> plan = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable String> file = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private AtomicBoolean cancelled = new AtomicBoolean();
    private @Nullable String id;
    private @Nullable CommandId applying;

    public ImportViewModel(NodeLink link) {
        this.link = link;
    }

    /// Sends a file and asks what it would change.
    public void begin(Path chosen) {
        if (step.get() != Step.CHOOSING && step.get() != Step.LOOKING) {
            return;
        }
        drop();
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        step.set(Step.SENDING);
        progress.set(0);
        notice.set(null);
        file.set(String.valueOf(chosen.getFileName()));
        link.ask(() -> send(chosen, stop), this::sent, this::failed, () -> {});
    }

    private Sent send(Path chosen, AtomicBoolean stop) throws NodeException {
        try {
            long size = Math.max(1, Files.size(chosen));
            String sent = link.client().sendImport(chosen, bytes -> {
                if (stop.get()) {
                    throw new CancellationException("stopped by the person");
                }
                link.tasks().show(() -> progress.set((double) bytes / size));
            });
            return new Sent(sent, null);
        } catch (CancellationException _) {
            return new Sent(null, Notice.news("import.cancelled"));
        } catch (IOException e) {
            LOG.warn("A file to be imported could not be read", e);
            return new Sent(null, Notice.failed("import.unreadable"));
        }
    }

    private void sent(Sent sent) {
        String arrived = sent.id();
        if (arrived == null) {
            step.set(Step.CHOOSING);
            notice.set(sent.notice());
            return;
        }
        id = arrived;
        step.set(Step.COMPARING);
        link.ask(() -> link.client().importPlan(arrived), this::show, this::failed, () -> {});
    }

    private void show(ImportPlan found) {
        plan.set(found);
        step.set(Step.LOOKING);
        applying = null;
    }

    private void failed(NodeException failure) {
        drop();
        step.set(Step.CHOOSING);
        notice.set(failure.kind() == NodeException.Kind.INVALID ? refusal(failure) : Notice.of(failure));
    }

    private static Notice refusal(NodeException failure) {
        return switch (Notice.code(failure)) {
            case "file-kind-unknown" -> Notice.failed("import.kind");
            case "headings-unknown" -> Notice.failed("import.headings");
            case "file-too-large", "import-too-large", "archive-bomb", "archive-too-many-files" ->
                Notice.failed("import.tooLarge");
            case "text-unreadable" -> Notice.failed("import.encoding");
            case "oneroster-version", "oneroster-manifest", "oneroster-file-missing" ->
                Notice.failed("import.oneRoster");
            default -> Notice.failed("import.damaged");
        };
    }

    /// Stops the sending; nothing was changed.
    public void cancel() {
        cancelled.set(true);
    }

    /// Changes what the plan says, all of it or nothing.
    public void apply() {
        ImportPlan seen = plan.get();
        String now = id;
        if (seen == null
                || now == null
                || step.get() != Step.LOOKING
                || !seen.refused().isEmpty()) {
            return;
        }
        step.set(Step.APPLYING);
        CommandId command = applying == null ? link.client().newCommand() : applying;
        applying = command;
        link.ask(
                () -> link.client().applyImport(now, seen, command),
                done -> {
                    id = null;
                    plan.set(null);
                    step.set(Step.CHOOSING);
                    notice.set(Notice.done("import.applied", changes(done)));
                },
                failure -> {
                    step.set(Step.LOOKING);
                    if (failure.kind() == NodeException.Kind.CONFLICT) {
                        notice.set(Notice.care("import.changedMeanwhile"));
                        compareAgain();
                    } else {
                        notice.set(Notice.of(failure));
                    }
                },
                () -> {});
    }

    private void compareAgain() {
        String now = id;
        if (now != null) {
            step.set(Step.COMPARING);
            link.ask(() -> link.client().importPlan(now), this::show, this::failed, () -> {});
        }
    }

    /// How many entries a plan adds, changes or removes.
    public static int changes(ImportPlan plan) {
        return plan.counts().values().stream()
                .mapToInt(counts -> counts.added() + counts.changed() + counts.removed())
                .sum();
    }

    /// Leaves the file; the node forgets it.
    public void drop() {
        String left = id;
        id = null;
        plan.set(null);
        if (step.get() == Step.LOOKING) {
            step.set(Step.CHOOSING);
        }
        if (left != null) {
            link.tell(
                    () -> link.client().dropImport(left),
                    () -> {},
                    failure -> LOG.debug("An import that was left stays until the node forgets it", failure),
                    () -> {});
        }
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /// 0 to 1, while the file is sent.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// What the file would change; null while nobody knows.
    public ReadOnlyObjectProperty<@Nullable ImportPlan> plan() {
        return plan.getReadOnlyProperty();
    }

    /// Name of the file chosen last; null for none.
    public ReadOnlyObjectProperty<@Nullable String> file() {
        return file.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /// @param id null where it did not arrive
    private record Sent(@Nullable String id, @Nullable Notice notice) {}
}
