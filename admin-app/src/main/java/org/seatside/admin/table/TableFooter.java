package org.seatside.admin.table;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Widgets;

/// How many rows there are and how many are selected, and what can be done with them.
final class TableFooter<S> {
    private final HBox content;

    TableFooter(Widgets widgets, RowsViewModel<S> model, TableView<S> table, Runnable copy, Node columns) {
        Label count = widgets.label(
                Bindings.createStringBinding(
                        () -> {
                            int selected =
                                    table.getSelectionModel().getSelectedItems().size();
                            String rows = widgets.messages()
                                    .now(
                                            model.more().get() ? "table.countMore" : "table.count",
                                            model.rows().size());
                            return selected < 2 ? rows : widgets.messages().now("table.selected", rows, selected);
                        },
                        model.rows(),
                        model.more(),
                        table.getSelectionModel().getSelectedItems(),
                        widgets.messages().language()),
                "quiet",
                "figures");
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        content = new HBox(
                count, widgets.busy(model.busy()), columns, widgets.button("table.copy", Glyphs.COPY, copy, "flat"));
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().addAll("row", "table-footer");
    }

    Node content() {
        return content;
    }
}
