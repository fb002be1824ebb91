package org.seatside.model.attendance;

/// How far a check-in got on its way to the institution's own service.
public enum UpstreamState {
    /// No upstream is configured or the room is unknown there.
    NONE,
    /// Waits to be sent.
    NEW,
    /// A call was begun; its answer is not on record.
    SENT,
    ACCEPTED,
    REJECTED,
    /// The call timed out or broke: nobody knows whether it counted there. Sent again with the original time.
    UNKNOWN
}
