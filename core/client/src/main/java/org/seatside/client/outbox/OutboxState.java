package org.seatside.client.outbox;

/// How the outbox does.
///
/// @param waiting check-ins that no node acknowledged
/// @param refused check-ins that a node refused to take
/// @param appending whether the last append worked
/// @param spaceLow whether less than a tenth of the disk is free
public record OutboxState(int waiting, int refused, Appending appending, boolean spaceLow) {
    public enum Appending {
        WORKS,
        FULL,
        BROKEN
    }
}
