package org.seatside.admin.student;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.seatside.admin.table.Column;
import org.seatside.admin.table.DataTable;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.Times;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.HistoryEntry;
import org.seatside.model.attendance.AttendanceStatus;

/// A student's attendance: in a sentence, week by week, and record by record.
final class HistoryView {
    private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("MM-dd");
    private static final List<AttendanceStatus> SHOWN =
            List.of(AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT);

    private final HistoryViewModel model;
    private final Widgets widgets;
    private final Times times;
    private final StackedBarChart<String, Number> chart;
    private final VBox content = new VBox();

    HistoryView(HistoryViewModel model, Workplace workplace) {
        this.model = model;
        this.widgets = new Widgets(workplace.display());
        this.chart = chart();
        this.times = new Times(workplace.clock().getZone(), widgets.messages());
        Label sentence = widgets.label(Bindings.createStringBinding(
                () -> widgets.messages()
                        .now(
                                "history.sentence",
                                model.count(AttendanceStatus.PRESENT),
                                model.count(AttendanceStatus.LATE),
                                model.count(AttendanceStatus.EXCUSED),
                                model.count(AttendanceStatus.ABSENT)),
                model.rows().rows(),
                widgets.messages().language()));
        DataTable<HistoryEntry> table = new DataTable<>(
                        widgets,
                        workplace.display(),
                        workplace.preferences(),
                        "history",
                        "student.tab.history",
                        model.rows(),
                        List.of(
                                Column.<HistoryEntry>of("at", "history.at", 11, it -> at(it) + " " + what(it))
                                        .shownAs(this::atAndClass)
                                        .sortedBy(Comparator.comparing(
                                                it -> it.attendance().at())),
                                Column.<HistoryEntry>of(
                                                "status",
                                                "history.status",
                                                7.6,
                                                it -> widgets.messages()
                                                        .now(Marks.ofStatus(it.attendance()
                                                                        .status())
                                                                .key()))
                                        .shownAs(it -> widgets.mark(
                                                Marks.ofStatus(it.attendance().status())))),
                        List.of())
                .whenEmpty(widgets.empty(Glyphs.ATTENDANCE, "history.empty.head", "history.empty.body"));
        table.table().setPrefHeight(workplace.display().em(22));
        content.getChildren().addAll(sentence, chart, table.content());
        content.getStyleClass().add("form");
        model.rows().rows().addListener((ListChangeListener<HistoryEntry>) _ -> draw());
        widgets.messages().language().addListener((_, _, _) -> draw());
        draw();
        model.load();
    }

    private String at(HistoryEntry entry) {
        return times.dayAndTime(entry.attendance().at());
    }

    /// One above the other, so that large text hides neither.
    private Node atAndClass(HistoryEntry entry) {
        VBox lines = new VBox(widgets.name(at(entry)), widgets.name(what(entry), "type-small", "quiet"));
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("lines");
        return lines;
    }

    private static String what(HistoryEntry entry) {
        return entry.sectionTitle() == null ? entry.roomName() : entry.sectionTitle();
    }

    private StackedBarChart<String, Number> chart() {
        CategoryAxis weeks = new CategoryAxis();
        NumberAxis counts = new NumberAxis();
        counts.setMinorTickVisible(false);
        counts.setAutoRanging(false);
        StackedBarChart<String, Number> bars = new StackedBarChart<>(weeks, counts);
        bars.setAnimated(false);
        bars.setVerticalGridLinesVisible(false);
        bars.getStyleClass().add("status-chart");
        bars.setFocusTraversable(false);
        bars.accessibleTextProperty().bind(widgets.messages().text("history.chart"));
        return bars;
    }

    private void draw() {
        List<HistoryViewModel.Week> weeks = model.weeks();
        chart.setVisible(weeks.size() > 1);
        chart.setManaged(weeks.size() > 1);
        ((CategoryAxis) chart.getXAxis())
                .getCategories()
                .setAll(weeks.stream().map(week -> word(week.monday())).toList());
        int most = weeks.stream()
                .mapToInt(week -> week.counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .max()
                .orElse(1);
        NumberAxis counts = (NumberAxis) chart.getYAxis();
        counts.setTickUnit(Math.ceilDiv(most, 4));
        counts.setUpperBound(Math.ceilDiv(most, Math.ceilDiv(most, 4)) * (double) Math.ceilDiv(most, 4));
        List<XYChart.Series<String, Number>> all = SHOWN.stream()
                .map(status -> {
                    XYChart.Series<String, Number> series = new XYChart.Series<>();
                    series.setName(widgets.messages().now(Marks.ofStatus(status).key()));
                    weeks.forEach(week -> series.getData()
                            .add(new XYChart.Data<>(
                                    word(week.monday()), week.counts().getOrDefault(status, 0))));
                    return series;
                })
                .toList();
        chart.getData().setAll(all);
    }

    private static String word(LocalDate monday) {
        return WEEK.format(monday);
    }

    Node content() {
        return content;
    }
}
