package org.seatside.model.roster;

import org.seatside.model.attendance.Identification;

/// Which check-ins need the student's PIN. A pass never does: nobody else has it.
public enum PinRule {
    NEVER,
    /// Where the number was typed; a card with the number in a code is held by somebody.
    TYPED,
    /// Where all there is is a number, typed or in a code: a number can be printed by anybody.
    ANY_NUMBER;

    public boolean asks(Identification how) {
        return switch (how) {
            case PASS -> false;
            case NUMBER_CODE -> this == ANY_NUMBER;
            case NUMBER_TYPED -> this != NEVER;
        };
    }

    /// The one of the two that asks more.
    public PinRule stricter(PinRule other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
