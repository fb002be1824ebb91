package org.seatside.admin.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Preferences;
import org.seatside.admin.ui.Widgets;

/// A list as a table: rows of 40 px at 100 %, a heading that stays, sorting by heading, chips that filter, columns
/// that go where the window is narrow, and below it how many there are, how many are selected, copying and the
/// choice of columns. What somebody chose is remembered. Enter or a click opens a row; Ctrl+C copies the selected
/// rows as a table.
public final class DataTable<S> {
    /// 40 px where body text is 15 px high.
    private static final double ROW_EM = 40 / Display.TEXT;

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final RowsViewModel<S> model;
    private final Widgets widgets;
    private final Display display;
    private final List<Column<S>> columns;
    private final TableLayout layout;
    private final Set<String> hidden;
    private final TableView<S> table = new TableView<>();
    private final List<TableColumn<S, S>> made = new ArrayList<>();
    private final VBox content = new VBox();
    private Consumer<S> opening = _ -> {};
    private boolean arranging;

    /// @param name under which the choices are remembered
    /// @param nameKey of what it lists, for a screen reader
    public DataTable(
            Widgets widgets,
            Display display,
            Preferences preferences,
            String name,
            String nameKey,
            RowsViewModel<S> model,
            List<Column<S>> columns,
            List<Filter<S>> filters) {
        this.model = model;
        this.widgets = widgets;
        this.display = display;
        this.columns = List.copyOf(columns);
        this.layout = new TableLayout(preferences, name);
        this.hidden = layout.hidden();
        table.setItems(model.rows());
        table.accessibleTextProperty().bind(widgets.messages().text(nameKey));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.fixedCellSizeProperty()
                .bind(Bindings.createDoubleBinding(() -> Math.rint(display.em(ROW_EM)), display.scale()));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        columns.forEach(column -> made.add(make(column)));
        arrange();
        table.widthProperty().addListener((_, _, _) -> arrange());
        display.scale().addListener((_, _, _) -> arrange());
        sorting();
        keys();
        table.setRowFactory(_ -> new LoadingRow<>(model));
        VBox.setVgrow(table, Priority.ALWAYS);
        if (!filters.isEmpty()) {
            content.getChildren().add(new FilterChips<>(widgets, layout, model, filters).content());
        }
        content.getChildren()
                .addAll(
                        widgets.notice(model.notice(), null),
                        table,
                        new TableFooter<>(widgets, model, table, this::copy, menu()).content());
        content.getStyleClass().add("data-table");
        VBox.setVgrow(content, Priority.ALWAYS);
    }

    /// What stands in the place of rows while there are none; only once the node has answered.
    public DataTable<S> whenEmpty(Node empty) {
        Label asking = widgets.label("table.asking", "quiet");
        table.placeholderProperty()
                .bind(Bindings.createObjectBinding(() -> model.answered().get() ? empty : asking, model.answered()));
        return this;
    }

    /// What a click or Enter on a row does.
    public DataTable<S> onOpen(Consumer<S> open) {
        opening = open;
        return this;
    }

    private TableColumn<S, S> make(Column<S> column) {
        TableColumn<S, S> made = widgets.column(column.headKey(), column.ems(), row -> cell(column, row));
        made.setId(column.id());
        made.setSortable(column.order() != null);
        Comparator<S> order = column.order();
        if (order != null) {
            made.setComparator(order);
        }
        made.setMinWidth(1);
        if (column.right()) {
            made.getStyleClass().add("right");
        }
        return made;
    }

    private Node cell(Column<S> column, S row) {
        if (column.cell() != null) {
            return column.cell().apply(row);
        }
        Label label = new Label(column.text().apply(row));
        if (column.right()) {
            label.getStyleClass().add("figures");
        }
        if (!label.getText().isEmpty()) {
            label.setTooltip(new Tooltip(label.getText()));
        }
        return label;
    }

    /// Shows the columns that were not hidden and for which there is room.
    private void arrange() {
        double room = table.getWidth() <= 0 ? Double.MAX_VALUE : table.getWidth();
        List<Column<S>> fitting = new ArrayList<>(columns.stream()
                .filter(column -> !hidden.contains(column.id()) || column.keep() == 0)
                .toList());
        while (width(fitting) > room) {
            Column<S> least =
                    fitting.stream().max(Comparator.comparingInt(Column::keep)).orElseThrow();
            if (least.keep() == 0) {
                break;
            }
            fitting.remove(least);
        }
        List<TableColumn<S, S>> wanted = made.stream()
                .filter(column -> fitting.stream().anyMatch(it -> it.id().equals(column.getId())))
                .toList();
        if (!table.getColumns().equals(wanted)) {
            arranging = true;
            List<TableColumn<S, ?>> sorted = List.copyOf(table.getSortOrder());
            table.getColumns().setAll(wanted);
            table.getSortOrder().setAll(sorted.stream().filter(wanted::contains).toList());
            arranging = false;
        }
    }

    private double width(List<Column<S>> shown) {
        return shown.stream().mapToDouble(column -> display.em(column.ems())).sum();
    }

    private void sorting() {
        // The model sorts, since it may have to load what is missing first.
        table.setSortPolicy(_ -> true);
        layout.sorting()
                .ifPresent(kept -> made.stream()
                        .filter(column -> kept.column().equals(column.getId()) && column.isSortable())
                        .findFirst()
                        .ifPresent(column -> {
                            column.setSortType(
                                    kept.ascending()
                                            ? TableColumn.SortType.ASCENDING
                                            : TableColumn.SortType.DESCENDING);
                            table.getSortOrder().setAll(List.of(column));
                            sort();
                        }));
        table.getSortOrder().addListener((ListChangeListener<TableColumn<S, ?>>) _ -> sorted());
        made.forEach(column -> column.sortTypeProperty().addListener((_, _, _) -> sorted()));
    }

    private void sorted() {
        if (arranging) {
            return;
        }
        ObservableList<TableColumn<S, ?>> by = table.getSortOrder();
        layout.sort(
                by.isEmpty()
                        ? null
                        : new TableLayout.Sorting(
                                by.getFirst().getId(), by.getFirst().getSortType() == TableColumn.SortType.ASCENDING));
        sort();
    }

    private void sort() {
        Comparator<S> order = null;
        for (TableColumn<S, ?> by : table.getSortOrder()) {
            Comparator<S> one = orderOf(by.getId());
            if (one != null) {
                Comparator<S> way = by.getSortType() == TableColumn.SortType.ASCENDING ? one : one.reversed();
                order = order == null ? way : order.thenComparing(way);
            }
        }
        model.sort(order);
    }

    private @Nullable Comparator<S> orderOf(String id) {
        for (Column<S> column : columns) {
            if (column.id().equals(id)) {
                return column.order();
            }
        }
        return null;
    }

    private void keys() {
        table.setOnMouseClicked(event -> {
            // Called without an event by who works the screen without a mouse.
            if (event == null
                    || (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown() && !event.isShortcutDown())) {
                openSelected();
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
                event.consume();
            } else if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    private void openSelected() {
        S selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            opening.accept(selected);
        }
    }

    /// Copies the selected rows, or all that are loaded where none is.
    private void copy() {
        List<S> rows = table.getSelectionModel().getSelectedItems().isEmpty()
                ? model.rows()
                : table.getSelectionModel().getSelectedItems();
        ClipboardContent clip = new ClipboardContent();
        clip.putString(asText(rows));
        Clipboard.getSystemClipboard().setContent(clip);
    }

    String asText(List<S> rows) {
        List<Column<S>> shown = table.getColumns().stream()
                .map(TableColumnBase::getId)
                .flatMap(id -> columns.stream().filter(column -> column.id().equals(id)))
                .toList();
        return TabText.of(
                shown.stream()
                        .map(column -> widgets.messages().now(column.headKey()))
                        .toList(),
                rows.stream()
                        .map(row -> shown.stream()
                                .map(column -> column.text().apply(row))
                                .toList())
                        .toList());
    }

    private Node menu() {
        return new ColumnMenu<>(widgets, columns, hidden, chosen -> {
                    hidden.clear();
                    hidden.addAll(chosen);
                    layout.hide(new LinkedHashSet<>(hidden));
                    arrange();
                })
                .content();
    }

    /// The rows that are selected.
    public List<S> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /// The table itself, to give it the keyboard.
    public TableView<S> table() {
        return table;
    }

    public Region content() {
        return content;
    }
}
