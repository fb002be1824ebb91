package org.seatside.admin.attendance;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.table.Column;
import org.seatside.admin.table.DataTable;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.Times;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.attendance.CheckInEvent;

/// The log of check-ins with its filters, which can be saved under names.
final class LogView {
    private static final List<Integer> DAYS = List.of(1, 7, 30, 180, 0);

    private final LogViewModel model;
    private final Widgets widgets;
    private final MenuButton views = new MenuButton();
    private final FlowPane chips = new FlowPane();
    private final HBox naming = new HBox();
    private final VBox content = new VBox();
    private final ScrollPane scroll;

    /// @param opening shows the record that a check-in led to
    LogView(LogViewModel model, Workplace workplace, Consumer<CheckInEvent> opening) {
        this.model = model;
        this.widgets = new Widgets(workplace.display());
        Times times = new Times(workplace.clock().getZone(), widgets.messages());
        DataTable<CheckInEvent> table = new DataTable<>(
                        widgets,
                        workplace.display(),
                        workplace.preferences(),
                        "log",
                        "log.title",
                        model.rows(),
                        columns(times),
                        List.of())
                .whenEmpty(widgets.empty(Glyphs.LIST, "log.empty.head", "log.empty.body"))
                .onOpen(opening);
        content.getStyleClass().add("form");
        naming.getStyleClass().add("row");
        naming.setAlignment(Pos.BOTTOM_LEFT);
        closeNaming();
        content.getChildren().addAll(filters(), naming, table.content());
        VBox.setVgrow(table.content(), Priority.ALWAYS);
        scroll = FollowingScroll.around(content, table.content(), workplace.display());
        model.filter().addListener((_, _, _) -> showChips());
        model.views().addListener((MapChangeListener<String, LogFilter>) _ -> showViews());
        widgets.messages().language().addListener((_, _, _) -> showViews());
        showChips();
        showViews();
    }

    private List<Column<CheckInEvent>> columns(Times times) {
        return List.of(
                Column.<CheckInEvent>of("at", "history.at", 11, it -> times.dayAndTime(it.takenAt()))
                        .sortedBy(null),
                Column.<CheckInEvent>of(
                                "outcome",
                                "today.column.outcome",
                                10,
                                it -> widgets.messages()
                                        .now(Marks.ofOutcome(it.outcome()).key()))
                        .shownAs(it -> widgets.mark(Marks.ofOutcome(it.outcome())))
                        .sortedBy(null),
                Column.<CheckInEvent>of("student", "today.column.student", 9, LogView::student)
                        .sortedBy(null),
                Column.<CheckInEvent>of("number", "student.number", 7, it -> orEmpty(it.studentNumber()))
                        .sortedBy(null)
                        .yields(3),
                Column.<CheckInEvent>of("room", "today.column.room", 7, it -> orEmpty(it.roomName()))
                        .sortedBy(null)
                        .yields(1),
                Column.<CheckInEvent>of("meeting", "history.class", 8, it -> orEmpty(it.meeting()))
                        .sortedBy(null)
                        .yields(4),
                Column.<CheckInEvent>of(
                                "how", "log.how", 7, it -> widgets.messages().now(HowWords.key(it.how())))
                        .sortedBy(null)
                        .yields(5),
                Column.<CheckInEvent>of(
                                "upstream",
                                "today.column.upstream",
                                8.5,
                                it -> widgets.messages()
                                        .now(Marks.ofUpstream(it.upstream()).key()))
                        .shownAs(it -> widgets.mark(Marks.ofUpstream(it.upstream())))
                        .sortedBy(null)
                        .yields(2));
    }

    private static String student(CheckInEvent event) {
        return orEmpty(event.studentName());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Node filters() {
        ComboBox<Integer> days = new ComboBox<>(FXCollections.observableArrayList(DAYS));
        widgets.words(days, it -> it == null ? "" : words(it));
        days.setValue(model.filter().get().days());
        days.accessibleTextProperty().bind(widgets.messages().text("log.days"));
        days.valueProperty()
                .addListener((_, _, now) -> model.filter()
                        .set(new LogFilter(now, model.filter().get().kinds())));
        model.filter().addListener((_, _, now) -> days.setValue(now.days()));
        days.setMinWidth(Region.USE_PREF_SIZE);
        views.textProperty().bind(widgets.messages().text("log.views"));
        views.setMinWidth(Region.USE_PREF_SIZE);
        chips.getStyleClass().add("chips");
        FlowPane line = new FlowPane(days, views);
        line.getStyleClass().add("actions");
        VBox box = new VBox(line, chips);
        box.getStyleClass().add("data-table");
        return box;
    }

    private String words(int days) {
        return days == 0
                ? widgets.messages().now("log.days.all")
                : widgets.messages().now("log.days.last", days);
    }

    private void showChips() {
        chips.getChildren().clear();
        for (LogFilter.Kind kind : LogFilter.Kind.values()) {
            ToggleButton chip = new ToggleButton();
            chip.textProperty().bind(widgets.messages().text(kind.key()));
            chip.getStyleClass().add("chip");
            chip.setSelected(model.filter().get().kinds().contains(kind));
            chip.setGraphic(chip.isSelected() ? widgets.icon(Glyphs.CHOSEN, 1) : null);
            chip.setOnAction(_ -> toggle(kind, chip.isSelected()));
            chips.getChildren().add(chip);
        }
    }

    private void toggle(LogFilter.Kind kind, boolean on) {
        Set<LogFilter.Kind> kinds = EnumSet.noneOf(LogFilter.Kind.class);
        kinds.addAll(model.filter().get().kinds());
        if (on) {
            kinds.add(kind);
        } else {
            kinds.remove(kind);
        }
        model.filter().set(new LogFilter(model.filter().get().days(), kinds));
    }

    private void showViews() {
        views.getItems().clear();
        model.views().forEach((name, filter) -> {
            MenuItem item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.filter().set(filter));
            views.getItems().add(item);
        });
        if (!views.getItems().isEmpty()) {
            views.getItems().add(new SeparatorMenuItem());
        }
        views.getItems().add(item("log.views.save", this::openNaming));
        model.views().keySet().forEach(name -> {
            MenuItem forget = new MenuItem(widgets.messages().now("log.views.forget", name));
            forget.setMnemonicParsing(false);
            forget.setOnAction(_ -> model.forget(name));
            views.getItems().add(forget);
        });
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(widgets.messages().now(key));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Asks for a name in the page.
    private void openNaming() {
        TextField name = new TextField();
        name.promptTextProperty().bind(widgets.messages().text("log.views.name"));
        name.accessibleTextProperty().bind(widgets.messages().text("log.views.name"));
        name.setOnAction(_ -> {
            model.save(name.getText());
            closeNaming();
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        naming.getChildren()
                .setAll(
                        name,
                        widgets.button(
                                "log.views.keep",
                                null,
                                () -> {
                                    model.save(name.getText());
                                    closeNaming();
                                },
                                "accent"),
                        widgets.button("reason.cancel", null, this::closeNaming));
        naming.setVisible(true);
        naming.setManaged(true);
        name.requestFocus();
    }

    private void closeNaming() {
        naming.getChildren().clear();
        naming.setVisible(false);
        naming.setManaged(false);
    }

    Node content() {
        return scroll;
    }
}
