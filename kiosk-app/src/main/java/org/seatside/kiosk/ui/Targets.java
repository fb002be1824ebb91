package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/// Everything that can be pressed now, in the order in which it is read.
final class Targets {
    private Targets() {}

    static List<Button> in(Node root) {
        List<Button> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Button> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof Button button) {
            found.add(button);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /// What a button is called, for the ear.
    static String name(Button button) {
        String accessible = button.getAccessibleText();
        return accessible == null || accessible.isBlank() ? button.getText() : accessible;
    }
}
