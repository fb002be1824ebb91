package org.seatside.kiosk.ui;

import org.jspecify.annotations.Nullable;
import org.seatside.kiosk.checkin.Decision;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;

/// What the kiosk is doing. [#after] holds every transition there is; an event that means nothing in a state
/// leaves it.
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

    /// The number is known; now its PIN is being typed.
    record AskingPin(Pin pin) implements KioskState {}

    /// The student is known; now the room's code is to be shown.
    record AskingRoom() implements KioskState {}

    /// The room is known; now the student's code is to be shown, or the number to be typed.
    record AskingStudent(Place place) implements KioskState {}

    /// The visitor sets text, colours, language, speech and keys.
    ///
    /// @param fault of a kiosk that cannot serve; null for one that can
    record Adjusting(@Nullable Fault fault) implements KioskState {}

    /// Staff were called, or are about to be.
    ///
    /// @param fault of a kiosk that cannot serve; null for one that can
    record CallingHelp(@Nullable Fault fault) implements KioskState {}

    /// The code for staff is being typed.
    ///
    /// @param fault of a kiosk that cannot serve; null for one that can
    record AskingStaffCode(@Nullable Fault fault) implements KioskState {}

    /// Staff look after the kiosk; nobody is served meanwhile.
    ///
    /// @param fault of a kiosk that cannot serve; null for one that can
    record StaffSettings(@Nullable Fault fault) implements KioskState {}

    /// Staff do something with the camera from afar; whoever is here can put an end to it.
    ///
    /// @param fault of a kiosk that cannot serve; null for one that can
    record Inspected(Inspection inspection, @Nullable Fault fault) implements KioskState {}

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

        record PinGiven() implements Event {}

        record PinWrong(Pin pin) implements Event {}

        record AdjustingWanted() implements Event {}

        record HelpWanted() implements Event {}

        record StaffWanted() implements Event {}

        record StaffKnown() implements Event {}

        record InspectionAsked(Inspection inspection) implements Event {}

        record InspectionOver() implements Event {}

        record Cancelled() implements Event {}

        record TimeUp() implements Event {}

        record Broken(Fault fault) implements Event {}

        record Mended() implements Event {}
    }

    default KioskState after(Event event) {
        return switch (event) {
            case Event.Broken(Fault fault) -> faulty(fault);
            case Event.Mended _ -> mended();
            case Event.Started _ -> this instanceof Starting ? new Idle() : this;
            case Event.CodeSeen _ -> disturbable() ? new Reading() : this;
            case Event.Recorded _ -> this instanceof Reading || this instanceof Checking ? new Checking() : this;
            case Event.Decided(Decision decision) -> decided(decision.outcome());
            case Event.NumberWanted _ -> this instanceof AskingNumber || !attending() ? this : new AskingNumber();
            case Event.NumberGiven _ -> this instanceof AskingNumber ? new Checking() : this;
            case Event.PinGiven _ -> this instanceof AskingPin ? new Checking() : this;
            case Event.PinWrong(Pin pin) -> this instanceof Checking ? new AskingPin(pin) : this;
            case Event.AdjustingWanted _ -> reachable() ? new Adjusting(fault()) : this;
            case Event.HelpWanted _ -> reachable() ? new CallingHelp(fault()) : this;
            case Event.StaffWanted _ -> reachable() ? new AskingStaffCode(fault()) : this;
            case Event.StaffKnown _ -> this instanceof AskingStaffCode ? new StaffSettings(fault()) : this;
            case Event.InspectionAsked(Inspection asked) -> alone() ? new Inspected(asked, fault()) : this;
            case Event.InspectionOver _ -> this instanceof Inspected ? resting() : this;
            case Event.Cancelled _, Event.TimeUp _ -> reachable() ? resting() : this;
        };
    }

    /// Why nobody can be served; null where it can.
    default @Nullable Fault fault() {
        return switch (this) {
            case OutOfOrder(Fault fault) -> fault;
            case Adjusting(Fault fault) -> fault;
            case CallingHelp(Fault fault) -> fault;
            case AskingStaffCode(Fault fault) -> fault;
            case StaffSettings(Fault fault) -> fault;
            case Inspected(Inspection _, Fault fault) -> fault;
            case Starting _,
                    Idle _,
                    Reading _,
                    Checking _,
                    ShowingOutcome _,
                    AskingNumber _,
                    AskingPin _,
                    AskingRoom _,
                    AskingStudent _ -> null;
        };
    }

    /// Whether keys type digits here.
    default boolean typing() {
        return this instanceof AskingNumber || this instanceof AskingPin || this instanceof AskingStaffCode;
    }

    /// Whether nobody is here, as far as one can tell.
    default boolean alone() {
        return this instanceof Idle || this instanceof OutOfOrder;
    }

    private boolean attending() {
        return switch (this) {
            case Idle _, ShowingOutcome _, AskingNumber _, AskingPin _, AskingRoom _, AskingStudent _ -> true;
            case Adjusting(Fault fault) -> fault == null;
            case CallingHelp(Fault fault) -> fault == null;
            case Inspected(Inspection _, Fault fault) -> fault == null;
            case Starting _, Reading _, Checking _, AskingStaffCode _, StaffSettings _, OutOfOrder _ -> false;
        };
    }

    /// Whether something that takes its own time leaves the visitor free to go elsewhere.
    private boolean reachable() {
        return !(this instanceof Starting || this instanceof Reading || this instanceof Checking);
    }

    /// Whatever the camera sees meanwhile does not take the keys or the staff's list from under somebody's
    /// hand.
    private boolean disturbable() {
        return switch (this) {
            case Idle _, Reading _, Checking _, ShowingOutcome _, AskingRoom _, AskingStudent _ -> true;
            case Adjusting(Fault fault) -> fault == null;
            case CallingHelp(Fault fault) -> fault == null;
            case Inspected(Inspection inspection, Fault fault) -> fault == null && inspection == Inspection.PICTURE;
            case Starting _, AskingNumber _, AskingPin _, AskingStaffCode _, StaffSettings _, OutOfOrder _ -> false;
        };
    }

    private KioskState decided(Outcome outcome) {
        if (this instanceof Starting || fault() != null || lookedAfter()) {
            return this;
        }
        // Whatever else the camera sees on a wall does not disturb somebody who is typing.
        boolean stray = outcome instanceof Outcome.NotACode && typing();
        if (stray) {
            return this;
        }
        return switch (outcome) {
            case Outcome.PinNeeded _ -> new AskingPin(Pin.FIRST);
            case Outcome.RoomNeeded _ -> new AskingRoom();
            case Outcome.StudentNeeded(Place place) -> new AskingStudent(place);
            default -> new ShowingOutcome(outcome);
        };
    }

    private boolean lookedAfter() {
        return this instanceof StaffSettings
                || (this instanceof Inspected(Inspection inspection, Fault _) && inspection == Inspection.TEST_SCAN);
    }

    private KioskState resting() {
        Fault fault = fault();
        return fault == null ? new Idle() : new OutOfOrder(fault);
    }

    private KioskState faulty(Fault fault) {
        return switch (this) {
            case Adjusting _ -> new Adjusting(fault);
            case CallingHelp _ -> new CallingHelp(fault);
            case AskingStaffCode _ -> new AskingStaffCode(fault);
            case StaffSettings _ -> new StaffSettings(fault);
            case Inspected(Inspection inspection, Fault _) -> new Inspected(inspection, fault);
            default -> new OutOfOrder(fault);
        };
    }

    private KioskState mended() {
        return switch (this) {
            case Adjusting _ -> new Adjusting(null);
            case CallingHelp _ -> new CallingHelp(null);
            case AskingStaffCode _ -> new AskingStaffCode(null);
            case StaffSettings _ -> new StaffSettings(null);
            case Inspected(Inspection inspection, Fault _) -> new Inspected(inspection, null);
            case OutOfOrder _ -> new Idle();
            default -> this;
        };
    }
}
