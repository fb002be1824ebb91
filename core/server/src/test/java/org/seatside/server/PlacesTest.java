package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Dependents;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.KioskName;
import org.seatside.model.api.KioskSeat;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.NewBuilding;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSeat;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.Order;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.RoomWarning;
import org.seatside.model.api.Topic;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;
import org.seatside.model.roster.Section;

final class PlacesTest {
    @TempDir
    private static Path folder;

    private static CampusFixture campus;
    private static Api admin;

    @BeforeAll
    static void start() throws Exception {
        campus = CampusFixture.start(folder);
        admin = campus.admin();
    }

    @AfterAll
    static void stop() {
        campus.close();
    }

    @Test
    void buildingsAreKeptInAnOrderAndTheirRoomsFollowTheirName() {
        Building two = building("B 2");
        Building one = building("B 1");
        Room room = admin.post(Paths.ROOMS, new NewRoom("B1-101", "", "1", null, "Room 101", one.id()))
                .as(Room.class);
        admin.put(
                        Paths.BUILDINGS + "/order",
                        new Order(List.of(two.id().value(), one.id().value())))
                .expect(204);

        Building renamed = admin.put(Paths.BUILDINGS + "/" + one.id(), new Building(one.id(), " 공학관 ", "Engineering"))
                .as(Building.class);

        assertEquals(new Building(one.id(), "공학관", "Engineering"), renamed);
        assertEquals(List.of(two, renamed), buildings());
        assertEquals("공학관", room(room).building());
        assertEquals(
                "409 in-use", admin.delete(Paths.BUILDINGS + "/" + one.id()).refusal());
        assertEquals(
                new Dependents(Map.of(Topic.ROOMS, 1L)),
                admin.get(Paths.BUILDINGS + "/" + one.id() + "/dependents").as(Dependents.class));
        admin.delete(Paths.ROOMS + "/" + room.id()).expect(204);
        admin.delete(Paths.BUILDINGS + "/" + one.id()).expect(204);
        admin.delete(Paths.BUILDINGS + "/" + two.id()).expect(204);
        assertEquals(List.of(), buildings());
    }

    @Test
    void aBlankNameIsRefusedAndATakenOneToo() {
        building("Taken");

        assertEquals(
                "409 name-taken",
                admin.post(Paths.BUILDINGS, new NewBuilding("Taken", null)).refusal());
        assertEquals(
                "400 name-needed",
                admin.post(Paths.ROOMS, new NewRoom(" ", "", "", null)).refusal());
        Room room = campus.room("Never blank");
        assertEquals(
                "400 json-malformed",
                admin.put(
                                Paths.ROOMS + "/" + room.id(),
                                "{\"id\":\"" + room.id() + "\",\"name\":\" \",\"building\":\"\",\"floor\":\"\"}")
                        .refusal());
    }

    @Test
    void aKioskStandsAtASeatOfItsRoom() {
        Room room = campus.room("Seated");
        Seat seat = admin.post(Paths.ROOMS + "/" + room.id() + "/seats", new NewSeat("A-1", 72, Seat.Reach.LEFT, 68))
                .as(Seat.class);
        Kiosks kiosk = Kiosks.pair(admin, "Seat A-1", room.id());
        admin.put(Paths.KIOSKS + "/" + kiosk.id() + "/seat", new KioskSeat(room.id(), seat.id()))
                .expect(204);
        admin.put(Paths.KIOSKS + "/" + kiosk.id() + "/name", new KioskName("Front row"))
                .expect(204);

        KioskView view = admin.get(Paths.KIOSKS).as(new TypeReference<List<KioskView>>() {}).stream()
                .filter(it -> it.kiosk().id().equals(kiosk.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(seat.id(), view.kiosk().seat());
        assertEquals("Front row", view.kiosk().name());
        assertEquals(
                "404 unknown-reference",
                admin.put(Paths.KIOSKS + "/" + kiosk.id() + "/seat", new KioskSeat(null, seat.id()))
                        .refusal());
        assertEquals(
                List.of(seat),
                admin.get(Paths.ROOMS + "/" + room.id() + "/seats").as(new TypeReference<List<Seat>>() {}));
    }

    @Test
    void aClassWithStudentsWhereNoKioskWorksIsWarnedOf() {
        Room room = campus.room("Unserved");
        Section section =
                admin.post(Paths.SECTIONS, new NewSection("W-1", "Warned")).as(Section.class);
        Instant start = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
        admin.post(Paths.MEETINGS, new NewMeeting(section.id(), room.id(), start, start.plusSeconds(3600), 10, 10, 30))
                .expect(200);
        assertEquals(List.of(), warnings(room), "nobody is enrolled");
        admin.post(
                        Paths.SECTIONS + "/" + section.id() + "/enrolments",
                        new Enrolment(List.of(campus.student("20261001").id())))
                .expect(204);

        assertEquals(
                List.of(new RoomWarning(
                        section.id(), "Warned", room.id(), "Unserved", start, 1, 1, RoomWarning.Reason.NO_KIOSK)),
                warnings(room));
        Kiosks kiosk = Kiosks.pair(admin, "Late arrival", room.id());
        assertEquals(RoomWarning.Reason.SILENT, warnings(room).getFirst().reason());
        Api itself = kiosk.signIn(campus.open());
        itself.put(Paths.KIOSK_SELF + "/state", new KioskState("1", "NO_DEVICE", 0, 0, null, null))
                .expect(200);
        assertEquals(RoomWarning.Reason.NO_CAMERA, warnings(room).getFirst().reason());
        itself.put(Paths.KIOSK_SELF + "/state", new KioskState("1", "RUNNING", 0, 0, null, null))
                .expect(200);
        assertTrue(warnings(room).isEmpty());
    }

    private static List<RoomWarning> warnings(Room room) {
        return admin.get(Paths.ROOMS + "/warnings").as(new TypeReference<List<RoomWarning>>() {}).stream()
                .filter(it -> it.room().equals(room.id()))
                .toList();
    }

    private static Building building(String name) {
        return admin.post(Paths.BUILDINGS, new NewBuilding(name, null)).as(Building.class);
    }

    private static List<Building> buildings() {
        return admin.get(Paths.BUILDINGS).as(new TypeReference<Page<Building>>() {}).items().stream()
                .filter(it -> !it.name().equals("Taken"))
                .toList();
    }

    private static Room room(Room seen) {
        return admin.get(Paths.ROOMS).as(new TypeReference<Page<Room>>() {}).items().stream()
                .filter(it -> it.id().equals(seen.id()))
                .findFirst()
                .orElseThrow();
    }
}
