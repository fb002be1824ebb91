package org.seatside.service.log;

import java.util.Optional;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Seat;

/// How changes to places change the state.
final class PlaceRules {
    private PlaceRules() {}

    static ApplyResult apply(PlaceChange change, StateTransaction state) {
        PlaceState places = state.places();
        return switch (change) {
            case PlaceChange.SaveBuilding save -> {
                if (!places.saveBuilding(save.building())) {
                    yield conflict(ApplyResult.Kind.NAME_TAKEN);
                }
                places.adoptRooms(save.building());
                yield new ApplyResult.Done();
            }
            case PlaceChange.SaveSeat save -> {
                if (!state.exists(save.seat().room())) {
                    yield conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
                }
                yield places.saveSeat(save.seat()) ? new ApplyResult.Done() : conflict(ApplyResult.Kind.NAME_TAKEN);
            }
            case PlaceChange.SeatKiosk seat -> seat(seat, state);
            case PlaceChange.RenameKiosk rename -> rename(rename, state);
            case PlaceChange.Reorder order -> {
                places.reorder(order.topic(), order.ids());
                yield new ApplyResult.Done();
            }
            case PlaceChange.Delete delete -> {
                if (places.inUse(delete.topic(), delete.id())) {
                    yield conflict(ApplyResult.Kind.IN_USE);
                }
                places.delete(delete.topic(), delete.id());
                yield new ApplyResult.Done();
            }
        };
    }

    private static ApplyResult seat(PlaceChange.SeatKiosk change, StateTransaction state) {
        Optional<Kiosk> found = state.kiosk(change.kiosk());
        Optional<Seat> seat = Optional.ofNullable(change.seat()).flatMap(state.places()::seat);
        boolean room = change.room() == null || state.exists(change.room());
        boolean there = change.seat() == null
                || seat.filter(it -> it.room().equals(change.room())).isPresent();
        if (found.isEmpty() || !room || !there) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        Kiosk kiosk = found.get();
        return save(
                new Kiosk(kiosk.id(), kiosk.name(), change.room(), kiosk.publicKey(), kiosk.revoked(), change.seat()),
                state);
    }

    private static ApplyResult rename(PlaceChange.RenameKiosk change, StateTransaction state) {
        return state.kiosk(change.kiosk())
                .map(kiosk -> save(
                        new Kiosk(
                                kiosk.id(),
                                change.name(),
                                kiosk.room(),
                                kiosk.publicKey(),
                                kiosk.revoked(),
                                kiosk.seat()),
                        state))
                .orElseGet(() -> conflict(ApplyResult.Kind.UNKNOWN_REFERENCE));
    }

    private static ApplyResult save(Kiosk kiosk, StateTransaction state) {
        return state.saveKiosk(kiosk) ? new ApplyResult.Done() : conflict(ApplyResult.Kind.NAME_TAKEN);
    }

    private static ApplyResult conflict(ApplyResult.Kind kind) {
        return new ApplyResult.Conflict(kind);
    }
}
