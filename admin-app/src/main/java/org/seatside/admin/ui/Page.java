package org.seatside.admin.ui;

import javafx.scene.Node;

/// One task of the app, filling all but the navigation.
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
}
