package org.seatside.service.log;

/// The part of a [StateTransaction] that deletes what is past its time.
public interface RetentionState {
    void forget(RetentionChange.Forget forget);

    /// Whether a check-in was here once and was deleted since: its number is one of those of which none was
    /// missing,
    /// nothing stands under it any more, and what happened then is no longer kept.
    boolean isForgotten(Change.RecordCheckIn record);
}
