package org.seatside.admin.timetable;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.table.Column;
import org.seatside.admin.table.DataTable;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.RosterEntry;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Student;

/// The students of a section, and who teaches it, in the section's details.
final class ClassRosterView {
    private static final double LIST_EM = 18;

    private final ClassRosterViewModel model;
    private final Widgets widgets;
    private final DataTable<RosterEntry> table;
    private final VBox finds = new VBox();
    private final VBox leaving = new VBox();
    private final VBox teaching = new VBox();
    private final VBox content;

    ClassRosterView(ClassRosterViewModel model, Workplace at) {
        this.model = model;
        this.widgets = new Widgets(at.display());
        this.table = new DataTable<>(
                        widgets,
                        at.display(),
                        at.preferences(),
                        "roster",
                        "roster.title",
                        model.rows(),
                        List.of(
                                Column.of(
                                        "name",
                                        "student.name",
                                        8,
                                        (RosterEntry it) -> it.student().name()),
                                Column.of(
                                                "number",
                                                "student.number",
                                                6,
                                                (RosterEntry it) -> it.student().number())
                                        .yields(1),
                                Column.of("days", "roster.days", 8, this::days).yields(2)),
                        List.of())
                .whenEmpty(widgets.empty(Glyphs.STUDENTS, "roster.empty.head", "roster.empty.body"));
        table.table().setPrefHeight(at.display().em(LIST_EM));
        finds.getStyleClass().add("lines");
        teaching.getStyleClass().add("lines");
        content = new VBox(widgets.notice(model.notice(), model::dismissNotice), students(), lecturers());
        content.getStyleClass().add("form");
        model.finds().addListener((InvalidationListener) _ -> showFinds());
        model.teaching().addListener((InvalidationListener) _ -> showTeaching());
        showFinds();
        showTeaching();
        model.load();
    }

    private String days(RosterEntry entry) {
        Enrolled enrolled = entry.enrolled();
        if (enrolled.from() == null && enrolled.until() == null) {
            return widgets.messages().now("roster.always");
        }
        return text(enrolled.from()) + " – " + text(enrolled.until());
    }

    private static String text(@Nullable Object day) {
        return day == null ? "" : day.toString();
    }

    private Node students() {
        TextField search = new TextField();
        Widgets.bind(search, model.query());
        search.setOnAction(_ -> {
            if (model.finds().size() == 1) {
                model.enrol(model.finds().getFirst());
            }
        });
        Button leave = widgets.button("roster.leave", Glyphs.REVOKE, this::askLastDay);
        leave.disableProperty()
                .bind(Bindings.isEmpty(table.table().getSelectionModel().getSelectedItems()));
        FlowPane ways = new FlowPane(leave);
        ways.getStyleClass().add("actions");
        VBox box = new VBox(
                widgets.label("roster.title", "strong"),
                widgets.field("roster.add", search, "roster.add.hint"),
                finds,
                table.content(),
                ways,
                leaving);
        box.getStyleClass().addAll("panel", "form");
        return box;
    }

    private void showFinds() {
        finds.getChildren().clear();
        for (Student student : model.finds()) {
            Button add = widgets.button("roster.enrol", Glyphs.ADD, () -> model.enrol(student));
            add.setAccessibleText(widgets.messages().now("roster.enrol.one", student.name()));
            FlowPane row = new FlowPane(
                    widgets.name(student.name(), "strong"), widgets.name(student.number(), "quiet", "figures"), add);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().addAll("actions", "panel-row");
            finds.getChildren().add(row);
        }
    }

    private void askLastDay() {
        List<RosterEntry> who = List.copyOf(table.table().getSelectionModel().getSelectedItems());
        leaving.getChildren()
                .setAll(
                        widgets.label(widgets.messages().text("roster.leave.ask", who.size()), "strong"),
                        new EntryFormView(
                                        model.leaving(
                                                who, () -> leaving.getChildren().clear()),
                                        widgets,
                                        "roster.leave.go",
                                        null,
                                        "plain")
                                .content());
    }

    private Node lecturers() {
        VBox box = new VBox(
                widgets.label("roster.lecturers", "strong"),
                teaching,
                new EntryFormView(model.teacher(), widgets, "roster.lecturer.add", null, "plain").content());
        box.getStyleClass().addAll("panel", "form");
        return box;
    }

    private void showTeaching() {
        teaching.getChildren().clear();
        if (model.teaching().isEmpty()) {
            teaching.getChildren().add(widgets.label("roster.lecturers.none", "quiet"));
        }
        for (Lecturer lecturer : model.teaching()) {
            Button release = widgets.button("roster.lecturer.release", Glyphs.REVOKE, () -> model.release(lecturer));
            release.setAccessibleText(widgets.messages().now("roster.lecturer.release.one", lecturer.name()));
            FlowPane row = new FlowPane(widgets.name(lecturer.name(), "strong"), release);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().addAll("actions", "panel-row");
            teaching.getChildren().add(row);
        }
    }

    Node content() {
        return content;
    }
}
