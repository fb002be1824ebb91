package org.seatside.admin.administration;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.seatside.admin.ui.AdaptiveColumns;
import org.seatside.admin.ui.DetailPane;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.audit.AuditEntry;

/// The audit trail as a list, one entry in full at the right, and the button that verifies all of it.
final class AuditView implements Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double NARROW_EM = 40;

    private final AuditViewModel model;
    private final Display display;
    private final ZoneId zone;
    private final Widgets widgets;
    private final FileDialogs dialogs;
    private final TextField subject = new TextField();
    private final TableView<AuditEntry> table;
    private final DetailPane content;

    AuditView(AuditViewModel model, Display display, ZoneId zone, FileDialogs dialogs) {
        this.model = model;
        this.display = display;
        this.zone = zone;
        this.dialogs = dialogs;
        this.widgets = new Widgets(display);
        this.table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(
                head(), filters(), widgets.notice(model.notice(), model::dismissNotice), folder(), table, more());
        page.getStyleClass().add("page");
        content = new DetailPane(page, display, true);
        display.messages().language().addListener((_, _, _) -> table.refresh());
    }

    private Node head() {
        Label title = widgets.label("audit.title", "type-head");
        title.setMinWidth(display.em(6));
        Button verify = widgets.button("audit.verify", Glyphs.WELL, model::verify, "accent");
        verify.disableProperty().bind(model.busy());
        Button export = widgets.button("audit.export", null, this::export);
        export.disableProperty().bind(model.busy());
        FlowPane tools = new FlowPane(widgets.busy(model.busy()), export, verify);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getStyleClass().add("actions");
        HBox.setHgrow(tools, Priority.ALWAYS);
        HBox head = new HBox(title, tools);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    private void export() {
        dialogs.saveFile(display.messages().now("audit.file") + ".jsonl").ifPresent(model::export);
    }

    private Node folder() {
        Button open = widgets.button("print.openFolder", Glyphs.FOLDER, () -> {
            var file = model.saved().get();
            if (file != null && file.getParent() != null) {
                dialogs.show(file.getParent());
            }
        });
        open.visibleProperty().bind(model.saved().isNotNull());
        open.managedProperty().bind(open.visibleProperty());
        return open;
    }

    private Node filters() {
        TextField actor = new TextField();
        filter(subject, "audit.subject.filter");
        filter(actor, "audit.actor.filter");
        Widgets.bind(subject, model.subject());
        Widgets.bind(actor, model.actor());
        FlowPane row = new FlowPane(
                subject,
                actor,
                widgets.button("audit.look", Glyphs.SEARCH, model::load),
                widgets.button("audit.all", null, model::all));
        row.getStyleClass().add("actions");
        return row;
    }

    private void filter(TextField field, String key) {
        field.promptTextProperty().bind(display.messages().text(key));
        field.accessibleTextProperty().bind(display.messages().text(key));
        field.setPrefColumnCount(16);
        field.setOnAction(_ -> model.load());
    }

    private TableView<AuditEntry> table() {
        TableView<AuditEntry> entries = new TableView<>(model.entries());
        entries.accessibleTextProperty().bind(display.messages().text("audit.title"));
        AdaptiveColumns.on(
                entries,
                display,
                NARROW_EM,
                List.of(
                        widgets.column("audit.number", 1.8, this::number),
                        widgets.column("audit.at", 6, this::time),
                        widgets.column(
                                "audit.action",
                                5,
                                entry -> widgets.name(ActionWords.of(entry.action(), display.messages()), "strong")),
                        widgets.column("audit.actor", 4, entry -> widgets.name(shortened(entry.actor()), "figures")),
                        widgets.column("audit.outcome", 3.5, entry -> widgets.mark(outcome(entry)))),
                List.of(
                        widgets.column("audit.at", 5, entry -> lines(time(entry), number(entry))),
                        widgets.column(
                                "audit.action",
                                6,
                                entry -> lines(
                                        widgets.name(ActionWords.of(entry.action(), display.messages()), "strong"),
                                        widgets.mark(outcome(entry))))));
        Runnable place = () -> entries.setPlaceholder(
                model.loaded().get()
                        ? widgets.empty(Glyphs.LIST, "audit.none.head", "audit.none.body")
                        : widgets.label("today.asking", "quiet"));
        place.run();
        model.loaded().addListener((InvalidationListener) _ -> place.run());
        entries.setOnMouseClicked(_ -> openSelected());
        entries.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        return entries;
    }

    private static Node lines(Node... lines) {
        VBox box = new VBox(lines);
        box.getStyleClass().add("lines");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node number(AuditEntry entry) {
        return widgets.name(String.valueOf(entry.number()), "figures", "quiet");
    }

    private Node time(AuditEntry entry) {
        return widgets.name(TIME.format(entry.at().atZone(zone)), "figures");
    }

    /// An id by its end: what two have in common is their beginning, the time.
    private String shortened(String actor) {
        if (actor.equals("node")) {
            return display.messages().now("audit.actor.node");
        }
        return actor.length() == 36 ? "…" + actor.substring(actor.length() - 12) : actor;
    }

    private static Mark outcome(AuditEntry entry) {
        return entry.outcome().equals("done")
                ? new Mark(MaterialDesignC.CHECK_BOLD, "audit.outcome.done", Role.PRESENT)
                : new Mark(MaterialDesignM.MINUS_CIRCLE_OUTLINE, "audit.outcome.refused", Role.REFUSED);
    }

    private Node more() {
        Button more = widgets.button("audit.more", null, model::loadMore);
        more.disableProperty().bind(model.busy());
        more.visibleProperty().bind(model.more());
        more.managedProperty().bind(more.visibleProperty());
        return more;
    }

    private void openSelected() {
        AuditEntry entry = table.getSelectionModel().getSelectedItem();
        if (entry != null) {
            content.show(details(entry));
        }
    }

    private Node details(AuditEntry entry) {
        VBox facts = new VBox(
                fact("audit.at", TIME.format(entry.at().atZone(zone))),
                fact("audit.actor", entry.actor()),
                fact("audit.from", entry.from()),
                fact("audit.subject", entry.subject()),
                fact("audit.detail", entry.detail()),
                fact("audit.outcome", entry.outcome()),
                fact("audit.command", entry.command().toString()),
                fact("audit.hash", entry.hash()));
        facts.getStyleClass().add("facts");
        FlowPane ways = new FlowPane(widgets.button("audit.byThis", null, () -> model.by(entry.actor())));
        String record = entry.subject();
        if (record != null) {
            ways.getChildren().add(widgets.button("audit.aboutThis", null, () -> model.about(record)));
        }
        ways.getStyleClass().add("actions");
        return new Drawer(
                        widgets,
                        widgets.words(
                                display.messages().language(),
                                _ -> entry.number() + " · " + ActionWords.of(entry.action(), display.messages())),
                        this::close,
                        facts,
                        ways)
                .content();
    }

    private Node fact(String key, @Nullable String value) {
        Label said = value == null || value.isBlank() ? widgets.label("room.fact.none", "quiet") : new Label(value);
        said.setWrapText(true);
        VBox fact = new VBox(widgets.label(key, "type-small", "quiet"), said);
        fact.setAlignment(Pos.CENTER_LEFT);
        return fact;
    }

    private void close() {
        content.show(null);
        table.requestFocus();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void enter() {
        model.load();
    }

    @Override
    public void leave() {}

    @Override
    public void add() {}

    @Override
    public void focusSearch() {
        subject.requestFocus();
    }
}
