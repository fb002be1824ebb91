package org.seatside.admin.imports;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.imports.ImportPlan;

/// A file is chosen or dropped, looked at as a difference, and applied or left.
public final class ImportView implements Page {
    private static final List<String> ENDINGS = List.of("csv", "xlsx", "zip", "jsonl");

    private final ImportViewModel model;
    private final Display display;
    private final FileDialogs dialogs;
    private final Widgets widgets;
    private final VBox middle = new VBox();
    private final ScrollPane content;

    public ImportView(ImportViewModel model, Display display, FileDialogs dialogs) {
        this.model = model;
        this.display = display;
        this.dialogs = dialogs;
        this.widgets = new Widgets(display);
        middle.getStyleClass().add("form");
        VBox page = new VBox(widgets.label("imports.title", "type-head"), widgets.notice(model.notice(), null), middle);
        page.getStyleClass().addAll("page", "reading");
        content = FollowingScroll.of(page);
        content.setOnDragOver(ImportView::over);
        content.setOnDragDropped(this::dropped);
        model.step().addListener((_, _, _) -> show());
        display.messages().language().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        middle.getChildren()
                .setAll(
                        switch (model.step().get()) {
                            case CHOOSING -> choosing();
                            case SENDING -> sending();
                            case COMPARING -> waiting("import.comparing");
                            case APPLYING -> waiting("import.applying");
                            case LOOKING -> looking();
                        });
    }

    private List<Node> choosing() {
        VBox box = new VBox(
                widgets.icon(MaterialDesignF.FILE_UPLOAD_OUTLINE, 2.6),
                widgets.label("import.what", "type-lead"),
                widgets.label("import.kinds", "quiet"),
                widgets.button("import.choose", null, this::choose, "accent"));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().addAll("panel", "empty", "drop-target");
        return List.of(box, widgets.label("import.dry", "quiet"));
    }

    private void choose() {
        dialogs.openFile(display.messages().now("import.files"), ENDINGS).ifPresent(model::begin);
    }

    private List<Node> sending() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progress());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(display.messages().text("import.sending", fileName()));
        return List.of(
                widgets.label(display.messages().text("import.sending", fileName())),
                bar,
                widgets.button("import.cancel", Glyphs.REVOKE, model::cancel));
    }

    private List<Node> waiting(String key) {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(display.messages().text(key));
        return List.of(widgets.label(key), bar);
    }

    private String fileName() {
        return Optional.ofNullable(model.file().get()).orElse("");
    }

    private List<Node> looking() {
        ImportPlan plan = Optional.ofNullable(model.plan().get()).orElseThrow();
        int changes = ImportViewModel.changes(plan);
        boolean clean = plan.refused().isEmpty();
        Label head = widgets.label(
                display.messages()
                        .text(
                                clean ? changes == 0 ? "import.same" : "import.would" : "import.refused",
                                fileName(),
                                clean ? changes : plan.refused().size()),
                "type-lead");
        Button apply = widgets.button("import.apply", null, model::apply, "accent");
        apply.setDisable(!clean || changes == 0);
        FlowPane actions = new FlowPane(
                apply,
                widgets.button("import.other", null, this::choose),
                widgets.button("import.drop", null, model::drop));
        actions.getStyleClass().add("actions");
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        (clean ? plan.changes() : plan.refused())
                .forEach(line -> lines.getChildren().add(line(line, clean)));
        VBox box = new VBox(widgets.label(clean ? "import.first" : "import.wrong", "strong"), lines);
        box.getStyleClass().addAll("panel", "form");
        box.setVisible(!lines.getChildren().isEmpty());
        box.setManaged(box.isVisible());
        return List.of(head, counts(plan), actions, box);
    }

    private Node counts(ImportPlan plan) {
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("panel", "counts");
        String[] heads = {"import.added", "import.changed", "import.removed", "import.unchanged"};
        for (int i = 0; i < heads.length; i++) {
            grid.add(whole(widgets.label(heads[i], "type-small", "quiet")), i + 1, 0);
        }
        int row = 1;
        for (Map.Entry<String, ImportPlan.Counts> entry : new TreeMap<>(plan.counts()).entrySet()) {
            String topic = entry.getKey();
            ImportPlan.Counts counts = entry.getValue();
            Label name = widgets.label(
                    widgets.words(display.messages().language(), _ -> LineWords.topic(topic, display.messages())),
                    "strong");
            grid.add(whole(name), 0, row);
            int[] numbers = {counts.added(), counts.changed(), counts.removed(), counts.unchanged()};
            for (int i = 0; i < numbers.length; i++) {
                grid.add(widgets.name(String.valueOf(numbers[i]), "figures"), i + 1, row);
            }
            row++;
        }
        return grid;
    }

    private static Label whole(Label word) {
        word.setMinWidth(Label.USE_PREF_SIZE);
        return word;
    }

    private Node line(ImportPlan.Line line, boolean clean) {
        Mark mark = clean ? change(line.what()) : new Mark(MaterialDesignM.MINUS_CIRCLE_OUTLINE, "", Role.REFUSED);
        Label what = new Label(LineWords.of(line.what(), display.messages()));
        what.setGraphic(widgets.icon(mark.icon()));
        what.getStyleClass().addAll("mark", mark.role().styleClass());
        what.setMinWidth(Label.USE_PREF_SIZE);
        Label subject = widgets.name(LineWords.subject(line), "figures");
        HBox.setHgrow(subject, Priority.ALWAYS);
        subject.setMaxWidth(Double.MAX_VALUE);
        Label where = widgets.name(
                line.line() == 0
                        ? line.file()
                        : (line.file() + " " + display.messages().now("import.line", line.line())).strip(),
                "type-small",
                "quiet");
        HBox row = new HBox(what, subject, where);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    private static Mark change(String what) {
        if (what.endsWith("-added")) {
            return new Mark(MaterialDesignP.PLUS, "", Role.PRESENT);
        }
        return what.endsWith("-removed")
                ? new Mark(MaterialDesignM.MINUS, "", Role.REFUSED)
                : new Mark(MaterialDesignP.PENCIL_OUTLINE, "", Role.KNOWN);
    }

    private static void over(DragEvent event) {
        if (file(event) != null) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        Path dropped = file(event);
        if (dropped != null) {
            model.begin(dropped);
        }
        event.setDropCompleted(dropped != null);
        event.consume();
    }

    private static @Nullable Path file(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(path -> ENDINGS.stream().anyMatch(String.valueOf(path)::endsWith))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void enter() {}

    @Override
    public void leave() {}

    @Override
    public void add() {
        choose();
    }

    @Override
    public void focusSearch() {}
}
