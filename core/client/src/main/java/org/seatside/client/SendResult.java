package org.seatside.client;

import org.seatside.model.attendance.Receipt;

/// What became of sending one check-in.
public sealed interface SendResult {
    /// The node has it for good.
    record Answered(Receipt receipt) implements SendResult {}

    /// Nobody knows; it stays in the outbox and is sent again.
    record NoAnswer(Cause cause) implements SendResult {}

    /// The node will not take it, however often it is sent; it is among the refused now.
    ///
    /// @param code why: `CHECK_IN_TOO_LONG`, or `HTTP_422` where the node gave no name
    record RefusedByNode(String code) implements SendResult {}

    /// Why there was no answer.
    enum Cause {
        NOT_PAIRED,
        /// The node no longer knows this kiosk's key.
        REVOKED,
        UNREACHABLE,
        TIMED_OUT,
        /// The node is up but cannot acknowledge now.
        NOT_READY,
        /// What answered is no node of ours: a proxy, a sign-in page of the network.
        GARBAGE,
        INTERRUPTED
    }
}
