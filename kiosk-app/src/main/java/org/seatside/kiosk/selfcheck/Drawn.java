package org.seatside.kiosk.selfcheck;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;

/// A scene at one moment: its picture and what can be seen on it.
record Drawn(BufferedImage picture, List<Button> targets, List<Labeled> texts, List<Control> others) {
    static Drawn of(Scene scene) {
        // The first layout tells texts their size, the second their place.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().layout();
        List<Button> targets = new ArrayList<>();
        List<Labeled> texts = new ArrayList<>();
        List<Control> others = new ArrayList<>();
        collect(scene.getRoot(), targets, texts, others);
        return new Drawn(take(scene), targets, texts, others);
    }

    static BufferedImage take(Scene scene) {
        WritableImage drawn = scene.snapshot(null);
        int width = (int) drawn.getWidth();
        int height = (int) drawn.getHeight();
        int[] pixels = new int[width * height];
        drawn.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    private static void collect(Node node, List<Button> targets, List<Labeled> texts, List<Control> others) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Button button) {
            if (!button.isDisabled()) {
                targets.add(button);
                texts.add(button);
            }
            return;
        }
        if (node instanceof Label label) {
            texts.add(label);
        } else if (node instanceof ButtonBase || node instanceof Control) {
            others.add((Control) node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, targets, texts, others));
        }
    }

    static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /// The node that draws a label's text.
    static Node ink(Labeled labeled) {
        Node text = labeled.lookup(".text");
        return text == null ? labeled : text;
    }

    /// Whether a label shows less than it holds.
    static boolean isCut(Labeled labeled) {
        String shown = ink(labeled) instanceof Text text ? text.getText() : labeled.getText();
        return !shown.replace("\n", "").equals(labeled.getText().replace("\n", ""));
    }
}
