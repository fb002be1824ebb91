package org.seatside.admin.student;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.seatside.admin.table.Column;
import org.seatside.admin.table.DataTable;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.imports.ImportPlan;

/// An import as the difference it would make: counts, then line by line, wrong lines first.
final class ImportView {
    private final ImportViewModel model;
    private final Widgets widgets;
    private final Workplace workplace;
    private final VBox plan = new VBox();
    private final VBox content = new VBox();

    ImportView(ImportViewModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        this.widgets = new Widgets(workplace.display());
        Button choose = widgets.button("import.choose", Glyphs.FOLDER, this::choose, "accent");
        choose.disableProperty().bind(model.busy());
        FlowPane actions = new FlowPane(choose, widgets.busy(model.busy()));
        actions.getStyleClass().add("actions");
        plan.getStyleClass().add("form");
        content.getStyleClass().add("form");
        content.getChildren()
                .addAll(widgets.label("import.why", "quiet"), widgets.notice(model.notice(), null), actions, plan);
        model.looked().addListener((_, _, _) -> show());
        widgets.messages().language().addListener((_, _, _) -> show());
        show();
    }

    private void choose() {
        workplace
                .dialogs()
                .openFile("CSV, Excel, OneRoster", List.of("csv", "xlsx", "zip", "jsonl"))
                .ifPresent(model::look);
    }

    private void show() {
        ImportViewModel.Looked found = model.looked().get();
        plan.getChildren().clear();
        if (found == null) {
            return;
        }
        Button apply = widgets.button("import.apply", null, model::apply, "accent");
        apply.setDisable(!found.good());
        FlowPane actions = new FlowPane(apply, widgets.button("import.drop", null, model::drop));
        actions.getStyleClass().add("actions");
        DataTable<ImportViewModel.Difference> table = new DataTable<>(
                        widgets,
                        workplace.display(),
                        workplace.preferences(),
                        "import",
                        "import.title",
                        model.rows(),
                        List.of(
                                Column.<ImportViewModel.Difference>of(
                                                "what",
                                                "import.what",
                                                11,
                                                it -> word(it.line().what()))
                                        .shownAs(this::mark),
                                Column.of(
                                        "subject",
                                        "import.subject",
                                        9,
                                        it -> it.line().subject()),
                                Column.<ImportViewModel.Difference>of("line", "import.line", 4, it -> place(it.line()))
                                        .sortedBy(null)
                                        .atRight()
                                        .yields(1)),
                        List.of())
                .whenEmpty(widgets.empty(Glyphs.CHOSEN, "import.same.head", "import.same.body"));
        table.table().setPrefHeight(workplace.display().em(20));
        plan.getChildren()
                .addAll(
                        widgets.label(widgets.messages().text("import.of", found.name()), "type-lead"),
                        verdict(found),
                        counts(),
                        actions,
                        table.content());
    }

    private Node verdict(ImportViewModel.Looked found) {
        int wrong = found.plan().refused().size();
        Notice said = wrong == 0 ? Notice.done("import.good") : Notice.failed("import.wrong", wrong);
        Label label =
                widgets.label(widgets.words(widgets.messages().language(), _ -> said.in(widgets.messages())), "mark");
        Mark mark = Marks.ofTone(said.tone());
        label.setGraphic(widgets.icon(mark.icon()));
        label.getStyleClass().add(mark.role().styleClass());
        return label;
    }

    private Node counts() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("counts");
        List<String> heads = List.of("import.kind", "import.added", "import.changed", "import.removed", "import.left");
        for (int i = 0; i < heads.size(); i++) {
            grid.add(widgets.label(heads.get(i), "quiet", "type-small"), i, 0);
        }
        int line = 1;
        for (Map.Entry<String, ImportPlan.Counts> entry : model.counts()) {
            ImportPlan.Counts counts = entry.getValue();
            grid.add(new Label(kind(entry.getKey())), 0, line);
            int column = 1;
            for (int count : List.of(counts.added(), counts.changed(), counts.removed(), counts.unchanged())) {
                Label figure = new Label(String.valueOf(count));
                figure.getStyleClass().add("figures");
                figure.setMaxWidth(Double.MAX_VALUE);
                figure.setAlignment(Pos.CENTER_RIGHT);
                grid.add(figure, column++, line);
            }
            line++;
        }
        return grid;
    }

    private String kind(String topic) {
        return switch (topic) {
            case "students" -> widgets.messages().now("nav.students");
            case "rooms" -> widgets.messages().now("nav.rooms");
            case "sections" -> widgets.messages().now("import.sections");
            case "enrolments" -> widgets.messages().now("import.enrolments");
            default -> topic;
        };
    }

    private Node mark(ImportViewModel.Difference difference) {
        Label label = widgets.name(
                word(difference.line().what()),
                "mark",
                (difference.refused() ? Role.REFUSED : Role.KNOWN).styleClass());
        label.setGraphic(widgets.icon(difference.refused() ? Glyphs.CARE : Glyphs.CHOSEN));
        return label;
    }

    private String word(String what) {
        return switch (what) {
            case "student-added" -> widgets.messages().now("import.line.studentAdded");
            case "student-changed" -> widgets.messages().now("import.line.studentChanged");
            case "room-added" -> widgets.messages().now("import.line.roomAdded");
            case "room-changed" -> widgets.messages().now("import.line.roomChanged");
            case "section-added" -> widgets.messages().now("import.line.sectionAdded");
            case "section-changed" -> widgets.messages().now("import.line.sectionChanged");
            case "enrolment-added" -> widgets.messages().now("import.line.enrolmentAdded");
            case "enrolment-removed" -> widgets.messages().now("import.line.enrolmentRemoved");
            case "number-malformed" -> widgets.messages().now("import.line.numberMalformed");
            case "name-needed" -> widgets.messages().now("import.line.nameNeeded");
            case "title-needed" -> widgets.messages().now("import.line.titleNeeded");
            case "student-unknown" -> widgets.messages().now("import.line.studentUnknown");
            case "status-unknown" -> widgets.messages().now("import.line.statusUnknown");
            case "tag-unreadable" -> widgets.messages().now("import.line.tagUnreadable");
            default -> what;
        };
    }

    private static String place(ImportPlan.Line line) {
        String number = line.line() == 0 ? "" : String.valueOf(line.line());
        return line.file().isEmpty() ? number : line.file() + " " + number;
    }

    Node content() {
        return content;
    }
}
