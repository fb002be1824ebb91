package org.seatside.service.places;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Dependents;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.NewBuilding;
import org.seatside.model.api.NewSeat;
import org.seatside.model.api.RoomWarning;
import org.seatside.model.api.Topic;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;
import org.seatside.service.Names;
import org.seatside.service.RefusedException;
import org.seatside.service.kiosk.KioskService;
import org.seatside.service.log.Change;
import org.seatside.service.log.Commands;
import org.seatside.service.log.PlaceChange;
import org.seatside.service.roster.RosterStore;

/// Keeps buildings, rooms and seats, and says what is wrong with them. Thread-safe.
public final class PlaceService {
    private static final int MAX_CM = 300;
    private static final int MAX_ORDER = 2_000;
    private static final int MAX_DAYS = 31;

    /// A kiosk not heard of for longer does not work, whatever it last said.
    private static final Duration SILENT = Duration.ofDays(1);

    private static final String RUNNING = "RUNNING";

    private final PlaceStore store;
    private final RosterStore roster;
    private final KioskService kiosks;
    private final Commands commands;
    private final InstantSource clock;

    public PlaceService(
            PlaceStore store, RosterStore roster, KioskService kiosks, Commands commands, InstantSource clock) {
        this.store = store;
        this.roster = roster;
        this.kiosks = kiosks;
        this.commands = commands;
        this.clock = clock;
    }

    public List<Building> buildings() {
        return store.buildings();
    }

    public Building add(NewBuilding building, String actor, CommandId command) {
        return save(new Building(new BuildingId(command.value()), building.name(), building.nameEn()), actor, command);
    }

    /// Replaces what is known of a building; its rooms show the new name.
    public Building change(Building building, String actor, CommandId command) {
        RefusedException.requireEntry(store.building(building.id()));
        return save(building, actor, command);
    }

    private Building save(Building building, String actor, CommandId command) {
        Building clean = new Building(building.id(), Names.required(building.name()), Names.orNull(building.nameEn()));
        commands.require(command, actor, new PlaceChange.SaveBuilding(clean));
        return clean;
    }

    /// Replaces what is known of a room; its tag stays.
    public Room change(Room room, String actor, CommandId command) {
        Room known = roster.room(room.id()).orElseThrow(RefusedException::noSuchEntry);
        Room clean = new Room(
                room.id(),
                Names.required(room.name()),
                buildingName(room.buildingId(), room.building()),
                Names.optional(room.floor()),
                known.tag(),
                Names.orNull(room.nameEn()),
                room.buildingId());
        commands.require(command, actor, new Change.SaveRoom(clean, null));
        return roster.room(room.id()).orElseThrow(RefusedException::noSuchEntry);
    }

    private String buildingName(@Nullable BuildingId id, String text) {
        return id == null
                ? Names.optional(text)
                : store.building(id).orElseThrow(RefusedException::noSuchEntry).name();
    }

    public List<Seat> seats(RoomId room) {
        RefusedException.requireEntry(roster.room(room));
        return store.seats(room);
    }

    public Seat add(RoomId room, NewSeat seat, String actor, CommandId command) {
        return save(
                new Seat(new SeatId(command.value()), room, seat.label(), seat.heightCm(), seat.reach(), seat.kneeCm()),
                actor,
                command);
    }

    public Seat change(Seat seat, String actor, CommandId command) {
        RefusedException.requireEntry(store.seat(seat.id()));
        return save(seat, actor, command);
    }

    private Seat save(Seat seat, String actor, CommandId command) {
        checkCm(seat.heightCm());
        checkCm(seat.kneeCm());
        Seat clean = new Seat(
                seat.id(), seat.room(), Names.required(seat.label()), seat.heightCm(), seat.reach(), seat.kneeCm());
        commands.require(command, actor, new PlaceChange.SaveSeat(clean));
        return clean;
    }

    private static void checkCm(@Nullable Integer cm) {
        if (cm != null && (cm < 0 || cm > MAX_CM)) {
            throw RefusedException.invalid("height-out-of-range", "Heights are 0 to 300 centimetres.");
        }
    }

    /// Stands a kiosk at a seat of a room.
    public void seat(KioskId kiosk, @Nullable RoomId room, @Nullable SeatId seat, String actor, CommandId command) {
        commands.require(command, actor, new PlaceChange.SeatKiosk(kiosk, room, seat));
    }

    public void rename(KioskId kiosk, String name, String actor, CommandId command) {
        commands.require(command, actor, new PlaceChange.RenameKiosk(kiosk, Names.required(name)));
    }

    public void reorder(Topic topic, List<UUID> ids, String actor, CommandId command) {
        if (ids.size() > MAX_ORDER || ids.stream().distinct().count() != ids.size()) {
            throw RefusedException.invalid("order-malformed", "An order names each entry once, at most 2000.");
        }
        commands.require(command, actor, new PlaceChange.Reorder(topic, List.copyOf(ids)));
    }

    public Dependents dependents(Topic topic, UUID id) {
        return new Dependents(store.dependents(topic, id));
    }

    /// Takes an entry away; one that is gone already stays gone.
    ///
    /// @throws RefusedException CONFLICT `in-use`, saying what refers to it
    public void delete(Topic topic, UUID id, String actor, CommandId command) {
        try {
            commands.require(command, actor, new PlaceChange.Delete(topic, id));
        } catch (RefusedException e) {
            throw e.code().equals("in-use") ? inUse(store.dependents(topic, id)) : e;
        }
    }

    private static RefusedException inUse(Map<Topic, Long> dependents) {
        String what = dependents.entrySet().stream()
                .map(it -> it.getValue() + " "
                        + it.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        return new RefusedException(
                RefusedException.Kind.CONFLICT,
                "in-use",
                "Still refer to this: " + what + ". Move or delete them first.");
    }

    /// Classes with students that meet where no kiosk works, the soonest first.
    ///
    /// @param days to look ahead, 1 to 31
    public List<RoomWarning> warnings(int days) {
        Instant now = clock.instant();
        Map<RoomId, List<KioskView>> standing = kiosks.kiosks().stream()
                .filter(view -> view.kiosk().paired() && view.kiosk().room() != null)
                .collect(Collectors.groupingBy(
                        view -> Objects.requireNonNull(view.kiosk().room())));
        return store.roomsInUse(now, now.plus(Duration.ofDays(Math.clamp(days, 1, MAX_DAYS)))).stream()
                .flatMap(use -> reason(standing.getOrDefault(use.room(), List.of()), now)
                        .map(reason -> new RoomWarning(
                                use.section(),
                                use.sectionTitle(),
                                use.room(),
                                use.roomName(),
                                use.next(),
                                use.meetings(),
                                use.students(),
                                reason))
                        .stream())
                .toList();
    }

    private static Optional<RoomWarning.Reason> reason(List<KioskView> standing, Instant now) {
        if (standing.isEmpty()) {
            return Optional.of(RoomWarning.Reason.NO_KIOSK);
        }
        List<KioskView> heard = standing.stream()
                .filter(view -> view.lastSeen() != null && view.lastSeen().isAfter(now.minus(SILENT)))
                .toList();
        if (heard.isEmpty()) {
            return Optional.of(RoomWarning.Reason.SILENT);
        }
        boolean sees = heard.stream()
                .anyMatch(view -> view.state() != null && view.state().camera().equals(RUNNING));
        return sees ? Optional.empty() : Optional.of(RoomWarning.Reason.NO_CAMERA);
    }
}
