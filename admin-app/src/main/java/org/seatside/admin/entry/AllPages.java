package org.seatside.admin.entry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeException;
import org.seatside.model.api.Page;

/// Reads a list that comes in pages to its end. For lists of hundreds or some thousands, off the JavaFX thread.
public final class AllPages {
    private AllPages() {}

    public static <E> List<E> of(Reader<E> reader) throws NodeException {
        Page<E> page = reader.page(null);
        List<E> all = new ArrayList<>(page.items());
        while (page.next() != null) {
            page = reader.page(page.next());
            all.addAll(page.items());
        }
        return all;
    }

    /// Reads one page.
    @FunctionalInterface
    public interface Reader<E> {
        /// @param after null for the first
        Page<E> page(@Nullable String after) throws NodeException;
    }
}
