package org.seatside.kiosk.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Sizes and measures of drawn text.
final class Texts {
    private Texts() {}

    /// The parts between blanks.
    static List<String> words(String text) {
        return Pattern.compile(" ").splitAsStream(text).toList();
    }

    /// In pixels, on one line.
    static double width(String text, Font font) {
        Text drawn = new Text(text);
        drawn.setFont(font);
        return drawn.getLayoutBounds().getWidth();
    }

    /// @param pixels font size of all text in the node that has none of its own
    static void size(Node node, double pixels) {
        node.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", pixels));
    }

    /// Draws at the wanted size, and ever smaller until it fits or is no larger than the least.
    ///
    /// @param step from one size to the next, below 1
    /// @return the size drawn last
    static double shrink(double wanted, double least, double step, DoubleConsumer draw, BooleanSupplier fits) {
        double size = wanted;
        draw.accept(size);
        while (!fits.getAsBoolean() && size > least) {
            size *= step;
            draw.accept(size);
        }
        return size;
    }
}
