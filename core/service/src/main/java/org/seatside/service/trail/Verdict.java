package org.seatside.service.trail;

/// What a look at a trail came to.
public sealed interface Verdict {
    /// Every entry follows from the one before, and every checkpoint agrees.
    ///
    /// @param first number of the first entry there is; 1 unless old ones were let go
    /// @param last number of the last; 0 for an empty trail
    /// @param sealed number of the last entry that a checkpoint stands for; what follows it rests on the log
    ///     alone
    record Intact(long first, long last, long sealed) implements Verdict {}

    /// @param from number of the first entry that cannot be trusted
    /// @param to number of the last one of which that is known; at least `from`
    record Broken(Fault fault, long from, long to) implements Verdict {}

    /// What was done to it.
    enum Fault {
        /// The entry is not the one its hash was made of.
        CHANGED,
        /// The entry does not follow from the one before: one of the two was changed together with its hash.
        NOT_FOLLOWING,
        /// Entries are missing.
        REMOVED,
        /// The entry stands where another belongs.
        MOVED,
        /// The entry is there twice.
        REPEATED,
        /// Entries are missing at the end.
        CUT,
        /// Entries between two checkpoints were written anew, hashes and all.
        REWRITTEN,
        /// The checkpoint was not signed by this campus.
        CHECKPOINT_FORGED
    }
}
