package org.seatside.kiosk.checkin;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.CheckInId;
import org.seatside.testkit.FakeClock;

/// A line whose answers a test sets. It keeps the order of what it was asked.
public final class FakeLine implements NodeLine {
    private final FakeClock clock;
    public final List<Attempt> recorded = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();
    public NodeAnswer answer = new NodeAnswer.None();
    public boolean full;
    public Duration uncertainty = Duration.ofMillis(20);

    public PinAnswer pin = new PinAnswer.Unchecked();
    public boolean away;

    /// Runs before the line is asked for an answer.
    public Runnable meanwhile = () -> {};

    public FakeLine(FakeClock clock) {
        this.clock = clock;
    }

    @Override
    public void record(Attempt attempt) throws NotRecordedException {
        calls.add("record");
        if (full) {
            throw new NotRecordedException(new IOException("no space"));
        }
        recorded.add(attempt);
    }

    @Override
    public NodeAnswer answer(CheckInId id, Duration patience) {
        meanwhile.run();
        calls.add("answer within " + patience.toMillis() + " ms");
        return answer;
    }

    @Override
    public PinAnswer checkPin(String number, String typed, Duration patience) {
        calls.add("PIN " + typed + " of " + number);
        return pin;
    }

    @Override
    public boolean away() {
        return away;
    }

    @Override
    public int waiting() {
        return recorded.size();
    }

    @Override
    public KioskTime now() {
        return new KioskTime(clock.instant(), 0, 0L, uncertainty.toMillis());
    }
}
