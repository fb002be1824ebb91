package org.seatside.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;

/// The looks an app can take. Each defines the same colours under the same names (`theme.css`), so that a view names a
/// role and never a colour.
public enum Theme {
    LIGHT(false),
    DARK(true),
    WHITE_ON_BLACK(true),
    BLACK_ON_WHITE(false),
    YELLOW_ON_BLACK(true);

    private static final String SHEET = Objects.requireNonNull(Theme.class.getResource("theme.css"), "theme.css")
            .toExternalForm();

    private final boolean dark;

    Theme(boolean dark) {
        this.dark = dark;
    }

    /// The style class of a root in this look: `theme-light`, `theme-white-on-black`, …
    public String styleClass() {
        return "theme-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Gives the scene this look, in place of the one it had. On the JavaFX thread.
    ///
    /// @param textPixels height of body text; every other size is relative to it
    public void apply(Scene scene, Typeface typeface, double textPixels) {
        scene.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        if (!scene.getStylesheets().contains(SHEET)) {
            scene.getStylesheets().addFirst(SHEET);
        }
        scene.getRoot()
                .getStyleClass()
                .removeAll(Arrays.stream(values()).map(Theme::styleClass).toList());
        scene.getRoot().getStyleClass().add(styleClass());
        scene.getRoot()
                .setStyle(String.format(
                        Locale.ROOT, "-fx-font-family: \"%s\"; -fx-font-size: %.2fpx;", typeface.family(), textPixels));
    }
}
