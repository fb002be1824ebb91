package org.seatside.admin.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.seatside.model.directory.SearchKind;

/// The pages of a session. A new one is one line in the composition root; a screen without one is not in the
/// navigation.
public final class Pages {
    private final Map<Screen, Page> pages = new EnumMap<>(Screen.class);

    public Pages add(Screen screen, Page page) {
        pages.put(screen, page);
        return this;
    }

    /// In the order of the navigation.
    public Set<Screen> screens() {
        return pages.keySet();
    }

    public void forEach(BiConsumer<Screen, Page> each) {
        pages.forEach(each);
    }

    /// @throws IllegalStateException where there is none
    public Page of(Screen screen) {
        Page page = pages.get(screen);
        if (page == null) {
            throw new IllegalStateException("No page for " + screen);
        }
        return page;
    }

    /// Where such a find is shown; empty where no page shows it.
    public Optional<Screen> screenFor(SearchKind kind) {
        return pages.entrySet().stream()
                .filter(entry -> entry.getValue().opens().contains(kind))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public void close() {
        pages.values().forEach(Page::end);
    }
}
