package org.seatside.admin.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What was done last and the way back, at the bottom of the window; Ctrl+Z does the same.
public final class UndoBar {
    private final UndoViewModel model;
    private final Widgets widgets;
    private final HBox content = new HBox();

    public UndoBar(Widgets widgets, UndoViewModel model) {
        this.widgets = widgets;
        this.model = model;
        content.getStyleClass().addAll("work-strip", "row");
        content.setAlignment(Pos.CENTER_LEFT);
        model.offer().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        UndoViewModel.Offer offer = model.offer().get();
        content.setVisible(offer != null);
        content.setManaged(offer != null);
        content.getChildren().clear();
        if (offer == null) {
            return;
        }
        Label done = widgets.label(
                widgets.words(widgets.messages().language(), _ -> offer.done().in(widgets.messages())));
        Mark mark = Marks.ofTone(offer.done().tone());
        done.setGraphic(widgets.icon(mark.icon()));
        done.getStyleClass().addAll("mark", mark.role().styleClass());
        done.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(done, Priority.ALWAYS);
        content.getChildren()
                .addAll(
                        done,
                        widgets.button("undo", Glyphs.UNDO, model::undo),
                        widgets.iconButton("notice.dismiss", Glyphs.CLOSE, model::dismiss));
    }

    public Node content() {
        return content;
    }
}
