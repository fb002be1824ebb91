package org.seatside.admin.ui;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Gives a table fewer columns of more lines where it is narrow, so that nothing is cut and nothing scrolls
/// sideways.
public final class AdaptiveColumns {
    private AdaptiveColumns() {}

    /// @param narrowEm width in heights of text below which the narrow columns are shown
    public static <S> void on(
            TableView<S> table,
            Display display,
            double narrowEm,
            List<TableColumn<S, S>> wide,
            List<TableColumn<S, S>> narrow) {
        Runnable arrange = () -> {
            List<TableColumn<S, S>> wanted = table.getWidth() < display.em(narrowEm) ? narrow : wide;
            if (!table.getColumns().equals(wanted)) {
                table.getColumns().setAll(wanted);
            }
        };
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        arrange.run();
        table.widthProperty().addListener((_, _, _) -> arrange.run());
        display.scale().addListener((_, _, _) -> arrange.run());
    }
}
