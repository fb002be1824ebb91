package org.seatside.admin.ui;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Long work at the bottom of the window, a line each: what, how far, end it; then how it ended and what is
/// next.
public final class WorkStrip {
    private final WorkViewModel model;
    private final Widgets widgets;
    private final VBox content = new VBox();
    private final Map<Work, HBox> lines = new HashMap<>();

    public WorkStrip(Widgets widgets, WorkViewModel model) {
        this.widgets = widgets;
        this.model = model;
        content.getStyleClass().add("work-strip");
        model.running().addListener((ListChangeListener<Work>) _ -> show());
        show();
    }

    private void show() {
        lines.keySet().retainAll(model.running());
        content.getChildren()
                .setAll(model.running().stream()
                        .map(work -> lines.computeIfAbsent(work, this::line))
                        .toList());
        content.setVisible(!lines.isEmpty());
        content.setManaged(!lines.isEmpty());
    }

    private HBox line(Work work) {
        HBox line = new HBox();
        line.getStyleClass().add("row");
        line.setAlignment(Pos.CENTER_LEFT);
        Runnable fill =
                () -> line.getChildren().setAll(work.state().get() == Work.State.RUNNING ? running(work) : ended(work));
        work.result().addListener((_, _, _) -> fill.run());
        fill.run();
        return line;
    }

    private Node[] running(Work work) {
        Label title = text(work.title());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(work.progress());
        bar.accessibleTextProperty().bind(title.textProperty());
        bar.getStyleClass().add("work-bar");
        Label detail = widgets.label(
                widgets.words(work.detail(), now -> now == null ? "" : now.in(widgets.messages())),
                "type-small",
                "quiet",
                "figures");
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMaxWidth(Double.MAX_VALUE);
        return new Node[] {title, bar, detail, widgets.button("work.cancel", Glyphs.CLOSE, work::cancel)};
    }

    private Node[] ended(Work work) {
        Work.Result result = work.result().get();
        if (result == null) {
            return new Node[] {text(work.title())};
        }
        Mark mark = Marks.ofTone(result.notice().tone());
        Label text = text(result.notice());
        text.setGraphic(widgets.icon(mark.icon()));
        text.getStyleClass().addAll("mark", mark.role().styleClass());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Node away = widgets.iconButton("notice.dismiss", Glyphs.CLOSE, () -> model.dismiss(work));
        Runnable next = result.next();
        String key = result.nextKey();
        return next == null || key == null
                ? new Node[] {text, gap, away}
                : new Node[] {text, gap, widgets.button(key, Glyphs.FOLDER, next), away};
    }

    private Label text(Notice notice) {
        return widgets.label(widgets.words(widgets.messages().language(), _ -> notice.in(widgets.messages())));
    }

    public Node content() {
        return content;
    }
}
