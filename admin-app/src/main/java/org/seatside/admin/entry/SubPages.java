package org.seatside.admin.entry;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.PageAction;
import org.seatside.admin.ui.Widgets;

/// Several pages under one word of the navigation: their names in a row at the top, one of them below.
public final class SubPages implements Page {
    private final List<Entry> entries;
    private final BorderPane content = new BorderPane();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private int shown;
    private boolean inside;

    /// @param entries at least one; the first is shown first
    public SubPages(List<Entry> entries, Display display) {
        this.entries = List.copyOf(entries);
        Widgets widgets = new Widgets(display);
        ToggleGroup group = new ToggleGroup();
        FlowPane row = new FlowPane();
        for (int i = 0; i < entries.size(); i++) {
            int number = i;
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(widgets.messages().text(entries.get(i).key()));
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.getStyleClass().add("sub-item");
            button.setOnAction(_ -> {
                button.setSelected(true);
                go(number);
            });
            buttons.add(button);
            row.getChildren().add(button);
        }
        row.getStyleClass().add("sub-navigation");
        content.setTop(row);
        buttons.getFirst().setSelected(true);
        content.setCenter(page().content());
    }

    /// Goes to the page of this key; stays where there is none.
    public void go(String key) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                buttons.get(i).setSelected(true);
                go(i);
                return;
            }
        }
    }

    private void go(int next) {
        if (next == shown) {
            return;
        }
        if (inside) {
            page().leave();
        }
        shown = next;
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
                        go(entry.key());
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
