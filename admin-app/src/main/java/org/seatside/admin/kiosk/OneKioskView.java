package org.seatside.admin.kiosk;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.KioskView;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Room;

/// One kiosk: how it does, move it, revoke it.
final class OneKioskView {
    private final KiosksViewModel model;
    private final Kiosk kiosk;
    private final Display display;
    private final Widgets widgets;
    private final VBox revoking = new VBox();
    private final Drawer drawer;

    OneKioskView(KiosksViewModel model, Kiosk kiosk, Display display, Runnable close) {
        this.model = model;
        this.kiosk = kiosk;
        this.display = display;
        this.widgets = new Widgets(display);
        VBox moving = moving();
        boolean gone = kiosk.revoked();
        moving.setVisible(!gone);
        moving.setManaged(!gone);
        revoking.setVisible(!gone);
        revoking.setManaged(!gone);
        drawer = new Drawer(widgets, new SimpleStringProperty(kiosk.name()), close, health(), moving, revoking);
        model.asking().addListener((_, _, _) -> ask());
        ask();
    }

    private Node health() {
        VBox box = new VBox();
        box.getStyleClass().add("lines");
        model.kiosks().stream()
                .filter(view -> view.kiosk().id().equals(kiosk.id()))
                .findFirst()
                .ifPresent(view -> describe(view, box));
        return box;
    }

    private void describe(KioskView view, VBox box) {
        KioskHealth health = KioskHealth.of(view, model.clock().instant());
        box.getChildren().add(widgets.mark(health.mark()));
        health.concern()
                .ifPresent(concern -> box.getChildren()
                        .add(widgets.label(
                                widgets.words(new SimpleObjectProperty<>(concern), it -> it.in(display.messages())),
                                "quiet")));
        box.getChildren()
                .add(widgets.label(
                        widgets.words(
                                new SimpleObjectProperty<>(view),
                                it -> SeenWords.of(it.lastSeen(), model.clock().instant(), display.messages())),
                        "type-small",
                        "quiet"));
        if (view.state() != null) {
            box.getChildren()
                    .add(widgets.label(
                            display.messages()
                                    .text("kiosk.version", view.state().version()),
                            "type-small",
                            "quiet"));
        }
    }

    private VBox moving() {
        SimpleObjectProperty<@Nullable Room> room =
                new SimpleObjectProperty<>(model.roomOf(kiosk).orElse(null));
        RoomChoice choice = new RoomChoice(model, room, display.messages());
        Button move = widgets.button("kiosk.move", null, () -> model.move(kiosk, room.get()));
        move.disableProperty().bind(model.busy());
        FlowPane actions = new FlowPane(move, widgets.busy(model.busy()));
        actions.getStyleClass().add("actions");
        VBox box = new VBox(
                widgets.field("kiosk.room.field", choice.control(), null, new SimpleObjectProperty<>()), actions);
        box.getStyleClass().addAll("panel", "form");
        return box;
    }

    private void ask() {
        revoking.getStyleClass().setAll("form");
        if (!kiosk.equals(model.asking().get())) {
            revoking.getChildren()
                    .setAll(widgets.button("kiosk.revoke", Glyphs.REVOKE, () -> model.askToRevoke(kiosk)));
            return;
        }
        Button revoke = widgets.button("kiosk.revoke.yes", Glyphs.REVOKE, model::revoke, "danger");
        revoke.disableProperty().bind(model.busy());
        Button keep = widgets.button("kiosk.revoke.no", null, model::keep);
        FlowPane actions = new FlowPane(revoke, keep);
        actions.getStyleClass().add("actions");
        revoking.getStyleClass().addAll("panel", Role.REFUSED.styleClass() + "-edge");
        revoking.getChildren()
                .setAll(
                        widgets.label(display.messages().text("kiosk.revoke.ask", kiosk.name()), "strong"),
                        widgets.label("kiosk.revoke.gone"),
                        actions);
        keep.requestFocus();
    }

    Node content() {
        return drawer.content();
    }
}
