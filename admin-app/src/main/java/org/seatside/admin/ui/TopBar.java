package org.seatside.admin.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The app's name, which node it is on, and what is at the right. The node has a line of its own where the window
/// is narrow: it is always named.
public final class TopBar {
    private static final double NARROW_EM = 58;

    private final VBox content = new VBox();
    private final HBox row;
    private final Label node;
    private final Region gap = new Region();
    private final Display display;
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();

    public TopBar(Display display, Widgets widgets, ObservableValue<String> place, Node... right) {
        this.display = display;
        Label name = widgets.label("app.name", "type-lead", "app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        node = widgets.label(place, "quiet");
        node.setGraphic(widgets.icon(Glyphs.LINK));
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(name, node, gap);
        row.getChildren().addAll(right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        content.getChildren().add(row);
        content.getStyleClass().add("top-bar");
        content.widthProperty().addListener((_, _, _) -> arrange());
        display.scale().addListener((_, _, _) -> arrange());
    }

    /// Whether there is no room for everything in words.
    public ReadOnlyBooleanProperty narrow() {
        return narrow.getReadOnlyProperty();
    }

    private void arrange() {
        boolean tight = content.getWidth() < display.em(NARROW_EM);
        narrow.set(tight);
        boolean below = content.getChildren().contains(node);
        if (tight && !below) {
            row.getChildren().remove(node);
            content.getChildren().add(node);
        } else if (!tight && below) {
            content.getChildren().remove(node);
            row.getChildren().add(1, node);
        }
    }

    public Node content() {
        return content;
    }
}
