package org.seatside.kiosk.ui;

import org.seatside.kiosk.checkin.Decision;
import org.seatside.model.attendance.Outcome;

/// What the kiosk is doing. [#after] holds every transition there is; an event that means nothing in a state leaves it.
public sealed interface KioskState {
    record Starting() implements KioskState {}

    /// Waits for somebody.
    record Idle() implements KioskState {}

    /// A code was seen and is being looked at.
    record Reading() implements KioskState {}

    /// Recorded on the device; a node is asked.
    record Checking() implements KioskState {}

    record ShowingOutcome(Outcome outcome) implements KioskState {}

    /// A student number is being typed.
    record AskingNumber() implements KioskState {}

    record OutOfOrder(Fault fault) implements KioskState {}

    /// Why a kiosk cannot serve anybody.
    enum Fault {
        /// Check-ins cannot be recorded on this device.
        OUTBOX,
        /// It belongs to no campus yet, or no longer.
        NOT_PAIRED
    }

    /// What can happen.
    sealed interface Event {
        record Started() implements Event {}

        record CodeSeen() implements Event {}

        record Recorded() implements Event {}

        record Decided(Decision decision) implements Event {}

        record NumberWanted() implements Event {}

        record NumberGiven() implements Event {}

        record Cancelled() implements Event {}

        record TimeUp() implements Event {}

        record Broken(Fault fault) implements Event {}

        record Mended() implements Event {}
    }

    default KioskState after(Event event) {
        if (event instanceof Event.Broken(Fault fault)) {
            return new OutOfOrder(fault);
        }
        return switch (this) {
            case Starting _ -> event instanceof Event.Started ? new Idle() : this;
            case OutOfOrder _ -> event instanceof Event.Mended ? new Idle() : this;
            case Idle _, Reading _, Checking _, ShowingOutcome _, AskingNumber _ -> serving(event);
        };
    }

    private KioskState serving(Event event) {
        return switch (event) {
            case Event.CodeSeen _ -> this instanceof AskingNumber ? this : new Reading();
            case Event.Recorded _, Event.NumberGiven _ -> new Checking();
            case Event.Decided(Decision decision) -> decided(decision.outcome());
            case Event.NumberWanted _ -> busy() ? this : new AskingNumber();
            case Event.Cancelled _, Event.TimeUp _ -> busy() ? this : new Idle();
            case Event.Started _, Event.Mended _, Event.Broken _ -> this;
        };
    }

    private boolean busy() {
        return this instanceof Reading || this instanceof Checking;
    }

    /// Whatever else the camera sees on a wall does not disturb somebody who is typing.
    private KioskState decided(Outcome outcome) {
        boolean stray = outcome instanceof Outcome.NotACode && this instanceof AskingNumber;
        return stray ? this : new ShowingOutcome(outcome);
    }
}
