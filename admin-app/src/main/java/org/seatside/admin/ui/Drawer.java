package org.seatside.admin.ui;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Details at the right of a page: a title, a way to close them (also Escape), and what they hold.
public final class Drawer {
    private final BorderPane content = new BorderPane();

    public Drawer(Widgets widgets, ObservableValue<String> title, Runnable close, Node... body) {
        Label head = widgets.label(title, "type-title");
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox top = new HBox(head, widgets.iconButton("drawer.close", Glyphs.CLOSE, close));
        top.setAlignment(Pos.TOP_LEFT);
        top.getStyleClass().add("drawer-head");
        VBox inner = new VBox(body);
        inner.getStyleClass().add("drawer-body");
        content.setTop(top);
        content.setCenter(FollowingScroll.of(inner));
        content.getStyleClass().add("drawer");
        content.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    public Node content() {
        return content;
    }
}
