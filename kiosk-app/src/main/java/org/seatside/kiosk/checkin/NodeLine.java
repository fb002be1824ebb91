package org.seatside.kiosk.checkin;

import java.time.Duration;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.CheckInId;

/// The kiosk's record of check-ins and its line to the nodes, as the desk needs them. Thread-safe.
public interface NodeLine {
    /// Forces the attempt to the device; when this returns, it will reach a node sooner or later.
    ///
    /// @throws NotRecordedException where it is not on the device: nothing may turn green
    void record(Attempt attempt) throws NotRecordedException;

    /// Waits for what a node says to a recorded attempt. Sending goes on behind it whatever comes of the wait.
    ///
    /// @param patience after which [NodeAnswer.None] is the answer
    NodeAnswer answer(CheckInId id, Duration patience) throws InterruptedException;

    /// Asks a node whether a PIN goes with a number. Every call counts as an attempt.
    PinAnswer checkPin(String number, String pin, Duration patience) throws InterruptedException;

    /// Whether no node could be reached a moment ago: then nothing is asked that nobody could check.
    boolean away();

    /// How many recorded check-ins wait to be sent.
    int waiting();

    /// Now, by the kiosk's clock, with what is known of its offset.
    KioskTime now();
}
