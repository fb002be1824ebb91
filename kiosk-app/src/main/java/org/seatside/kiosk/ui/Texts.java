package org.seatside.kiosk.ui;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures of drawn text.
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
}
