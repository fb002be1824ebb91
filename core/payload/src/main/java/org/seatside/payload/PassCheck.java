package org.seatside.payload;

/// What came of checking a pass. In all cases but [Rejected] every signature held, so the handle is the issuer's word
/// and the attempt can be recorded.
public sealed interface PassCheck {
    /// Signed, and good at this time.
    ///
    /// @param provisional the clock was too uncertain to be sure of the time: the node decides
    record Valid(Pass pass, boolean provisional) implements PassCheck {}

    /// Signed, but its last day is over.
    record Expired(Pass pass) implements PassCheck {}

    /// Signed, but for another slot: a picture shown later, or a phone or kiosk whose clock is off.
    record OutsideSlot(Pass pass) implements PassCheck {}

    /// Not to be believed at all.
    record Rejected(Reason reason) implements PassCheck {}

    /// A constant for logs and protocols: `VALID`, `EXPIRED`, `OUTSIDE_SLOT` or the name of the [Reason].
    default String code() {
        return switch (this) {
            case Valid _ -> "VALID";
            case Expired _ -> "EXPIRED";
            case OutsideSlot _ -> "OUTSIDE_SLOT";
            case Rejected(Reason reason) -> reason.name();
        };
    }
}
