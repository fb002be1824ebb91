package org.seatside.service.log;

/// The part of a [StateTransaction] that deletes what is past its time.
@FunctionalInterface
public interface RetentionState {
    void forget(RetentionChange.Forget forget);
}
