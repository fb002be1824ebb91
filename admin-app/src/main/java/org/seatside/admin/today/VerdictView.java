package org.seatside.admin.today;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.seatside.admin.ui.Destination;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;

/// One line that says whether all is well; below it each thing that is not, and the way to where it is mended.
final class VerdictView {
    private static final double ICON_EM = 1.7;

    private final TodayViewModel model;
    private final Widgets widgets;
    private final Consumer<Destination> go;
    private final VBox content = new VBox();

    VerdictView(TodayViewModel model, Widgets widgets, Consumer<Destination> go) {
        this.model = model;
        this.widgets = widgets;
        this.go = go;
        content.getStyleClass().add("verdict");
    }

    void show() {
        content.getStyleClass().removeIf(style -> style.startsWith("role-"));
        if (model.concerns().isEmpty()) {
            boolean known = model.known().get();
            Label line = widgets.label(known ? "today.well" : "today.asking", "type-lead");
            line.setGraphic(widgets.icon(known ? Glyphs.WELL : Glyphs.REFRESH, ICON_EM));
            content.getStyleClass().add(known ? Role.PRESENT.styleClass() : Role.QUIET.styleClass());
            content.getChildren().setAll(line);
            return;
        }
        Label line = widgets.label(
                widgets.messages().text("today.care", model.concerns().size()), "type-lead");
        line.setGraphic(widgets.icon(Glyphs.CARE, ICON_EM));
        content.getStyleClass().add(worst().styleClass());
        content.getChildren().setAll(line);
        model.concerns().forEach(concern -> content.getChildren().add(row(concern)));
    }

    /// What only waits is no alarm.
    private Role worst() {
        if (has(Notice.Tone.FAILED)) {
            return Role.REFUSED;
        }
        return has(Notice.Tone.CARE) ? Role.LATE : Role.KNOWN;
    }

    private boolean has(Notice.Tone tone) {
        return model.concerns().stream().anyMatch(it -> it.notice().tone() == tone);
    }

    private Node row(Concern concern) {
        Mark mark = Marks.ofTone(concern.notice().tone());
        Label said = widgets.label(
                widgets.words(model.known(), _ -> concern.notice().in(widgets.messages())),
                "concern",
                "mark",
                mark.role().styleClass());
        said.setGraphic(widgets.icon(mark.icon()));
        Destination where = concern.where();
        if (where == null) {
            return said;
        }
        Button there = widgets.button("today.concern.go", Glyphs.LATER, () -> go.accept(where), "flat");
        there.setAccessibleText(concern.notice().in(widgets.messages()));
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(said, there);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    Node content() {
        return content;
    }
}
