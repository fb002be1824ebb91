package org.seatside.admin.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.seatside.admin.start.Place;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.DisplayMenu;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.TopBar;
import org.seatside.admin.ui.Widgets;

/// Navigation at the left, who and where at the top, one page in the middle.
public final class ShellView {
    private static final double NARROW_EM = 58;

    private final ShellViewModel model;
    private final Display display;
    private final Map<Screen, Page> pages;
    private final Place place;
    private final Widgets widgets;
    private final BorderPane content = new BorderPane();
    private final StackPane stage = new StackPane();
    private final Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);
    private final VBox navigation = new VBox();

    /// @param pages one for each screen
    /// @param place the node
    public ShellView(ShellViewModel model, Display display, Map<Screen, Page> pages, Place place) {
        this.model = model;
        this.display = display;
        this.pages = pages;
        this.place = place;
        this.widgets = new Widgets(display);
        content.setTop(
                new VBox(top(), offline(), widgets.notice(model.link().unexpected(), model.link()::dismissUnexpected)));
        content.setLeft(navigation());
        content.setCenter(stage);
        content.getStyleClass().add("shell");
        content.widthProperty().addListener((_, _, _) -> arrange());
        display.scale().addListener((_, _, _) -> arrange());
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        model.screen().addListener((_, before, now) -> {
            page(before).leave();
            show(now);
        });
        show(model.screen().get());
    }

    private Node top() {
        ObservableValue<String> where = widgets.words(
                display.messages().language(),
                _ -> display.messages().now("node.of", model.about().campus(), place.in(display.messages())));
        return new TopBar(display, widgets, where, new DisplayMenu(display, widgets).content(), account()).content();
    }

    private Node account() {
        MenuButton account = new MenuButton(model.session().name(), widgets.icon(Glyphs.ACCOUNT));
        account.setMnemonicParsing(false);
        account.getStyleClass().add("flat");
        account.setMinWidth(Region.USE_PREF_SIZE);
        MenuItem out = new MenuItem();
        out.textProperty().bind(display.messages().text("account.signOut"));
        out.setOnAction(_ -> model.signOut());
        account.getItems().add(out);
        return account;
    }

    private Node offline() {
        Label lost = widgets.label("connection.lost");
        lost.setGraphic(widgets.icon(Glyphs.NO_LINK));
        lost.setMaxWidth(Double.MAX_VALUE);
        lost.getStyleClass().addAll("notice", Role.REFUSED.styleClass());
        lost.visibleProperty().bind(model.link().lost());
        lost.managedProperty().bind(model.link().lost());
        return lost;
    }

    private Node navigation() {
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : Screen.values()) {
            ToggleButton button = new ToggleButton(null, widgets.icon(icon(screen), 1.5));
            button.textProperty().bind(display.messages().text(screen.key()));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("nav-item");
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.go(screen);
            });
            buttons.put(screen, button);
            navigation.getChildren().add(button);
        }
        navigation.getStyleClass().add("navigation");
        return navigation;
    }

    private static Ikon icon(Screen screen) {
        return switch (screen) {
            case TODAY -> Glyphs.TODAY;
            case STUDENTS -> Glyphs.STUDENTS;
            case ROOMS -> Glyphs.ROOMS;
            case KIOSKS -> Glyphs.KIOSKS;
        };
    }

    private void arrange() {
        boolean narrow = content.getWidth() < display.em(NARROW_EM);
        navigation.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("narrow"), narrow);
        buttons.values().forEach(button -> {
            button.setContentDisplay(narrow ? ContentDisplay.TOP : ContentDisplay.LEFT);
            button.setAlignment(narrow ? Pos.CENTER : Pos.CENTER_LEFT);
        });
    }

    private Page page(Screen screen) {
        Page page = pages.get(screen);
        if (page == null) {
            throw new IllegalStateException("No page for " + screen);
        }
        return page;
    }

    private void show(Screen screen) {
        ToggleButton button = buttons.get(screen);
        if (button != null) {
            button.setSelected(true);
        }
        Page page = page(screen);
        stage.getChildren().setAll(page.content());
        page.enter();
    }

    private void shortcut(KeyEvent event) {
        Screen[] screens = Screen.values();
        for (int i = 0; i < screens.length; i++) {
            if (new KeyCodeCombination(KeyCode.getKeyCode(String.valueOf(i + 1)), KeyCombination.SHORTCUT_DOWN)
                    .match(event)) {
                model.go(screens[i]);
                event.consume();
                return;
            }
        }
        Page page = page(model.screen().get());
        if (new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN).match(event)) {
            page.add();
            event.consume();
        } else if (new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN).match(event)) {
            page.focusSearch();
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            page.enter();
            event.consume();
        }
    }

    public Parent content() {
        return content;
    }
}
