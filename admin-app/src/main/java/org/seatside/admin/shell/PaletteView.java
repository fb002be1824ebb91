package org.seatside.admin.shell;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Widgets;

/// The palette over the page: a box to type in and what it finds below. Arrows choose, Enter does, Escape closes,
/// a click beside it too; the keyboard goes back to where it was.
final class PaletteView {
    private static final double WIDTH_EM = 40;
    private static final double HEIGHT_EM = 26;

    private final PaletteViewModel model;
    private final Widgets widgets;
    private final StackPane content = new StackPane();
    private final TextField query = new TextField();
    private final ListView<PaletteViewModel.Entry> list;
    private @Nullable Node before;

    PaletteView(PaletteViewModel model, Display display, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        this.list = list();
        query.promptTextProperty().bind(widgets.messages().text("palette.prompt"));
        query.accessibleTextProperty().bind(widgets.messages().text("palette.prompt"));
        Widgets.bind(query, model.query());
        HBox.setHgrow(query, Priority.ALWAYS);
        HBox top = new HBox(widgets.icon(Glyphs.SEARCH), query, widgets.busy(model.asking()));
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("row");
        VBox box = new VBox(top, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.getStyleClass().add("palette");
        box.maxWidthProperty().bind(Bindings.createDoubleBinding(() -> display.em(WIDTH_EM), display.scale()));
        box.maxHeightProperty().bind(Bindings.createDoubleBinding(() -> display.em(HEIGHT_EM), display.scale()));
        content.getChildren().add(box);
        content.getStyleClass().add("palette-veil");
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        content.setOnMousePressed(event -> {
            if (content.equals(event.getTarget())) {
                model.close();
            }
        });
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.isOpen().addListener((_, _, open) -> show(open));
        show(model.isOpen().get());
    }

    private ListView<PaletteViewModel.Entry> list() {
        ListView<PaletteViewModel.Entry> entries = new ListView<>(model.entries());
        entries.setFocusTraversable(false);
        entries.accessibleTextProperty().bind(widgets.messages().text("palette.found"));
        entries.setCellFactory(_ -> new EntryCell());
        entries.setPlaceholder(widgets.label("palette.none", "quiet"));
        entries.setOnMouseClicked(_ -> choose());
        model.entries().addListener((ListChangeListener<PaletteViewModel.Entry>)
                _ -> entries.getSelectionModel().selectFirst());
        return entries;
    }

    private void show(boolean open) {
        content.setVisible(open);
        content.setManaged(open);
        if (open) {
            before = content.getScene() == null ? null : content.getScene().getFocusOwner();
            list.getSelectionModel().selectFirst();
            query.requestFocus();
        } else if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int last = model.entries().size() - 1;
            int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, last));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 2));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
        }
    }

    private void choose() {
        PaletteViewModel.Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            before = null;
            model.choose(entry);
        }
    }

    Node content() {
        return content;
    }

    private final class EntryCell extends ListCell<PaletteViewModel.Entry> {
        @Override
        protected void updateItem(PaletteViewModel.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Label title = widgets.name(entry.title());
            title.setMinWidth(0);
            Label detail = widgets.name(entry.detail(), "quiet", "type-small");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(widgets.icon(entry.icon()), title, detail, gap);
            if (!entry.shortcut().isEmpty()) {
                Label shortcut = new Label(entry.shortcut());
                shortcut.getStyleClass().addAll("quiet", "type-small");
                shortcut.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(shortcut);
            }
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("row");
            line.setMaxWidth(Double.MAX_VALUE);
            setGraphic(line);
            setAccessibleText(entry.title() + " " + entry.detail());
        }
    }
}
