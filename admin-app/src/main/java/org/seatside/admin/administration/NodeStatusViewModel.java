package org.seatside.admin.administration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.seatside.model.api.BackupStatus;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.NodeStatus;
import org.seatside.model.id.CommandId;

/// The node itself: how it does, its version and the kiosks', for how long it keeps what, its backups and whether
/// they restore. Asked for every ten seconds while it is shown, every second while a backup or drill goes on.
public final class NodeStatusViewModel {
    static final Duration REFRESH = Duration.ofSeconds(10);
    static final Duration WATCH = Duration.ofSeconds(1);

    private final NodeLink link;
    private final ReadOnlyObjectWrapper<@Nullable NodeStatus> status = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<List<String>> behind = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable String> leaving = new ReadOnlyObjectWrapper<>(null);
    private TaskRunner.@Nullable Scheduled next;
    private boolean open;

    public NodeStatusViewModel(NodeLink link) {
        this.link = link;
    }

    public void open() {
        open = true;
        load();
    }

    public void close() {
        open = false;
        cancel();
    }

    private void cancel() {
        TaskRunner.Scheduled pending = next;
        next = null;
        if (pending != null) {
            pending.cancel();
        }
    }

    private void load() {
        cancel();
        link.ask(
                () -> new Answer(link.client().node().status(), link.client().kiosks()),
                this::show,
                failure -> notice.set(Notice.of(failure)),
                () -> {
                    if (open) {
                        next = link.tasks().after(working.get() ? WATCH : REFRESH, this::load);
                    }
                });
    }

    private void show(Answer answer) {
        NodeStatus now = answer.status();
        boolean worked = working.get();
        BackupStatus.Work work = now.backups().work();
        working.set(work != null && work.endedAt() == null);
        status.set(now);
        behind.set(behind(answer.kiosks(), now.version()));
        if (worked && work != null && work.endedAt() != null) {
            notice.set(said(work));
        }
    }

    /// Kiosks that run another version than the node.
    static List<String> behind(List<KioskView> kiosks, String version) {
        List<String> others = new ArrayList<>();
        for (KioskView view : kiosks) {
            KioskState state = view.state();
            if (state != null && !state.version().equals(version)) {
                others.add(view.kiosk().name() + " (" + state.version() + ")");
            }
        }
        return others;
    }

    static Notice said(BackupStatus.Work work) {
        String failure = work.failure();
        if (failure != null) {
            return Notice.failed(
                    work.kind() == BackupStatus.Kind.DRILL ? "node.drill.failed" : "node.backup.failed", failure);
        }
        return Notice.done(work.kind() == BackupStatus.Kind.DRILL ? "node.drill.done" : "node.backup.done");
    }

    /// Makes a backup now.
    public void backup() {
        CommandId id = link.client().newCommand();
        begin(() -> link.client().node().backup(id));
    }

    /// Finds out whether a backup restores.
    public void drill(BackupStatus.File file) {
        CommandId id = link.client().newCommand();
        begin(() -> link.client().node().drill(file, id));
    }

    private void begin(Callable<BackupStatus> call) {
        if (working.get()) {
            return;
        }
        working.set(true);
        notice.set(null);
        link.ask(call, _ -> load(), this::refused, () -> {});
    }

    /// Has another node lead.
    public void lead(String node) {
        CommandId id = link.client().newCommand();
        change(() -> link.client().node().lead(node, id), Notice.done("node.member.lead.done", node));
    }

    /// Asks whether a node is to be taken out, before [#remove] does it.
    public void askToRemove(String node) {
        leaving.set(node);
    }

    /// The node that was asked about stays.
    public void keep() {
        leaving.set(null);
    }

    /// Takes a node out of those that keep the log.
    public void remove(String node) {
        leaving.set(null);
        CommandId id = link.client().newCommand();
        change(() -> link.client().node().remove(node, id), Notice.done("node.member.remove.done", node));
    }

    private void change(NodeLink.Telling call, Notice done) {
        if (working.get()) {
            return;
        }
        working.set(true);
        notice.set(null);
        link.tell(
                call,
                () -> {
                    working.set(false);
                    notice.set(done);
                    load();
                },
                failure -> {
                    working.set(false);
                    notice.set(Notice.of(failure));
                },
                () -> {});
    }

    private void refused(NodeException failure) {
        working.set(false);
        notice.set(
                switch (Notice.code(failure)) {
                    case "no-backups" -> Notice.care("node.backup.unconfigured");
                    case "backup-under-way" -> Notice.care("node.backup.underWay");
                    default -> Notice.of(failure);
                });
    }

    /// Null before the first answer.
    public ReadOnlyObjectProperty<@Nullable NodeStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// Kiosks that run another version than the node, each with its version.
    public ReadOnlyObjectProperty<List<String>> behind() {
        return behind.getReadOnlyProperty();
    }

    /// The node about which is asked whether it is to be taken out; null for none.
    public ReadOnlyObjectProperty<@Nullable String> leaving() {
        return leaving.getReadOnlyProperty();
    }

    /// Whether a backup, a drill or a change of the nodes goes on.
    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    void dismissNotice() {
        notice.set(null);
    }

    private record Answer(NodeStatus status, List<KioskView> kiosks) {}
}
