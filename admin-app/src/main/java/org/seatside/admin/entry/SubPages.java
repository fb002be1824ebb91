package org.seatside.admin.entry;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.PageAction;
import org.seatside.admin.ui.Widgets;

/// Several pages under one word of the navigation: their names in a row at the top, in a menu where they would
/// fill more than two rows; one of them below.
public final class SubPages implements Page {
    private static final int FEW = 6;
    private static final double NARROW_EM = 42;

    private final List<Entry> entries;
    private final BorderPane content = new BorderPane();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final FlowPane row = new FlowPane();
    private final MenuButton menu = new MenuButton();
    private final Display display;
    private int shown;
    private boolean inside;

    /// @param entries at least one; the first is shown first
    public SubPages(List<Entry> entries, Display display) {
        this.entries = List.copyOf(entries);
        this.display = display;
        Widgets widgets = new Widgets(display);
        ToggleGroup group = new ToggleGroup();
        menu.accessibleTextProperty().bind(widgets.messages().text("sub.menu"));
        for (int i = 0; i < entries.size(); i++) {
            int number = i;
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(widgets.messages().text(entries.get(i).key()));
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.getStyleClass().add("tab-item");
            button.setOnAction(_ -> {
                button.setSelected(true);
                go(number);
            });
            buttons.add(button);
            row.getChildren().add(button);
            MenuItem item = new MenuItem();
            item.textProperty().bind(button.textProperty());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> button.fire());
            menu.getItems().add(item);
        }
        row.getStyleClass().add("sub-navigation");
        HBox folded = new HBox(menu);
        folded.getStyleClass().add("sub-navigation");
        content.setTop(row);
        content.widthProperty().addListener((_, _, _) -> fold(folded));
        display.scale().addListener((_, _, _) -> fold(folded));
        buttons.getFirst().setSelected(true);
        name();
        content.setCenter(page().content());
    }

    /// Goes to the page whose name has this key.
    @Override
    public void goTo(String part) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(part)) {
                buttons.get(i).setSelected(true);
                go(i);
                return;
            }
        }
    }

    private void fold(Node folded) {
        boolean many = entries.size() > FEW && content.getWidth() < display.em(NARROW_EM);
        content.setTop(many ? folded : row);
    }

    /// The menu says which page is shown.
    private void name() {
        menu.textProperty().unbind();
        menu.textProperty().bind(buttons.get(shown).textProperty());
    }

    private void go(int next) {
        if (next == shown) {
            return;
        }
        if (inside) {
            page().leave();
        }
        shown = next;
        name();
        content.setCenter(page().content());
        if (inside) {
            page().enter();
        }
    }

    private Page page() {
        return entries.get(shown).page();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void enter() {
        inside = true;
        page().enter();
    }

    @Override
    public void leave() {
        inside = false;
        page().leave();
    }

    @Override
    public List<PageAction> actions() {
        List<PageAction> all = new ArrayList<>();
        for (Entry entry : entries) {
            entry.page()
                    .actions()
                    .forEach(action -> all.add(new PageAction(action.key(), action.icon(), () -> {
                        goTo(entry.key());
                        action.run().run();
                    })));
        }
        return all;
    }

    @Override
    public void end() {
        entries.forEach(entry -> entry.page().end());
    }

    @Override
    public void add() {
        page().add();
    }

    @Override
    public void focusSearch() {
        page().focusSearch();
    }

    /// @param key of the page's name
    public record Entry(String key, Page page) {}
}
