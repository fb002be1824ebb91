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
        icon.getStyleClass().add("kiosk-icon");
        // Set, not bound: the base theme wants to set it too, and gives way to a value but not to a binding.
        em.subscribe(pixels -> icon.setIconSize((int) Math.round(pixels.doubleValue() * size)));
        return icon;
    }
}
