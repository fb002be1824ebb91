package org.seatside.model.assist;

/// How far a call for help is, in this order; one may be skipped, none comes back.
public enum HelpCallState {
    /// At the kiosk, nobody has seen it.
    CALLED,
    /// Staff have seen it.
    SEEN,
    /// Somebody is on the way.
    COMING,
    /// Over: somebody was there, or the student took it back.
    DONE
}
