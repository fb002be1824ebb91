package org.seatside.admin.entry;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.table.DataTable;
import org.seatside.admin.ui.DetailPane;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.PageAction;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;

/// A list of entries with the details of one at the right, whatever their kind.
public final class EntryPage<E> implements Page {
    private final EntryList<E> model;
    private final Kind<E> kind;
    private final Display display;
    private final Widgets widgets;
    private final DataTable<E> table;
    private final TextField search = new TextField();
    private final DetailPane content;

    /// @param above what stands between the head and the list
    public EntryPage(EntryList<E> model, Kind<E> kind, Workplace at, Node... above) {
        this.model = model;
        this.kind = kind;
        this.display = at.display();
        this.widgets = new Widgets(display);
        this.table = table(at);
        VBox page = new VBox(head());
        page.getChildren().addAll(above);
        page.getChildren().addAll(widgets.notice(model.notice(), () -> model.say(null)), table.content());
        page.getStyleClass().add("page");
        content = new DetailPane(FollowingScroll.around(page, table.content(), display), display, true);
        display.messages().language().addListener((_, _, _) -> table.table().refresh());
    }

    private Node head() {
        Label title = widgets.label(kind.title(), "type-head");
        Widgets.bind(search, model.filter());
        search.promptTextProperty().bind(display.messages().text("entry.search"));
        search.accessibleTextProperty().bind(display.messages().text("entry.search"));
        FlowPane tools = new FlowPane(search, widgets.busy(model.busy()));
        String add = kind.add();
        if (add != null) {
            Button button = widgets.button(add, Glyphs.ADD, this::add, "accent");
            tools.getChildren().add(button);
        }
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getStyleClass().add("actions");
        HBox.setHgrow(tools, Priority.ALWAYS);
        title.setMinWidth(display.em(6));
        search.setPrefColumnCount(10);
        HBox head = new HBox(title, tools);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    private DataTable<E> table(Workplace at) {
        Node none = widgets.empty(kind.icon(), kind.emptyHead(), kind.emptyBody());
        Node unfound = widgets.empty(Glyphs.SEARCH, "entry.unfound.head", "entry.unfound.body");
        none.visibleProperty().bind(Bindings.isEmpty(model.all()));
        unfound.visibleProperty().bind(none.visibleProperty().not());
        return new DataTable<>(
                        widgets,
                        display,
                        at.preferences(),
                        kind.title(),
                        kind.title(),
                        model.rows(),
                        kind.columns(),
                        List.of())
                .whenEmpty(new StackPane(none, unfound))
                .onOpen(this::show);
    }

    /// Shows one entry; null for a new one.
    public void show(@Nullable E entry) {
        keep();
        List<Node> body = new ArrayList<>(kind.details(entry, this::close));
        Deleting<E> deleting = model.deleting();
        if (entry != null && deleting != null) {
            body.add(new DeletingView<>(deleting, entry, widgets, this::close).content());
        }
        content.show(new Drawer(
                        widgets, new SimpleStringProperty(kind.heading(entry)), this::close, body.toArray(Node[]::new))
                .content());
    }

    private void keep() {
        Deleting<E> deleting = model.deleting();
        if (deleting != null) {
            deleting.keep();
        }
    }

    private void close() {
        keep();
        content.show(null);
        table.table().requestFocus();
    }

    @Override
    public List<PageAction> actions() {
        String add = kind.add();
        return add == null ? List.of() : List.of(new PageAction(add, kind.icon(), this::add));
    }

    @Override
    public void add() {
        if (kind.add() != null) {
            show(null);
        }
    }

    @Override
    public void focusSearch() {
        search.requestFocus();
    }

    @Override
    public void enter() {
        model.load();
    }

    @Override
    public void leave() {}

    @Override
    public Node content() {
        return content;
    }
}
