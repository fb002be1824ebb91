package org.seatside.service.log;

/// A place in the log. Kept in the view in the same transaction as what the entry changed.
///
/// @param term Raft term of the entry
/// @param index from 1; 0 before the first entry
public record LogPosition(long term, long index) {
    public static final LogPosition START = new LogPosition(0, 0);
}
