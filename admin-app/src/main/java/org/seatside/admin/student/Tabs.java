package org.seatside.admin.student;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.seatside.admin.ui.Widgets;

/// Parts of what is kept of one thing, one at a time. A part is made when it is first looked at.
final class Tabs {
    private final Widgets widgets;
    private final ToggleGroup group = new ToggleGroup();
    private final FlowPane bar = new FlowPane();
    private final StackPane body = new StackPane();
    private final List<ToggleButton> buttons = new ArrayList<>();

    Tabs(Widgets widgets) {
        this.widgets = widgets;
        bar.getStyleClass().add("chips");
    }

    Tabs add(String key, Supplier<Node> part) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(widgets.messages().text(key));
        button.setMnemonicParsing(true);
        button.setToggleGroup(group);
        button.getStyleClass().add("tab-item");
        Node[] made = new Node[1];
        button.setOnAction(_ -> {
            button.setSelected(true);
            if (made[0] == null) {
                made[0] = part.get();
            }
            body.getChildren().setAll(made[0]);
        });
        buttons.add(button);
        bar.getChildren().add(button);
        return this;
    }

    /// @param first of the parts to show, from 0
    Node content(int first) {
        buttons.get(first).fire();
        VBox content = new VBox(bar, body);
        content.getStyleClass().add("form");
        return content;
    }
}
