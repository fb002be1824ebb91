package org.seatside.kiosk.ui;

import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons that grow with the text.
final class Icons {
    private Icons() {}

    /// @param em font size of body text in pixels
    /// @param size in em
    static FontIcon icon(String name, ObservableValue<Number> em, double size) {
        FontIcon icon = new FontIcon(name);
        // In place of the class by which the base theme sets sizes and colours of its own.
        icon.getStyleClass().setAll("kiosk-icon");
        em.subscribe(pixels -> icon.setIconSize((int) Math.max(1, Math.round(pixels.doubleValue() * size))));
        return icon;
    }
}
