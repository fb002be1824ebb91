package org.seatside.admin.ui;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.SearchKind;

/// One task of the app, filling all but the navigation. Entered into [Pages] by the composition root.
public interface Page {
    Node content();

    /// The person comes to this page.
    void enter();

    /// The person goes to another page. What was typed stays.
    void leave();

    /// The page's own way to add something, where it has one.
    void add();

    /// Puts the keyboard into the page's search, where it has one.
    void focusSearch();

    /// What the command palette offers of this page, beside going there.
    default List<PageAction> actions() {
        return List.of();
    }

    /// What it can [#open] of that which a search over everything finds.
    default Set<SearchKind> opens() {
        return Set.of();
    }

    /// Shows a find of one of these kinds.
    default void open(SearchHit hit) {
        throw new IllegalStateException("This page opens no " + hit.kind());
    }

    /// Goes to a part of this page; stays where it has none of this name.
    default void goTo(String part) {}

    /// The session ends: feeds and cameras are let go.
    default void end() {
        leave();
    }
}
