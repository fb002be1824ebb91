package org.seatside.admin.ui;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.seatside.fx.Messages;
import org.seatside.fx.Theme;
import org.seatside.fx.Typeface;

/// How the app looks to this person, changed at run time: language, colours, text size.
public final class Display {
    /// Height of body text at 100 %, in pixels.
    public static final double TEXT = 15;

    /// The text sizes offered, in percent.
    public static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);

    private final Messages messages;
    private final Typeface typeface;
    private final ObjectProperty<Theme> theme;
    private final DoubleProperty scale;

    /// @param scale of texts, 1 to 2
    public Display(Messages messages, Typeface typeface, Theme theme, double scale) {
        this.messages = messages;
        this.typeface = typeface;
        this.theme = new SimpleObjectProperty<>(theme);
        this.scale = new SimpleDoubleProperty(scale);
    }

    public Messages messages() {
        return messages;
    }

    public Typeface typeface() {
        return typeface;
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public DoubleProperty scale() {
        return scale;
    }

    /// Pixels of so many heights of body text.
    public double em(double count) {
        return TEXT * scale.get() * count;
    }
}
