package org.seatside.admin.room;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.Deleting;
import org.seatside.admin.entry.DeletingView;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.ui.Widgets;
import org.seatside.fx.Messages;
import org.seatside.model.roster.Seat;

/// The accessible seats of a room, each with what somebody who sits there can reach.
final class SeatsView {
    private final RoomDetailsViewModel model;
    private final Widgets widgets;
    private final Messages messages;
    private final VBox rows = new VBox();
    private final VBox content;

    SeatsView(RoomDetailsViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        this.messages = widgets.messages();
        content = new VBox(
                widgets.label("seats.title", "strong"),
                widgets.notice(model.seats().notice(), () -> model.seats().say(null)),
                rows,
                unfolding(
                        "seat.add",
                        new EntryFormView(model.seat(null), widgets, "seat.add.submit", null, "plain").content()));
        content.getStyleClass().addAll("panel", "form");
        InvalidationListener show = _ -> show();
        model.seats().all().addListener(show);
        messages.language().addListener(show);
        show();
        model.seats().load();
    }

    private TitledPane unfolding(String key, Node inside) {
        TitledPane pane = new TitledPane();
        pane.textProperty().bind(messages.text(key));
        pane.setContent(inside);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private void show() {
        rows.getChildren().clear();
        if (model.seats().all().isEmpty()) {
            rows.getChildren().add(widgets.label("seats.none", "quiet"));
        }
        model.seats().all().forEach(seat -> rows.getChildren().add(row(seat)));
    }

    private Node row(Seat seat) {
        VBox row = new VBox(widgets.name(seat.label(), "strong"), widgets.label(said(seat), "type-small", "quiet"));
        VBox change = new VBox(new EntryFormView(model.seat(seat), widgets, "entry.save", null, "plain").content());
        Deleting<Seat> deleting = model.seats().deleting();
        if (deleting != null) {
            change.getChildren().add(new DeletingView<>(deleting, seat, widgets, () -> {}).content());
        }
        change.getStyleClass().add("form");
        row.getChildren().add(unfolding("seat.change", change));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("panel-row", "lines");
        return row;
    }

    private javafx.beans.value.ObservableValue<String> said(Seat seat) {
        return widgets.words(messages.language(), _ -> {
            List<String> parts = new ArrayList<>();
            parts.add(messages.now(RoomDetailsViewModel.word(seat.reach())));
            measured(parts, "seat.said.height", seat.heightCm());
            measured(parts, "seat.said.knee", seat.kneeCm());
            return String.join(" · ", parts);
        });
    }

    private void measured(List<String> parts, String key, @Nullable Integer centimetres) {
        if (centimetres != null) {
            parts.add(messages.now(key, centimetres));
        }
    }

    Node content() {
        return content;
    }
}
