package org.seatside.kiosk.launch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.seatside.client.KioskLink;
import org.seatside.client.LinkStatus;
import org.seatside.client.PinResult;
import org.seatside.client.SendResult;
import org.seatside.client.outbox.Draft;
import org.seatside.client.outbox.Outbox;
import org.seatside.client.outbox.OutboxException;
import org.seatside.kiosk.checkin.Attempt;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.kiosk.checkin.NodeLine;
import org.seatside.kiosk.checkin.NotRecordedException;
import org.seatside.kiosk.checkin.PinAnswer;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.CheckInId;

/// The outbox and the link to the nodes, as the desk sees them.
public final class LinkedLine implements NodeLine {
    /// Where no node could be reached a moment ago, nobody waits long to see it confirmed.
    private static final Duration PATIENCE_WHEN_AWAY = Duration.ofMillis(250);

    private final Outbox outbox;
    private final KioskLink link;
    private final Map<CheckInId, CheckIn> recorded = new ConcurrentHashMap<>();

    public LinkedLine(Outbox outbox, KioskLink link) {
        this.outbox = outbox;
        this.link = link;
    }

    @Override
    public void record(Attempt attempt) throws NotRecordedException {
        var kiosk = link.pairing()
                .orElseThrow(() -> new IllegalStateException("Not paired"))
                .kiosk();
        try {
            recorded.put(
                    attempt.id(),
                    outbox.append(new Draft(
                            attempt.id(),
                            kiosk,
                            attempt.how(),
                            attempt.student(),
                            attempt.room(),
                            attempt.standing(),
                            attempt.time(),
                            attempt.pin())));
        } catch (OutboxException e) {
            throw new NotRecordedException(e);
        }
    }

    @Override
    public NodeAnswer answer(CheckInId id, Duration patience) throws InterruptedException {
        CheckIn checkIn = recorded.remove(id);
        if (checkIn == null) {
            throw new IllegalArgumentException("An answer is for a check-in that was recorded just now");
        }
        SendResult result = link.send(checkIn, away() ? PATIENCE_WHEN_AWAY : patience);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return switch (result) {
            case SendResult.Answered(var receipt) -> new NodeAnswer.Decided(receipt.outcome(), receipt.profile());
            case SendResult.RefusedByNode(String code) -> new NodeAnswer.Refused(code);
            case SendResult.NoAnswer(SendResult.Cause cause) ->
                switch (cause) {
                    case NOT_PAIRED, REVOKED -> new NodeAnswer.NotPaired();
                    case UNREACHABLE, TIMED_OUT, NOT_READY, GARBAGE, INTERRUPTED -> new NodeAnswer.None();
                };
        };
    }

    @Override
    public PinAnswer checkPin(String number, String pin, Duration patience) throws InterruptedException {
        PinResult result = link.checkPin(number, pin, patience);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return switch (result) {
            case PinResult.Right(String proof) -> new PinAnswer.Right(proof);
            case PinResult.Wrong(long waitSeconds) -> new PinAnswer.Wrong(waitSeconds);
            case PinResult.Unchecked _ -> new PinAnswer.Unchecked();
        };
    }

    @Override
    public boolean away() {
        return link.status().state() == LinkStatus.State.UNREACHABLE;
    }

    @Override
    public int waiting() {
        return outbox.waiting();
    }

    @Override
    public KioskTime now() {
        return link.now();
    }
}
