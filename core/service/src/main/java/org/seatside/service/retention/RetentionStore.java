package org.seatside.service.retention;

import org.seatside.service.log.RetentionChange;

/// Reads from this node's view whether anything is past its time. Thread-safe.
@FunctionalInterface
public interface RetentionStore {
    /// Whether a command would delete anything.
    boolean anyOlder(RetentionChange.Forget forget);
}
