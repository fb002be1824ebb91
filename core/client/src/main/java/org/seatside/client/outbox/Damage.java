package org.seatside.client.outbox;

/// Bytes of the journal that were not as written. The original file is kept beside the journal.
///
/// @param segment number of the journal file
/// @param offset of the first byte that could not be read
/// @param bytes how many could not be read; 0 where records are missing altogether
/// @param keptAs name of the copy in the outbox's folder; empty where there was nothing to copy
public record Damage(Kind kind, int segment, long offset, long bytes, String keptAs) {
    public enum Kind {
        /// The end was cut off: an append that was never acknowledged, unless the disk lost more than that.
        END,
        /// Something that had been written is unreadable.
        MIDDLE,
        /// A check-in that must have been there is not.
        MISSING
    }
}
