package org.seatside.admin.attendance;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.ClassSheet;

/// What was typed in a sheet beside what somebody else wrote meanwhile; the person decides.
final class ConflictsView {
    private final SheetViewModel model;
    private final Widgets widgets;
    private final SheetWords words;
    private final VBox content = new VBox();

    ConflictsView(SheetViewModel model, Widgets widgets, SheetWords words) {
        this.model = model;
        this.widgets = widgets;
        this.words = words;
        content.getStyleClass().add("list");
        model.conflicts().addListener((ListChangeListener<Conflict>) _ -> show());
        show();
    }

    void show() {
        content.getChildren().clear();
        model.conflicts().forEach(conflict -> content.getChildren().add(box(conflict)));
        content.setVisible(!model.conflicts().isEmpty());
        content.setManaged(!model.conflicts().isEmpty());
    }

    private Node box(Conflict conflict) {
        Edit mine = conflict.mine();
        ClassSheet.Cell now = conflict.now();
        Label what = new Label(words.said(mine.key()));
        what.getStyleClass().add("strong");
        VBox yours = new VBox(widgets.label("conflict.mine", "type-small", "quiet"), words.mark(mine.mark()));
        VBox theirs = new VBox(
                widgets.label("conflict.now", "type-small", "quiet"),
                now == null
                        ? new Label("–")
                        : model.markOf(now).map(words::mark).orElseGet(() -> new Label(now.code())));
        HBox beside = new HBox(yours, theirs);
        beside.getStyleClass().add("conflict");
        FlowPane actions = new FlowPane(
                widgets.button("conflict.takeMine", null, () -> model.takeMine(conflict)),
                widgets.button("conflict.takeTheirs", null, () -> model.takeTheirs(conflict)));
        actions.getStyleClass().add("actions");
        VBox box = new VBox(widgets.label("conflict.head", "quiet"), what, beside, actions);
        box.getStyleClass().addAll("verdict", Role.LATE.styleClass());
        return box;
    }

    Node content() {
        return content;
    }
}
