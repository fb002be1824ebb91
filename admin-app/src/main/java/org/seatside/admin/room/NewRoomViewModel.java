package org.seatside.admin.room;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.TagCode;
import org.seatside.model.api.TagReading;
import org.seatside.model.roster.Room;

/// The form that adds a room, with its tag or without one.
public final class NewRoomViewModel {
    private final NodeLink link;
    private final Consumer<Room> added;
    private final Consumer<Room> known;
    private final PendingChange change;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty building = new SimpleStringProperty("");
    private final StringProperty floor = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable TagReading> tag = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> nameError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable String tagCode;

    /// @param added gets the new room
    /// @param known gets the room whose tag was read, where it is there already
    public NewRoomViewModel(NodeLink link, Consumer<Room> added, Consumer<Room> known) {
        this.link = link;
        this.added = added;
        this.known = known;
        this.change = new PendingChange(link.client()::newCommand);
        name.addListener((_, _, _) -> nameError.set(null));
    }

    /// Takes the text of a tag as scanned; the node says what it means.
    public void take(String code) {
        busy.set(true);
        notice.set(null);
        link.ask(
                () -> link.client().readTag(new TagCode(code)),
                reading -> show(code, reading),
                failure -> {
                    tagCode = null;
                    tag.set(null);
                    notice.set(
                            switch (Notice.code(failure)) {
                                case "tag-unreadable" -> Notice.failed("tag.unknown");
                                case "no-tag-key" -> Notice.care("tag.noKey");
                                default -> Notice.of(failure);
                            });
                },
                () -> busy.set(false));
    }

    private void show(String code, TagReading reading) {
        Room room = reading.room();
        if (room != null) {
            known.accept(room);
            return;
        }
        tagCode = code;
        TagReading before = tag.get();
        boolean untouched =
                name.get().isBlank() || (before != null && name.get().equals(before.tag()));
        tag.set(reading);
        if (untouched) {
            name.set(reading.tag());
        }
        notice.set(Notice.done("tag.read", reading.tag()));
    }

    /// The tag was the wrong one: the room is added without.
    public void dropTag() {
        tagCode = null;
        tag.set(null);
        notice.set(null);
    }

    /// Checks and sends what was typed. A blank name is the tag's own.
    public void submit() {
        NewRoom typed = new NewRoom(
                name.get().strip(), building.get().strip(), floor.get().strip(), tagCode);
        nameError.set(typed.name().isEmpty() && tagCode == null ? Notice.failed("room.name.missing") : null);
        if (busy.get() || nameError.get() != null) {
            return;
        }
        busy.set(true);
        notice.set(null);
        link.ask(
                () -> link.client().addRoom(typed, change.idFor(typed)),
                room -> {
                    change.settled();
                    name.set("");
                    dropTag();
                    added.accept(room);
                },
                failure -> {
                    switch (Notice.code(failure)) {
                        case "name-taken" -> nameError.set(Notice.failed("room.name.taken"));
                        case "tag-taken" -> notice.set(Notice.failed("room.tag.taken"));
                        case "name-needed" -> nameError.set(Notice.failed("name.refused"));
                        default -> notice.set(Notice.of(failure));
                    }
                },
                () -> busy.set(false));
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty building() {
        return building;
    }

    public StringProperty floor() {
        return floor;
    }

    /// What the scanned tag says; null for a room without one.
    public ReadOnlyObjectProperty<@Nullable TagReading> tag() {
        return tag.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> nameError() {
        return nameError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
