package org.seatside.admin.insight;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Widgets;

/// One figure as it is drawn, with all its numbers in words: no bar needs its colour to be told, and the table
/// beside it says the same to who does not see it.
final class FigureView {
    private static final double HEIGHT_EM = 15;
    private static final double ROW_EM = 2.4;
    private static final int TABLE_ROWS = 8;

    private final Figure figure;
    private final Display display;
    private final Widgets widgets;

    FigureView(Figure figure, Display display) {
        this.figure = figure;
        this.display = display;
        this.widgets = new Widgets(display);
    }

    /// Name and drawing, as a picture of it is saved.
    Region drawing() {
        VBox box = new VBox(widgets.label(figure.key(), "type-lead"));
        if (figure.bars().isEmpty() || figure.most() == 0) {
            box.getChildren().add(widgets.label("insight.none", "quiet"));
        } else {
            box.getChildren().add(figure.shape() == Figure.Shape.COLUMNS ? columns() : rows());
        }
        box.getStyleClass().addAll("form", "figure");
        return box;
    }

    private String label(Figure.Bar bar) {
        return bar.word().isEmpty() ? bar.label() : display.messages().now(bar.word());
    }

    private String number(Figure.Bar bar) {
        return Numbers.said(bar.value(), display.messages().language().get());
    }

    private Node rows() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bars");
        for (int i = 0; i < figure.bars().size(); i++) {
            Figure.Bar bar = figure.bars().get(i);
            Label name = widgets.name(label(bar));
            name.setMinWidth(display.em(7));
            name.setMaxWidth(display.em(11));
            Region filled = new Region();
            filled.getStyleClass().add("bar");
            Track track = new Track(filled, bar.value() / figure.most(), display.em(1.1));
            GridPane.setHgrow(track, Priority.ALWAYS);
            Label number = widgets.name(number(bar), "strong", "figures");
            number.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(number, HPos.RIGHT);
            grid.addRow(i, name, track, number);
        }
        return grid;
    }

    private Node columns() {
        Label most = widgets.name(
                display.messages()
                        .now(
                                "insight.most",
                                Numbers.said(
                                        figure.most(),
                                        display.messages().language().get())),
                "type-small",
                "quiet",
                "figures");
        List<Region> bars = new ArrayList<>();
        for (Figure.Bar bar : figure.bars()) {
            Region filled = new Region();
            filled.getStyleClass().add("bar");
            javafx.scene.control.Tooltip.install(
                    filled, new javafx.scene.control.Tooltip(label(bar) + " · " + number(bar)));
            bars.add(filled);
        }
        Columns drawn = new Columns(
                bars,
                figure.bars().stream().map(bar -> bar.value() / figure.most()).toList(),
                display.em(HEIGHT_EM));
        Label first = widgets.name(label(figure.bars().getFirst()), "type-small", "quiet", "figures");
        Label last = widgets.name(label(figure.bars().getLast()), "type-small", "quiet", "figures");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox ends = figure.bars().size() == 1 ? new HBox(first) : new HBox(first, gap, last);
        ends.setAlignment(Pos.CENTER_LEFT);
        return new VBox(most, drawn, ends);
    }

    /// The same numbers as a table.
    Node table() {
        TableView<Figure.Bar> table = new TableView<>();
        table.getItems().setAll(figure.bars());
        table.getColumns().add(column(figure.axis(), this::label));
        TableColumn<Figure.Bar, String> numbers = column(figure.unit(), this::number);
        numbers.getStyleClass().add("number-column");
        table.getColumns().add(numbers);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(display.em(ROW_EM));
        int rows = Math.min(TABLE_ROWS, Math.max(1, figure.bars().size()));
        table.setPrefHeight(display.em(ROW_EM) * rows + display.em(3.2));
        table.setPlaceholder(widgets.label("insight.none", "quiet"));
        table.accessibleTextProperty().bind(display.messages().text(figure.key()));
        return table;
    }

    private TableColumn<Figure.Bar, String> column(String key, java.util.function.Function<Figure.Bar, String> text) {
        TableColumn<Figure.Bar, String> column = new TableColumn<>();
        column.textProperty().bind(display.messages().text(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setReorderable(false);
        column.setSortable(false);
        return column;
    }

    /// A bar that lies on its track.
    private static final class Track extends Pane {
        private final Region bar;
        private final double share;

        Track(Region bar, double share, double height) {
            super(bar);
            this.bar = bar;
            this.share = share;
            setMinHeight(height);
            setPrefHeight(height);
            setMinWidth(height * 3);
            getStyleClass().add("track");
        }

        @Override
        protected void layoutChildren() {
            bar.resizeRelocate(0, 0, Math.max(2, getWidth() * share), getHeight());
        }
    }

    /// Bars that stand beside each other.
    private static final class Columns extends Pane {
        private final List<Region> bars;
        private final List<Double> shares;

        Columns(List<Region> bars, List<Double> shares, double height) {
            this.bars = bars;
            this.shares = shares;
            getChildren().addAll(bars);
            setMinHeight(height);
            setPrefHeight(height);
            getStyleClass().add("columns");
        }

        @Override
        protected void layoutChildren() {
            double place = getWidth() / bars.size();
            double width = Math.min(Math.max(1, place * 0.72), 48);
            for (int i = 0; i < bars.size(); i++) {
                double height = shares.get(i) == 0 ? 0 : Math.max(2, getHeight() * shares.get(i));
                layoutInArea(
                        bars.get(i),
                        place * i + (place - width) / 2,
                        getHeight() - height,
                        width,
                        height,
                        0,
                        HPos.CENTER,
                        VPos.BOTTOM);
                bars.get(i).resizeRelocate(place * i + (place - width) / 2, getHeight() - height, width, height);
            }
        }
    }
}
