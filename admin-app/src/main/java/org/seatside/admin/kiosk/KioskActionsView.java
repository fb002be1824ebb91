package org.seatside.admin.kiosk;

import java.io.InputStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.KioskAction;

/// What a kiosk can be asked to do now, and its answer. A picture is taken only while the kiosk says so on its
/// screen.
final class KioskActionsView {
    private static final double WIDEST_EM = 26;

    private final KioskActionsViewModel model;
    private final Widgets widgets;
    private final double widest;
    private final VBox answer = new VBox();
    private final VBox content;

    /// @param em height of text in pixels
    KioskActionsView(KioskActionsViewModel model, Widgets widgets, double em) {
        this.model = model;
        this.widgets = widgets;
        this.widest = WIDEST_EM * em;
        FlowPane ways = new FlowPane(
                way("kiosk.action.check", MaterialDesignC.CLIPBOARD_PULSE_OUTLINE, KioskAction.Kind.SELF_CHECK),
                way("kiosk.action.scan", MaterialDesignQ.QRCODE_SCAN, KioskAction.Kind.TEST_SCAN),
                way("kiosk.action.picture", Glyphs.CAMERA, KioskAction.Kind.PICTURE),
                way("kiosk.action.restart", MaterialDesignR.RESTART, KioskAction.Kind.RESTART),
                widgets.busy(model.busy()));
        ways.getStyleClass().add("actions");
        answer.getStyleClass().add("form");
        content = new VBox(
                widgets.label("kiosk.action.title", "strong"),
                ways,
                widgets.label("kiosk.action.picture.how", "type-small", "quiet"),
                widgets.notice(model.notice(), null),
                answer);
        content.getStyleClass().addAll("panel", "form");
        model.answer().addListener((_, _, now) -> show(now));
    }

    private Button way(String key, Ikon icon, KioskAction.Kind kind) {
        Button way = widgets.button(key, icon, () -> model.ask(kind));
        way.disableProperty().bind(model.busy());
        return way;
    }

    private void show(KioskActionsViewModel.@Nullable Answer now) {
        answer.getChildren().clear();
        if (now == null) {
            return;
        }
        switch (now.action().kind()) {
            case PICTURE -> answer.getChildren().add(picture(now.content()));
            case SELF_CHECK ->
                answer.getChildren().add(widgets.button("kiosk.action.report", Glyphs.FOLDER, model::saveReport));
            case TEST_SCAN, RESTART -> {}
        }
    }

    private Node picture(InputStream jpeg) {
        ImageView view = new ImageView(new Image(jpeg));
        view.setPreserveRatio(true);
        view.setFitWidth(widest);
        view.setAccessibleText(
                widgets.messages().now("kiosk.action.picture.of", model.kiosk().name()));
        return view;
    }

    Node content() {
        return content;
    }
}
