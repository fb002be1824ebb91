package org.seatside.admin.kiosk;

import java.util.List;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.model.api.KioskName;
import org.seatside.model.api.KioskSeat;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Seat;

/// What a kiosk is called, and at which seat of its room it stands.
final class KioskPlaceViewModel {
    private final NodeLink link;
    private final Kiosk kiosk;
    private final Runnable done;
    private final Picked<Seat> seat =
            new Picked<>("kiosk.seat.field", "kiosk.seat.hint", "kiosk.seat.none", List.of(), (it, _) -> it.label());

    /// @param done after something was changed
    KioskPlaceViewModel(NodeLink link, Kiosk kiosk, Runnable done) {
        this.link = link;
        this.kiosk = kiosk;
        this.done = done;
    }

    EntryForm<KioskName> renaming() {
        Typed<String> name = Typed.needed("kiosk.name.field", "kiosk.name.hint").with(kiosk.name());
        return new EntryForm<>(
                        link,
                        List.of(name),
                        () -> new KioskName(name.value()),
                        (it, id) -> link.client().places().renameKiosk(kiosk.id(), it, id),
                        _ -> done.run())
                .refused("name-taken", name, "kiosk.name.taken")
                .refused("name-needed", name, "name.refused");
    }

    /// Asks which seats its room has; nothing can be picked before the answer.
    void loadSeats() {
        RoomId room = kiosk.room();
        if (room == null) {
            return;
        }
        link.ask(
                () -> link.client().places().seats(room),
                seats -> {
                    seat.options().setAll(seats);
                    seats.stream()
                            .filter(it -> it.id().equals(kiosk.seat()))
                            .findFirst()
                            .ifPresent(seat::with);
                },
                failure -> seat.reject(Notice.of(failure)),
                () -> {});
    }

    EntryForm<KioskSeat> seating() {
        return new EntryForm<>(
                link,
                List.of(seat),
                () -> new KioskSeat(kiosk.room(), seat.picked().map(Seat::id).orElse(null)),
                (it, id) -> link.client().places().seatKiosk(kiosk.id(), it, id),
                _ -> done.run());
    }
}
