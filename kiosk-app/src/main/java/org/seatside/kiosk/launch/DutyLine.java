package org.seatside.kiosk.launch;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.seatside.kiosk.checkin.Attempt;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.kiosk.checkin.NodeLine;
import org.seatside.kiosk.checkin.NotRecordedException;
import org.seatside.kiosk.checkin.PinAnswer;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.CheckInId;

/// The line of a kiosk whose folder may not be open: nothing is recorded until it is.
final class DutyLine implements NodeLine {
    private final Supplier<Optional<Duty>> duty;
    private final InstantSource clock;

    DutyLine(Supplier<Optional<Duty>> duty, InstantSource clock) {
        this.duty = duty;
        this.clock = clock;
    }

    @Override
    public void record(Attempt attempt) throws NotRecordedException {
        Optional<Duty> open = duty.get();
        if (open.isEmpty()) {
            throw new NotRecordedException(new IOException("The folder of this kiosk is not open"));
        }
        open.get().line().record(attempt);
    }

    @Override
    public NodeAnswer answer(CheckInId id, Duration patience) throws InterruptedException {
        Optional<Duty> open = duty.get();
        return open.isPresent() ? open.get().line().answer(id, patience) : new NodeAnswer.None();
    }

    @Override
    public PinAnswer checkPin(String number, String pin, Duration patience) throws InterruptedException {
        Optional<Duty> open = duty.get();
        return open.isPresent() ? open.get().line().checkPin(number, pin, patience) : new PinAnswer.Unchecked();
    }

    @Override
    public boolean away() {
        return duty.get().map(open -> open.line().away()).orElse(true);
    }

    @Override
    public int waiting() {
        return duty.get().map(open -> open.line().waiting()).orElse(0);
    }

    @Override
    public KioskTime now() {
        return duty.get()
                .map(open -> open.line().now())
                .orElseGet(() -> new KioskTime(clock.instant(), System.nanoTime(), null, null));
    }
}
