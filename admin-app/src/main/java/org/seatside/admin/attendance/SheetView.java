package org.seatside.admin.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.ReasonPrompt;
import org.seatside.admin.ui.Times;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;

/// A class's sheet: students down, meetings across, as many as there is room for, the newest first seen. Arrows
/// move, digits type a mark, Delete forgets what was typed, Enter opens the record, Ctrl+S saves.
final class SheetView {
    private static final double ROW_EM = 40 / Display.TEXT;
    private static final double NAME_EM = 9;
    private static final double PERCENT_EM = 4.5;
    private static final double CELL_EM = 6.9;
    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final SheetViewModel model;
    private final Display display;
    private final Widgets widgets;
    private final Times times;
    private final Consumer<CellKey> opening;
    private final TableView<ClassSheet.Row> table = new TableView<>();
    private final FlowPane keys = new FlowPane();
    private final SheetWords words;
    private final ConflictsView conflicts;
    private final Label window = new Label();
    private final Button earlier;
    private final Button later;
    private final VBox content = new VBox();
    /// Index of the meeting after the last one shown.
    private int until;

    /// @param opening shows the record of a cell
    SheetView(SheetViewModel model, Workplace workplace, Consumer<CellKey> opening) {
        this.model = model;
        this.display = workplace.display();
        this.widgets = new Widgets(display);
        this.times = new Times(workplace.clock().getZone(), widgets.messages());
        this.opening = opening;
        this.words = new SheetWords(model, widgets, times);
        this.conflicts = new ConflictsView(model, widgets, words);
        earlier = widgets.iconButton("sheet.earlier", Glyphs.EARLIER, () -> move(-1));
        later = widgets.iconButton("sheet.later", Glyphs.LATER, () -> move(1));
        table();
        keys.getStyleClass().add("actions");
        // While the reason is asked nothing is typed, and large text needs the room.
        keys.visibleProperty().bind(model.reason().question().isNull());
        keys.managedProperty().bind(keys.visibleProperty());
        VBox.setVgrow(table, Priority.ALWAYS);
        content.getStyleClass().add("form");
        content.getChildren()
                .addAll(
                        head(),
                        widgets.notice(model.notice(), null),
                        conflicts.content(),
                        keys,
                        new ReasonPrompt(widgets, model.reason()).content(),
                        table,
                        foot());
        model.sheet().addListener((_, _, _) -> {
            until = meetings().size();
            show();
        });
        model.edits().addListener((MapChangeListener<CellKey, Edit>) _ -> {
            table.refresh();
            showKeys();
        });
        widgets.messages().language().addListener((_, _, _) -> show());
        table.widthProperty().addListener((_, _, _) -> arrange());
        display.scale().addListener((_, _, _) -> arrange());
        show();
    }

    private Node head() {
        ComboBox<Section> sections = new ComboBox<>(model.sections());
        sections.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Section section) {
                return section == null ? "" : section.title() + " · " + section.code();
            }

            @Override
            public Section fromString(String text) {
                throw new UnsupportedOperationException("A class is chosen, not typed");
            }
        });
        sections.valueProperty().bindBidirectional(model.section());
        sections.promptTextProperty().bind(widgets.messages().text("sheet.choose"));
        sections.accessibleTextProperty().bind(widgets.messages().text("sheet.choose"));
        sections.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sections, Priority.ALWAYS);
        window.getStyleClass().addAll("quiet", "figures");
        window.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(sections, widgets.busy(model.busy()), earlier, window, later);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    private void table() {
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.accessibleTextProperty().bind(widgets.messages().text("sheet.table"));
        table.getStyleClass().add("sheet");
        table.setPlaceholder(widgets.empty(Glyphs.ATTENDANCE, "sheet.empty.head", "sheet.empty.body"));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(event -> {
            if (event == null || event.getClickCount() == 2) {
                openSelected();
            }
        });
    }

    private Node foot() {
        Label count = widgets.label(
                Bindings.createStringBinding(
                        () -> widgets.messages()
                                .now(
                                        "sheet.count",
                                        table.getItems().size(),
                                        model.edits().size()),
                        model.sheet(),
                        model.edits(),
                        widgets.messages().language()),
                "quiet",
                "figures");
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        Button save = widgets.button("sheet.save", null, model::save, "accent");
        save.disableProperty().bind(Bindings.isEmpty(model.edits()).or(model.busy()));
        HBox foot = new HBox(count, save);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().addAll("row", "table-footer");
        return foot;
    }

    private List<Meeting> meetings() {
        ClassSheet sheet = model.sheet().get();
        return sheet == null ? List.of() : sheet.meetings();
    }

    private void show() {
        ClassSheet sheet = model.sheet().get();
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        table.setItems(FXCollections.observableArrayList(sheet == null ? List.of() : sheet.rows()));
        arrange();
        if (at.getRow() >= 0 && at.getRow() < table.getItems().size() && at.getColumn() >= 0) {
            // What is shown anew is the same sheet: the person is still where they were.
            table.getSelectionModel()
                    .clearAndSelect(
                            at.getRow(),
                            columnAt(Math.min(at.getColumn(), table.getColumns().size() - 1)));
        }
        showKeys();
        conflicts.show();
    }

    private int room() {
        double left = table.getWidth() - display.em(NAME_EM + PERCENT_EM + 1.5);
        return Math.max(1, (int) (left / display.em(CELL_EM)));
    }

    private void move(int direction) {
        until = Math.clamp(
                (long) until + (long) direction * room(),
                Math.min(room(), meetings().size()),
                meetings().size());
        arrange();
    }

    private void arrange() {
        table.setFixedCellSize(Math.rint(display.em(ROW_EM)));
        int last = Math.clamp(
                until, Math.min(room(), meetings().size()), meetings().size());
        int first = Math.max(0, last - room());
        List<Meeting> shown = meetings().subList(first, last);
        List<TableColumn<ClassSheet.Row, ?>> columns = new ArrayList<>();
        TableColumn<ClassSheet.Row, ClassSheet.Row> names = widgets.column(
                "student.name", NAME_EM, row -> widgets.name(row.student().name()));
        names.setMaxWidth(display.em(NAME_EM * 1.6));
        columns.add(names);
        columns.add(percent());
        for (int i = 0; i < shown.size(); i++) {
            columns.add(column(shown.get(i)));
        }
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        table.getColumns().setAll(columns);
        if (at.getRow() >= 0 && at.getColumn() >= 0 && at.getColumn() < columns.size()) {
            table.getSelectionModel().clearAndSelect(at.getRow(), columnAt(at.getColumn()));
        }
        window.setText(
                meetings().isEmpty()
                        ? ""
                        : widgets.messages()
                                .now("sheet.window", first + 1, last, meetings().size()));
        earlier.setDisable(first == 0);
        later.setDisable(last == meetings().size());
    }

    private TableColumn<ClassSheet.Row, ClassSheet.Row> percent() {
        TableColumn<ClassSheet.Row, ClassSheet.Row> percent = widgets.column("sheet.percent", PERCENT_EM, row -> {
            Label label = new Label(row.percent() == null ? "" : row.percent() + " %");
            label.getStyleClass().add("figures");
            return label;
        });
        percent.getStyleClass().add("right");
        percent.setMaxWidth(display.em(PERCENT_EM * 1.4));
        return percent;
    }

    private TableColumn<ClassSheet.Row, CellKey> column(Meeting meeting) {
        TableColumn<ClassSheet.Row, CellKey> column = new TableColumn<>();
        column.setText(times.day(meeting.startsAt()).substring("2026-".length()));
        column.setCellValueFactory(row ->
                new ReadOnlyObjectWrapper<>(new CellKey(row.getValue().student().id(), meeting.id())));
        column.setCellFactory(_ -> new MarkCell());
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(CELL_EM * 100);
        column.setMaxWidth(display.em(CELL_EM * 1.5));
        return column;
    }

    private void showKeys() {
        keys.getChildren().clear();
        List<StatusMark> marks = model.marks();
        for (int i = 0; i < marks.size(); i++) {
            StatusMark mark = marks.get(i);
            Button button = new Button(i < 9 ? (i + 1) + "  " + words.name(mark) : words.name(mark));
            button.setMnemonicParsing(false);
            button.setGraphic(widgets.icon(Marks.ofStatus(mark.kind()).icon()));
            button.setOnAction(_ -> type(mark));
            keys.getChildren().add(button);
        }
        if (!marks.isEmpty()) {
            keys.getChildren().add(widgets.button("sheet.missing", Glyphs.ATTENDANCE, this::markMissing));
            Button undo = widgets.button("sheet.undo", Glyphs.UNDO, model::undoEdit);
            undo.setDisable(model.edits().isEmpty());
            keys.getChildren().add(undo);
        }
    }

    private Collection<CellKey> selected() {
        return table.getSelectionModel().getSelectedCells().stream()
                .map(SheetView::keyAt)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable CellKey keyAt(TablePosition<?, ?> at) {
        return at.getTableColumn() != null && at.getTableColumn().getCellData(at.getRow()) instanceof CellKey key
                ? key
                : null;
    }

    private void type(StatusMark mark) {
        Collection<CellKey> keys = selected();
        model.mark(keys, mark);
        if (keys.size() == 1) {
            // As in a spreadsheet, the next one down.
            TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
            if (at.getRow() + 1 < table.getItems().size()) {
                table.getSelectionModel().clearAndSelect(at.getRow() + 1, columnAt(at.getColumn()));
            }
        }
        table.requestFocus();
    }

    private TableColumn<ClassSheet.Row, ?> columnAt(int index) {
        return table.getColumns().get(index);
    }

    private void markMissing() {
        table.getSelectionModel().getSelectedCells().stream()
                .map(SheetView::keyAt)
                .filter(Objects::nonNull)
                .map(CellKey::meeting)
                .distinct()
                .forEach(id -> meetings().stream()
                        .filter(meeting -> meeting.id().equals(id))
                        .forEach(model::markMissing));
    }

    private void openSelected() {
        selected().stream().findFirst().ifPresent(opening);
    }

    private void key(KeyEvent event) {
        List<StatusMark> marks = model.marks();
        int digit = event.getCode().isDigitKey() && !event.isShortcutDown()
                ? event.getCode().getName().charAt(event.getCode().getName().length() - 1) - '1'
                : -1;
        if (digit >= 0 && digit < marks.size()) {
            type(marks.get(digit));
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.clear(selected());
        } else if (event.getCode() == KeyCode.ENTER) {
            openSelected();
        } else if (SAVE.match(event)) {
            model.save();
        } else if (UNDO.match(event) && !model.edits().isEmpty()) {
            model.undoEdit();
        } else if (event.getCode() == KeyCode.LEFT && atEdge(2)) {
            move(-1);
        } else if (event.getCode() == KeyCode.RIGHT && atEdge(table.getColumns().size() - 1)) {
            move(1);
        } else {
            return;
        }
        event.consume();
    }

    private boolean atEdge(int column) {
        return table.getFocusModel().getFocusedCell().getColumn() == column;
    }

    Node content() {
        return content;
    }

    /// A cell with its mark; what was typed and not saved is framed, and says so.
    private final class MarkCell extends TableCell<ClassSheet.Row, CellKey> {
        @Override
        protected void updateItem(@Nullable CellKey key, boolean empty) {
            super.updateItem(key, empty);
            setText(null);
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(EDITED, false);
            if (empty || key == null) {
                return;
            }
            Edit edit = model.edits().get(key);
            StatusMark mark =
                    edit == null ? model.cell(key).flatMap(model::markOf).orElse(null) : edit.mark();
            pseudoClassStateChanged(EDITED, edit != null);
            if (mark != null) {
                setGraphic(words.mark(mark));
            }
            String word = mark == null ? widgets.messages().now("sheet.nothing") : words.name(mark);
            String whole = words.said(key) + " · " + word;
            setTooltip(new Tooltip(whole));
            setAccessibleText(edit == null ? whole : widgets.messages().now("sheet.typed", whole));
        }
    }
}
