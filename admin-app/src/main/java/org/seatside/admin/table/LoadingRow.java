package org.seatside.admin.table;

import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A row that has the next part loaded while it is still above the end.
final class LoadingRow<S> extends TableRow<S> {
    private final RowsViewModel<S> model;

    LoadingRow(RowsViewModel<S> model) {
        this.model = model;
    }

    @Override
    protected void updateItem(@Nullable S item, boolean empty) {
        super.updateItem(item, empty);
        if (!empty) {
            model.reach(getIndex());
        }
    }
}
