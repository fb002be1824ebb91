package org.seatside.admin.kiosk;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.QrPicture;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.KioskInvitation;
import org.seatside.payload.PairingCode;

/// Invites a kiosk; then shows the code it pairs with, large enough to be typed from across the room.
final class NewKioskView {
    private static final double QR_EM = 13;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Display display;
    private final ZoneId zone;
    private final Widgets widgets;
    private final NewKioskViewModel form;
    private final VBox body = new VBox();
    private final URI node;
    private final Drawer drawer;

    NewKioskView(
            NewKioskViewModel form, KiosksViewModel kiosks, Display display, ZoneId zone, URI node, Runnable close) {
        this.form = form;
        this.node = node;
        this.display = display;
        this.zone = zone;
        this.widgets = new Widgets(display);
        body.getStyleClass().add("form");
        drawer = new Drawer(widgets, display.messages().text("kiosks.add.title"), close, body);
        body.getChildren().setAll(form(kiosks));
        form.invitation().addListener((_, _, made) -> show(made, close));
    }

    private Node form(KiosksViewModel kiosks) {
        TextField name = new TextField();
        Widgets.bind(name, form.name());
        RoomChoice room = new RoomChoice(kiosks, form.room(), display.messages());
        Button invite = widgets.button("kiosks.add.submit", null, form::submit, "accent");
        invite.setDefaultButton(true);
        invite.disableProperty().bind(form.busy());
        HBox actions = new HBox(invite, widgets.busy(form.busy()));
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("actions");
        VBox box = new VBox(
                widgets.notice(form.notice(), null),
                widgets.field("kiosk.name.field", name, "kiosk.name.hint", form.nameError()),
                widgets.field("kiosk.room.field", room.control(), "kiosk.room.hint", new SimpleObjectProperty<>()),
                actions);
        box.getStyleClass().add("form");
        return box;
    }

    private void show(@Nullable KioskInvitation invitation, Runnable close) {
        if (invitation == null) {
            return;
        }
        Label code = new Label(grouped(invitation.code()));
        code.getStyleClass().addAll("pairing-code", "figures");
        code.setAccessibleText(String.join(" ", invitation.code().split("", -1)).strip());
        String until = TIME.format(invitation.expiresAt().atZone(zone));
        Label valid = widgets.label(display.messages().text("kiosk.code.until", until), "strong");
        VBox panel = new VBox(widgets.label("kiosk.code.title", "quiet"), code, valid);
        panel.getChildren()
                .add(QrPicture.of(new PairingCode(node, invitation.code()).text(), QR_EM, display, "kiosk.code.qr"));
        panel.getStyleClass().addAll("panel", "form");
        Button done = widgets.button("kiosk.code.done", null, close, "accent");
        done.setDefaultButton(true);
        body.getChildren()
                .setAll(panel, widgets.label("kiosk.code.how"), widgets.label("kiosk.code.once", "quiet"), done);
    }

    /// Four and four: read aloud and typed without losing the place.
    private static String grouped(String code) {
        int half = code.length() / 2;
        return code.substring(0, half) + " " + code.substring(half);
    }

    Node content() {
        return drawer.content();
    }
}
