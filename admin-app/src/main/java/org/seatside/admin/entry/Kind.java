package org.seatside.admin.entry;

import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.seatside.admin.table.Column;

/// How entries of a kind are shown: what the page is called, its columns, and the details of one.
public interface Kind<E> {
    /// Key of the page's name.
    String title();

    Ikon icon();

    /// Key of what is said where there is none yet; `….body` below it says how one gets there.
    String emptyHead();

    String emptyBody();

    /// Key of the button that adds one; null where nobody adds any here.
    @Nullable
    String add();

    /// The first stays, the others go where there is little room: the details say all.
    List<Column<E>> columns();

    /// The name over the details.
    ///
    /// @param entry null for a new one
    String heading(@Nullable E entry);

    /// The details.
    ///
    /// @param entry null for a new one
    /// @param close takes them away
    List<Node> details(@Nullable E entry, Runnable close);
}
