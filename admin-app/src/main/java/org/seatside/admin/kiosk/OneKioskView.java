package org.seatside.admin.kiosk;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Room;

/// One kiosk: how it does, move it, revoke it.
final class OneKioskView {
    private final KiosksViewModel model;
    private final Kiosk kiosk;
    private final Display display;
    private final Widgets widgets;
    private final VBox health = new VBox();
    private final VBox revoking = new VBox();
    private final Drawer drawer;

    OneKioskView(KiosksViewModel model, Kiosk kiosk, Display display, FileDialogs dialogs, Runnable close) {
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
        VBox naming = naming();
        naming.setVisible(!gone);
        naming.setManaged(!gone);
        health.getStyleClass().add("lines");
        Node actions = new KioskActionsView(
                        new KioskActionsViewModel(model.link(), kiosk, dialogs), widgets, display.em(1))
                .content();
        actions.setVisible(kiosk.paired() && !gone);
        actions.setManaged(actions.isVisible());
        drawer = new Drawer(
                widgets, new SimpleStringProperty(kiosk.name()), close, health, actions, moving, naming, revoking);
        model.asking().addListener((_, _, _) -> ask());
        update();
        ask();
    }

    /// Says anew how the kiosk does; what is typed beside it stays.
    void update() {
        health.getChildren().clear();
        model.kiosks().stream()
                .filter(view -> view.kiosk().id().equals(kiosk.id()))
                .findFirst()
                .ifPresent(view -> describe(view, health));
    }

    Kiosk kiosk() {
        return kiosk;
    }

    private VBox naming() {
        KioskPlaceViewModel place = new KioskPlaceViewModel(model.link(), kiosk, () -> model.changed(kiosk));
        VBox box = new VBox(
                widgets.label("kiosk.rename.title", "strong"),
                new EntryFormView(place.renaming(), widgets, "kiosk.rename", null, "plain").content());
        if (kiosk.room() != null) {
            place.loadSeats();
            box.getChildren().add(new EntryFormView(place.seating(), widgets, "kiosk.seat", null, "plain").content());
        }
        box.getStyleClass().addAll("panel", "form");
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
        KioskState state = view.state();
        if (state != null) {
            box.getChildren().add(report(state));
        }
        if (state != null) {
            box.getChildren()
                    .add(widgets.label(
                            display.messages().text("kiosk.version", state.version()), "type-small", "quiet"));
        }
    }

    /// What the kiosk last said of itself.
    private Node report(KioskState state) {
        VBox facts = new VBox(
                fact("kiosk.report.camera", camera(state.camera())),
                fact("kiosk.report.waiting", String.valueOf(state.waiting())),
                fact("kiosk.report.refused", String.valueOf(state.refused())),
                fact(
                        "kiosk.report.clock",
                        state.offsetMillis() == null
                                ? "–"
                                : display.messages().now("kiosk.report.millis", state.offsetMillis())));
        facts.getStyleClass().addAll("panel", "lines");
        return facts;
    }

    /// The states every kiosk has in words; one of a newer kiosk as it calls it.
    private String camera(String state) {
        return switch (state) {
            case "RUNNING" -> display.messages().now("kiosk.report.camera.works");
            case "STARTING" -> display.messages().now("kiosk.report.camera.starts");
            case "NO_CAMERA", "NO_DEVICE" -> display.messages().now("kiosk.report.camera.none");
            default -> state;
        };
    }

    private Node fact(String key, String value) {
        Label name = widgets.label(key, "quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(name, gap, widgets.name(value, "strong", "figures"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox moving() {
        SimpleObjectProperty<@Nullable Room> room =
                new SimpleObjectProperty<>(model.roomOf(kiosk).orElse(null));
        RoomChoice choice = new RoomChoice(model, room, display.messages());
        Button move = widgets.button("kiosk.move", null, () -> model.move(kiosk, room.get()));
        move.disableProperty().bind(model.busy());
        FlowPane actions = new FlowPane(move, widgets.busy(model.busy()));
        actions.getStyleClass().add("actions");
        VBox box = new VBox(widgets.field("kiosk.room.field", choice.control(), null), actions);
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
