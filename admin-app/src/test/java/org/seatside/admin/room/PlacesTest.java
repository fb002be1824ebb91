package org.seatside.admin.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.admin.entry.Deleting;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.Input;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.launch.live.LiveCampus;
import org.seatside.admin.launch.live.LiveNode;
import org.seatside.admin.ui.Notice;
import org.seatside.model.api.NewSeat;
import org.seatside.model.api.Topic;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;

/// What is done about rooms, buildings and seats, on a real node.
class PlacesTest {
    @TempDir
    static Path folder;

    private static LiveNode node;

    @BeforeAll
    static void start() throws Exception {
        node = LiveNode.start(folder.resolve("node"));
        LiveCampus.enter(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aRoomIsRenamedAndNeverNamedNothing() {
        RoomsViewModel rooms = new RoomsViewModel(node.link());
        rooms.load();
        Room last = rooms.rooms().getLast();
        List<Room> saved = new ArrayList<>();
        EntryForm<Room> form = new RoomDetailsViewModel(node.link(), last, rooms.buildings()).form(saved::add);

        typed(form, "room.name.field").text().set("  ");
        form.submit();
        assertEquals(
                Notice.failed("entry.missing"),
                typed(form, "room.name.field").error().get());
        typed(form, "room.name.field").text().set("B102 새 이름");
        form.submit();

        assertEquals("B102 새 이름", saved.getFirst().name());
    }

    @Test
    void aRoomInWhichClassesMeetStaysAndSaysWhatMeetsThere() {
        RoomsViewModel rooms = new RoomsViewModel(node.link());
        rooms.load();
        Deleting<Room> deleting = rooms.deleting();

        deleting.ask(rooms.rooms().getFirst());
        Map<Topic, Long> held = Objects.requireNonNull(
                Objects.requireNonNull(deleting.asked().get()).dependents());
        deleting.delete();

        assertTrue(held.containsKey(Topic.PATTERNS), () -> "not said: " + held);
        assertEquals(2, rooms.rooms().size());
    }

    @Test
    void aRoomMovesInTheListAndTheNodeKeepsTheOrder() {
        RoomsViewModel rooms = new RoomsViewModel(node.link());
        rooms.load();
        Room first = rooms.rooms().getFirst();

        rooms.move(first, 1);
        RoomsViewModel again = new RoomsViewModel(node.link());
        again.load();

        assertEquals(first.id(), again.rooms().getLast().id());
        rooms.move(rooms.rooms().getLast(), -1);
    }

    @Test
    void aSeatIsKeptWithWhatIsInReachThere() {
        RoomsViewModel rooms = new RoomsViewModel(node.link());
        rooms.load();
        RoomDetailsViewModel details =
                new RoomDetailsViewModel(node.link(), rooms.rooms().getFirst(), rooms.buildings());
        EntryForm<NewSeat> form = details.seat(null);
        typed(form, "seat.label").text().set("A-1");
        typed(form, "seat.height").text().set("74");
        form.submit();

        Seat made = details.seats().all().getFirst();
        assertEquals(new Seat(made.id(), rooms.rooms().getFirst().id(), "A-1", 74, Seat.Reach.BOTH, null), made);
        Deleting<Seat> deleting = Objects.requireNonNull(details.seats().deleting());
        deleting.ask(made);
        deleting.delete();
        assertEquals(List.of(), List.copyOf(details.seats().all()));
    }

    @Test
    void buildingsAreKeptAndNamedOnce() {
        BuildingsViewModel buildings = new BuildingsViewModel(node.link());
        for (String name : List.of("인문관", "공학관")) {
            var form = buildings.form(null, () -> {});
            typed(form, "building.name").text().set(name);
            form.submit();
        }
        var twice = buildings.form(null, () -> {});
        typed(twice, "building.name").text().set("공학관");
        twice.submit();

        assertEquals(
                Notice.failed("building.name.taken"),
                typed(twice, "building.name").error().get());
        Building last = buildings.list().all().getLast();
        buildings.move(last, -1);
        assertEquals(last, buildings.list().all().getFirst());
    }

    private static Typed<?> typed(EntryForm<?> form, String label) {
        for (Input input : form.inputs()) {
            if (input.label().equals(label)) {
                return (Typed<?>) input;
            }
        }
        throw new IllegalArgumentException(label);
    }
}
