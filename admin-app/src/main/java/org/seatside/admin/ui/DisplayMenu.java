package org.seatside.admin.ui;

import java.util.Locale;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.seatside.fx.Messages;
import org.seatside.fx.Theme;

/// Language, colours and text size, changed at once.
public final class DisplayMenu {
    private final MenuButton button = new MenuButton();

    public DisplayMenu(Display display, Widgets widgets) {
        Messages messages = display.messages();
        button.textProperty().bind(messages.text("display"));
        button.setGraphic(widgets.icon(Glyphs.DISPLAY));
        button.setMnemonicParsing(true);
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup languages = new ToggleGroup();
        for (Locale language : Messages.LANGUAGES) {
            RadioMenuItem item = new RadioMenuItem(language.getDisplayLanguage(language));
            item.setToggleGroup(languages);
            item.setSelected(language.equals(messages.language().get()));
            item.setDisable(
                    language.equals(Locale.KOREAN) && !display.typeface().korean());
            item.setOnAction(_ -> messages.switchTo(language));
            button.getItems().add(item);
        }
        button.getItems().add(new SeparatorMenuItem());
        ToggleGroup themes = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = item(themes, display.theme(), theme);
            item.textProperty().bind(messages.text(key(theme)));
            button.getItems().add(item);
        }
        button.getItems().add(new SeparatorMenuItem());
        ToggleGroup sizes = new ToggleGroup();
        for (int percent : Display.SCALES) {
            RadioMenuItem item = item(sizes, display.scale().asObject(), percent / 100.0);
            item.textProperty().bind(messages.text("display.size", percent));
            button.getItems().add(item);
        }
        button.getItems().forEach(item -> item.setMnemonicParsing(false));
    }

    private static <T> RadioMenuItem item(ToggleGroup group, Property<T> property, T value) {
        RadioMenuItem item = new RadioMenuItem();
        item.setToggleGroup(group);
        item.setSelected(value.equals(property.getValue()));
        item.setOnAction(_ -> property.setValue(value));
        return item;
    }

    private static String key(Theme theme) {
        return switch (theme) {
            case LIGHT -> "display.theme.light";
            case DARK -> "display.theme.dark";
            case WHITE_ON_BLACK -> "display.theme.whiteOnBlack";
            case BLACK_ON_WHITE -> "display.theme.blackOnWhite";
            case YELLOW_ON_BLACK -> "display.theme.yellowOnBlack";
        };
    }

    public Node content() {
        return button;
    }
}
