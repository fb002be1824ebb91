package org.seatside.service.log;

/// The part of a [StateTransaction] that deletes what is past its time.
public interface RetentionState {
    void forget(RetentionChange.Forget forget);

    /// Whether a check-in that is not here was here once and was deleted since: its number was used, and what
    /// happened then is no longer kept.
    boolean isForgotten(Change.RecordCheckIn record);
}
