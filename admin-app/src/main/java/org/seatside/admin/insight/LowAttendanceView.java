package org.seatside.admin.insight;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.seatside.admin.ui.AdaptiveColumns;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Widgets;

/// Who attends too little, once all sections were looked through.
final class LowAttendanceView implements Page {
    private static final double NARROW_EM = 36;

    private final LowAttendanceViewModel model;
    private final Widgets widgets;
    private final TextField below = new TextField();
    private final VBox content;

    LowAttendanceView(LowAttendanceViewModel model, Display display) {
        this.model = model;
        this.widgets = new Widgets(display);
        TableView<LowAttendanceViewModel.Low> table = table(display);
        VBox.setVgrow(table, Priority.ALWAYS);
        content =
                new VBox(widgets.label("low.title", "type-head"), ways(), widgets.notice(model.notice(), null), table);
        content.getStyleClass().add("page");
        display.messages().language().addListener((_, _, _) -> table.refresh());
    }

    private Node ways() {
        Widgets.bind(below, model.below().text());
        below.setOnAction(_ -> model.look());
        Button look = widgets.button("low.look", Glyphs.SEARCH, model::look, "accent");
        look.disableProperty().bind(model.busy());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progress());
        bar.accessibleTextProperty().bind(widgets.messages().text("low.looking"));
        Button stop = widgets.button("low.stop", Glyphs.REVOKE, model::stop);
        for (Node node : List.of(bar, stop)) {
            node.visibleProperty().bind(model.busy());
            node.managedProperty().bind(model.busy());
        }
        FlowPane row = new FlowPane(
                widgets.field(
                        "low.below", below, "low.below.hint", model.below().error()),
                look,
                bar,
                stop);
        row.setRowValignment(VPos.CENTER);
        row.getStyleClass().add("actions");
        return row;
    }

    private TableView<LowAttendanceViewModel.Low> table(Display display) {
        TableView<LowAttendanceViewModel.Low> low = new TableView<>(model.found());
        low.accessibleTextProperty().bind(display.messages().text("low.title"));
        AdaptiveColumns.on(
                low,
                display,
                NARROW_EM,
                List.of(
                        widgets.column("low.percent", 2.5, it -> percent(it)),
                        widgets.column(
                                "student.name",
                                4,
                                it -> widgets.name(it.student().name(), "strong")),
                        widgets.column(
                                "student.number",
                                3,
                                it -> widgets.name(it.student().number(), "figures")),
                        widgets.column(
                                "section.column.title",
                                6,
                                it -> widgets.name(it.section().title())),
                        widgets.column(
                                "low.meetings", 3, it -> widgets.name(String.valueOf(it.meetings()), "figures"))),
                List.of(
                        widgets.column("low.percent", 3, it -> percent(it)),
                        widgets.column(
                                "student.name",
                                7,
                                it -> lines(
                                        widgets.name(it.student().name(), "strong"),
                                        widgets.name(it.section().title(), "type-small", "quiet")))));
        Runnable place = () -> low.setPlaceholder(
                model.looked().get()
                        ? widgets.empty(Glyphs.WELL, "low.none.head", "low.none.body")
                        : widgets.empty(MaterialDesignA.ACCOUNT_SEARCH_OUTLINE, "low.before.head", "low.before.body"));
        place.run();
        model.looked().addListener((_, _, _) -> place.run());
        return low;
    }

    private Node percent(LowAttendanceViewModel.Low low) {
        return widgets.name(low.percent() + " %", "strong", "figures");
    }

    private static Node lines(Node... lines) {
        VBox box = new VBox(lines);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("lines");
        return box;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void enter() {
        model.suggest();
    }

    @Override
    public void leave() {}

    @Override
    public void add() {}

    @Override
    public void focusSearch() {
        below.requestFocus();
    }
}
