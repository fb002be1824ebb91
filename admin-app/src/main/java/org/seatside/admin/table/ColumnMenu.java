package org.seatside.admin.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Widgets;

/// Which columns a table shows.
final class ColumnMenu<S> {
    private final MenuButton button = new MenuButton();

    /// @param hidden ids at first
    /// @param changed gets the ids that are hidden now
    ColumnMenu(Widgets widgets, List<Column<S>> columns, Set<String> hidden, Consumer<Set<String>> changed) {
        Set<String> now = new LinkedHashSet<>(hidden);
        button.textProperty().bind(widgets.messages().text("table.columns"));
        button.setGraphic(widgets.icon(Glyphs.COLUMNS));
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        for (Column<S> column : columns) {
            if (column.keep() > 0) {
                CheckMenuItem item = new CheckMenuItem();
                item.textProperty().bind(widgets.messages().text(column.headKey()));
                item.setMnemonicParsing(false);
                item.setSelected(!now.contains(column.id()));
                item.setOnAction(_ -> {
                    if (item.isSelected()) {
                        now.remove(column.id());
                    } else {
                        now.add(column.id());
                    }
                    changed.accept(now);
                });
                button.getItems().add(item);
            }
        }
        button.setVisible(!button.getItems().isEmpty());
        button.setManaged(!button.getItems().isEmpty());
    }

    Node content() {
        return button;
    }
}
