package org.seatside.kiosk.checkin;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.CheckInId;

/// A line that stands still in one of its two slow calls until it is let go.
final class HeldLine implements NodeLine {
    enum At {
        DISK,
        NODE
    }

    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch letGo = new CountDownLatch(1);
    private final NodeLine line;
    private final At at;

    HeldLine(NodeLine line, At at) {
        this.line = line;
        this.at = at;
    }

    @Override
    public void record(Attempt attempt) throws NotRecordedException {
        try {
            hold(At.DISK);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        line.record(attempt);
    }

    @Override
    public NodeAnswer answer(CheckInId id, Duration patience) throws InterruptedException {
        hold(At.NODE);
        return line.answer(id, patience);
    }

    private void hold(At here) throws InterruptedException {
        if (here == at) {
            reached.countDown();
            letGo.await();
        }
    }

    @Override
    public PinAnswer checkPin(String number, String pin, Duration patience) throws InterruptedException {
        return line.checkPin(number, pin, patience);
    }

    @Override
    public boolean away() {
        return line.away();
    }

    @Override
    public int waiting() {
        return line.waiting();
    }

    @Override
    public KioskTime now() {
        return line.now();
    }
}
