package org.seatside.admin.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The question of a [ReasonViewModel] inside a page, there only while it is asked. Escape takes it back.
public final class ReasonPrompt {
    private final ReasonViewModel model;
    private final Widgets widgets;
    private final VBox content = new VBox();

    public ReasonPrompt(Widgets widgets, ReasonViewModel model) {
        this.widgets = widgets;
        this.model = model;
        content.getStyleClass().addAll("verdict", Role.LATE.styleClass());
        content.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
                event.consume();
            }
        });
        model.question().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        ReasonViewModel.Question asked = model.question().get();
        content.setVisible(asked != null);
        content.setManaged(asked != null);
        content.getChildren().clear();
        if (asked == null) {
            return;
        }
        TextField reason = new TextField();
        Widgets.bind(reason, model.reason());
        reason.setOnAction(_ -> model.answer());
        Button goOn = widgets.button(asked.goOnKey(), null, model::answer, "accent");
        FlowPane actions = new FlowPane(goOn, widgets.button("reason.cancel", null, model::cancel));
        actions.getStyleClass().add("actions");
        content.getChildren()
                .addAll(
                        widgets.label(
                                widgets.words(
                                        widgets.messages().language(),
                                        _ -> asked.what().in(widgets.messages())),
                                "strong"),
                        widgets.field("reason.field", reason, "reason.hint", model.error()),
                        actions);
        reason.requestFocus();
    }

    public Node content() {
        return content;
    }
}
