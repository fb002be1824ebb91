package org.seatside.admin.room;

import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.seatside.admin.entry.DeletingView;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.roster.Room;

/// One room: where it is, what its tag says, its code on paper.
final class RoomView {
    private final Drawer drawer;

    /// @param first what to say as the room is opened; null for nothing
    /// @param list the rooms, to change their order and to take this one away
    RoomView(
            RoomViewModel model,
            RoomDetailsViewModel details,
            RoomsViewModel list,
            Display display,
            FileDialogs dialogs,
            @Nullable Notice first,
            Runnable close) {
        Widgets widgets = new Widgets(display);
        Room room = model.room();
        Button print = widgets.button(
                "room.print",
                Glyphs.PRINT,
                () -> dialogs.saveFile(display.messages().now("room.file", room.name()) + ".pdf")
                        .ifPresent(model::print));
        print.disableProperty().bind(model.busy());
        Button folder = widgets.button("print.openFolder", Glyphs.FOLDER, () -> {
            Path file = model.saved().get();
            if (file != null && file.toAbsolutePath().getParent() != null) {
                dialogs.show(file.toAbsolutePath().getParent());
            }
        });
        folder.visibleProperty().bind(model.saved().isNotNull());
        folder.managedProperty().bind(folder.visibleProperty());
        FlowPane actions = new FlowPane(print, folder, widgets.busy(model.busy()));
        actions.getStyleClass().add("actions");
        actions.setRowValignment(javafx.geometry.VPos.CENTER);
        VBox facts = new VBox(
                fact(widgets, "room.building", room.building()),
                fact(widgets, "room.floor", room.floor()),
                fact(widgets, room.tag() == null ? "room.tag" : "room.tag.university", room.tag()));
        facts.getStyleClass().add("facts");
        SimpleObjectProperty<@Nullable Notice> opening = new SimpleObjectProperty<>(first);
        drawer = new Drawer(
                widgets,
                new SimpleStringProperty(room.name()),
                close,
                widgets.notice(opening, null),
                facts,
                widgets.label(room.tag() == null ? "room.code.needed" : "room.code.optional", "quiet"),
                widgets.notice(model.notice(), null),
                actions,
                new SeatsView(details, widgets).content(),
                changing(details, list, widgets, close),
                moving(list, room, widgets),
                new DeletingView<>(list.deleting(), room, widgets, close).content());
    }

    private static Node changing(RoomDetailsViewModel details, RoomsViewModel list, Widgets widgets, Runnable close) {
        VBox box = new VBox(
                widgets.label("room.change.title", "strong"),
                new EntryFormView(
                                details.form(room -> {
                                    list.note(room);
                                    list.say(Notice.done("catalogue.saved", room.name()));
                                    close.run();
                                }),
                                widgets,
                                "entry.save",
                                null,
                                "plain")
                        .content());
        box.getStyleClass().addAll("panel", "form");
        return box;
    }

    private static Node moving(RoomsViewModel list, Room room, Widgets widgets) {
        FlowPane ways = new FlowPane(
                widgets.button("order.up", MaterialDesignA.ARROW_UP, () -> list.move(room, -1)),
                widgets.button("order.down", MaterialDesignA.ARROW_DOWN, () -> list.move(room, 1)));
        ways.getStyleClass().add("actions");
        return ways;
    }

    private static Node fact(Widgets widgets, String key, @Nullable String value) {
        Label said = value == null || value.isBlank() ? widgets.label("room.fact.none", "quiet") : new Label(value);
        said.setWrapText(true);
        VBox fact = new VBox(widgets.label(key, "type-small", "quiet"), said);
        fact.setAlignment(Pos.CENTER_LEFT);
        return fact;
    }

    Node content() {
        return drawer.content();
    }
}
