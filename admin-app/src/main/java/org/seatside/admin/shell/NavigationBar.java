package org.seatside.admin.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Preferences;
import org.seatside.admin.ui.Screen;
import org.seatside.admin.ui.Widgets;

/// The tasks at the left: icon and word, or icons alone where somebody folded it, or icon over word where the
/// window is narrow.
final class NavigationBar {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");
    private static final String KEPT = "navigation.folded";

    private final ShellViewModel model;
    private final Widgets widgets;
    private final Preferences preferences;
    private final VBox content = new VBox();
    private final VBox items = new VBox();
    private final Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);
    private final ScrollPane scroll;
    private final Button fold;
    private boolean folded;
    private boolean narrow;

    NavigationBar(ShellViewModel model, Widgets widgets, Iterable<Screen> screens, Preferences preferences) {
        this.model = model;
        this.widgets = widgets;
        this.preferences = preferences;
        this.folded = preferences.get(KEPT).map(Boolean::valueOf).orElse(false);
        ToggleGroup group = new ToggleGroup();
        screens.forEach(screen -> items.getChildren().add(item(screen, group)));
        items.getStyleClass().add("navigation-items");
        fold = widgets.iconButton("nav.fold", Glyphs.COLLAPSE, this::fold);
        scroll = FollowingScroll.of(items);
        // With large text not all of them fit: the one that is shown does.
        scroll.viewportBoundsProperty().addListener((_, _, _) -> reveal());
        items.heightProperty().addListener((_, _, _) -> reveal());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.getChildren().addAll(scroll, fold);
        content.getStyleClass().add("navigation");
        content.setMinWidth(Region.USE_PREF_SIZE);
        model.screen().addListener((_, _, now) -> select(now));
        select(model.screen().get());
        arrange();
    }

    private ToggleButton item(Screen screen, ToggleGroup group) {
        ToggleButton button = new ToggleButton(null, widgets.icon(screen.icon(), 1.5));
        button.textProperty().bind(widgets.messages().text(screen.key()));
        button.accessibleTextProperty().bind(button.textProperty());
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("nav-item");
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.go(screen);
        });
        buttons.put(screen, button);
        return button;
    }

    private void select(Screen screen) {
        ToggleButton button = buttons.get(screen);
        if (button != null) {
            button.setSelected(true);
            reveal();
        }
    }

    private void reveal() {
        ToggleButton shown = buttons.get(model.screen().get());
        if (shown != null) {
            FollowingScroll.show(scroll, shown);
        }
    }

    private void fold() {
        folded = !folded;
        preferences.put(KEPT, String.valueOf(folded));
        arrange();
    }

    void setNarrow(boolean now) {
        narrow = now;
        arrange();
    }

    private void arrange() {
        content.pseudoClassStateChanged(NARROW, narrow && !folded);
        content.pseudoClassStateChanged(FOLDED, folded);
        fold.setGraphic(widgets.icon(folded ? Glyphs.EXPAND : Glyphs.COLLAPSE));
        buttons.forEach((screen, button) -> {
            button.setContentDisplay(
                    folded ? ContentDisplay.GRAPHIC_ONLY : narrow ? ContentDisplay.TOP : ContentDisplay.LEFT);
            button.setAlignment(folded || narrow ? Pos.CENTER : Pos.CENTER_LEFT);
            button.setTooltip(tip(screen));
        });
    }

    private @Nullable Tooltip tip(Screen screen) {
        if (!folded) {
            return null;
        }
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(widgets.messages().text(screen.key()));
        return tip;
    }

    Node content() {
        return content;
    }
}
