package org.seatside.admin.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Widgets;

/// The question of a [ProofViewModel] over the page, there only while it is asked. Escape takes it back, and the
/// keyboard returns to where it was.
final class ProofView {
    private static final double WIDTH_EM = 26;

    private final PasswordField secret = new PasswordField();
    private final StackPane content = new StackPane();
    private @Nullable Node before;

    ProofView(ProofViewModel model, Display display, Widgets widgets) {
        Widgets.bind(secret, model.typed());
        secret.setOnAction(_ -> model.prove());
        Button prove = widgets.button("proof.go", null, model::prove, "accent");
        FlowPane actions = new FlowPane(prove, widgets.button("reason.cancel", null, model::cancel));
        actions.getStyleClass().add("actions");
        VBox box = new VBox(
                widgets.label("proof.title", "type-title"),
                widgets.label("proof.why", "quiet"),
                widgets.field("proof.field", secret, "proof.hint", model.error()),
                actions);
        box.getStyleClass().add("palette");
        box.maxWidthProperty().bind(Bindings.createDoubleBinding(() -> display.em(WIDTH_EM), display.scale()));
        box.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        content.getChildren().add(box);
        content.getStyleClass().add("palette-veil");
        content.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
                event.consume();
            }
        });
        model.asking().addListener((_, _, asking) -> show(asking));
        show(model.asking().get());
    }

    private void show(boolean asking) {
        content.setVisible(asking);
        content.setManaged(asking);
        if (asking) {
            before = content.getScene() == null ? null : content.getScene().getFocusOwner();
            secret.requestFocus();
        } else if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    Node content() {
        return content;
    }
}
