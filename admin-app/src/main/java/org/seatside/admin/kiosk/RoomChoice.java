package org.seatside.admin.kiosk;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;
import org.seatside.model.roster.Room;

/// Chooses a room, or none for a kiosk on wheels.
final class RoomChoice {
    private final ComboBox<Choice> box = new ComboBox<>();

    RoomChoice(KiosksViewModel model, ObjectProperty<@Nullable Room> value, Messages messages) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                Room room = choice == null ? null : choice.room();
                return room == null ? messages.now("kiosk.room.none") : room.name();
            }

            @Override
            public Choice fromString(String text) {
                return new Choice(null);
            }
        });
        fill(model.rooms());
        box.setValue(new Choice(value.get()));
        box.valueProperty().addListener((_, _, now) -> value.set(now == null ? null : now.room()));
        model.rooms().addListener((ListChangeListener<Room>) _ -> {
            Choice chosen = box.getValue();
            fill(model.rooms());
            box.setValue(chosen);
        });
    }

    private void fill(List<Room> rooms) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(null));
        rooms.forEach(room -> choices.add(new Choice(room)));
        box.getItems().setAll(choices);
    }

    ComboBox<Choice> control() {
        return box;
    }

    /// @param room null for none
    record Choice(@Nullable Room room) {}
}
