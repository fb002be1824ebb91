package org.seatside.admin.administration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.BackupStatus;
import org.seatside.model.api.NodeStatus;

/// How the node does, in five panels: itself, those it keeps the log with, versions, what it keeps, backups.
final class NodeStatusView implements Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final long MEGABYTE = 1 << 20;

    private final NodeStatusViewModel model;
    private final AuthorityView authority;
    private final Display display;
    private final ZoneId zone;
    private final Widgets widgets;
    private final MembersPanel members;
    private final VBox panels = new VBox();
    private final ScrollPane content;

    NodeStatusView(NodeStatusViewModel model, AuthorityView authority, Display display, ZoneId zone) {
        this.model = model;
        this.authority = authority;
        this.display = display;
        this.zone = zone;
        this.widgets = new Widgets(display);
        this.members = new MembersPanel(model, widgets);
        panels.getStyleClass().add("form");
        VBox page = new VBox(
                widgets.label("node.title", "type-head"),
                widgets.notice(model.notice(), model::dismissNotice),
                panels,
                authority.content());
        page.getStyleClass().addAll("page", "reading");
        content = FollowingScroll.of(page);
        model.status().addListener((_, _, _) -> show());
        model.working().addListener((_, _, _) -> show());
        model.leaving().addListener((_, _, _) -> show());
        display.messages().language().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        NodeStatus status = model.status().get();
        if (status == null) {
            panels.getChildren().setAll(widgets.label("today.asking", "quiet"));
            return;
        }
        panels.getChildren()
                .setAll(
                        itself(status),
                        members.of(status),
                        versions(status),
                        retention(status),
                        backups(status.backups()));
    }

    private VBox panel(String title) {
        VBox box = new VBox(widgets.label(title, "type-lead"));
        box.getStyleClass().addAll("panel", "lines");
        return box;
    }

    private Node itself(NodeStatus status) {
        VBox box = panel("node.itself");
        Mark ready = status.ready()
                ? new Mark(Glyphs.WELL, "node.ready", Role.PRESENT)
                : new Mark(Glyphs.CARE, "node.notReady", Role.REFUSED);
        box.getChildren().add(widgets.mark(ready));
        if (!status.reason().isEmpty()) {
            box.getChildren().add(widgets.label(new javafx.beans.property.SimpleStringProperty(status.reason())));
        }
        box.getChildren()
                .addAll(
                        fact("node.address", status.address()),
                        fact("node.started", said(status.startedAt())),
                        fact("node.lag", String.valueOf(status.lag())));
        return box;
    }

    private Node versions(NodeStatus status) {
        VBox box = panel("node.versions");
        box.getChildren().add(fact("node.version", status.version()));
        List<String> behind = model.behind().get();
        if (behind.isEmpty()) {
            box.getChildren().add(widgets.label("node.versions.same", "mark", Role.PRESENT.styleClass()));
        } else {
            box.getChildren()
                    .add(widgets.label(display.messages().text("node.versions.others", String.join(", ", behind))));
        }
        box.getChildren().add(widgets.label("node.versions.how", "type-small", "quiet"));
        return box;
    }

    private Node retention(NodeStatus status) {
        NodeStatus.Retention kept = status.retention();
        Integer attendance = kept.attendance();
        VBox box = panel("node.retention");
        box.getChildren()
                .addAll(
                        fact(
                                "node.keeps.attendance",
                                attendance == null ? display.messages().now("node.keeps.always") : days(attendance)),
                        fact("node.keeps.refused", days(kept.refused())),
                        fact("node.keeps.consents", days(kept.consents())),
                        fact("node.keeps.audit", days(kept.audit())),
                        widgets.label("node.retention.how", "type-small", "quiet"));
        return box;
    }

    private String days(int days) {
        return display.messages().now("node.days", days);
    }

    private Node backups(BackupStatus backups) {
        VBox box = panel("node.backups");
        if (!backups.configured()) {
            box.getChildren().add(widgets.label("node.backup.unconfigured"));
            return box;
        }
        box.getChildren()
                .add(widgets.label(
                        display.messages().text("node.backups.every", backups.everyHours(), backups.keep()), "quiet"));
        Button now = widgets.button("node.backup", MaterialDesignB.BACKUP_RESTORE, model::backup, "accent");
        now.disableProperty().bind(model.working());
        FlowPane ways = new FlowPane(now, widgets.busy(model.working()));
        ways.setAlignment(Pos.CENTER_LEFT);
        ways.getStyleClass().add("actions");
        box.getChildren().add(ways);
        if (backups.files().isEmpty()) {
            box.getChildren().add(widgets.label("node.backups.none", "quiet"));
        }
        backups.files().forEach(file -> box.getChildren().add(row(file, backups.work())));
        return box;
    }

    private Node row(BackupStatus.File file, BackupStatus.@Nullable Work work) {
        Label made = widgets.name(said(file.madeAt()), "strong", "figures");
        Label size = widgets.name(
                display.messages().now("node.megabytes", Math.max(1, file.bytes() / MEGABYTE)), "quiet", "figures");
        Button drill = widgets.button("node.drill", Glyphs.WELL, () -> model.drill(file));
        drill.setAccessibleText(display.messages().now("node.drill.of", made.getText()));
        drill.disableProperty().bind(model.working());
        FlowPane row = new FlowPane(made, size, drill);
        if (work != null && file.name().equals(work.file()) && work.endedAt() != null) {
            row.getChildren()
                    .add(widgets.mark(
                            work.failure() == null
                                    ? new Mark(Glyphs.WELL, "node.drill.well", Role.PRESENT)
                                    : new Mark(Glyphs.CARE, "node.drill.ill", Role.REFUSED)));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("panel-row", "actions");
        return row;
    }

    private Node fact(String key, String value) {
        Label name = widgets.label(key, "quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label said = widgets.name(value, "strong", "figures");
        said.setWrapText(true);
        HBox row = new HBox(name, gap, said);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    private String said(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void enter() {
        model.open();
        authority.load();
    }

    @Override
    public void leave() {
        model.close();
    }

    @Override
    public void add() {}

    @Override
    public void focusSearch() {}
}
