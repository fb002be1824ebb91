package org.seatside.admin.table;

import java.util.Comparator;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A column of a [DataTable].
///
/// @param id under which it is remembered
/// @param headKey of its heading in the messages
/// @param ems its width in heights of text; what is left over is shared out by it
/// @param text what is copied, and shown unless there is a `cell`
/// @param cell how it is shown; null for its text
/// @param order how rows are sorted by it; null for not at all
/// @param right whether it stands at the right, as numbers do
/// @param keep 0 stays always; the greater, the sooner it goes where the window is narrow
public record Column<S>(
        String id,
        String headKey,
        double ems,
        Function<S, String> text,
        @Nullable Function<S, Node> cell,
        @Nullable Comparator<S> order,
        boolean right,
        int keep) {
    /// A column of text, sorted by it.
    public static <S> Column<S> of(String id, String headKey, double ems, Function<S, String> text) {
        return new Column<>(id, headKey, ems, text, null, Comparator.comparing(text), false, 0);
    }

    public Column<S> shownAs(Function<S, Node> how) {
        return new Column<>(id, headKey, ems, text, how, order, right, keep);
    }

    /// @param by null for not at all
    public Column<S> sortedBy(@Nullable Comparator<S> by) {
        return new Column<>(id, headKey, ems, text, cell, by, right, keep);
    }

    public Column<S> atRight() {
        return new Column<>(id, headKey, ems, text, cell, order, true, keep);
    }

    /// @param rank 1 goes last where the window is narrow, greater ones sooner
    public Column<S> yields(int rank) {
        return new Column<>(id, headKey, ems, text, cell, order, right, rank);
    }
}
