package org.seatside.service.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The state that the log's commands add up to: a view that can be thrown away and built again. One thread
/// applies, any number reads.
public interface View extends AutoCloseable {
    LogPosition position();

    /// Applies the commands of one log entry, in order, and moves the position, all in one transaction. Entries
    /// at or before the position were applied already and are not given.
    ///
    /// @return a result for each command
    List<ApplyResult> apply(LogPosition entry, List<Command> commands);

    /// Moves the position past an entry that holds no commands.
    void skip(LogPosition entry);

    /// Keeps the state at [#position] in the view's own files: after a crash, [ViewHome#openKept] takes them back
    /// to it, whatever was applied since. Takes milliseconds, between two entries. On any thread.
    Kept keep() throws IOException;

    /// Writes a copy of the state at [#position] to a file that does not exist yet, flushed.
    default void snapshot(Path file) throws IOException {
        keep().copyTo(file);
    }

    /// Gives back room that the view's files take and no longer need, while more is applied, and keeps the state
    /// at the end. Until then a crash leads back to a snapshot: there has to be a new one. On any thread, one at
    /// a time.
    ///
    /// Does nothing where there is little of it.
    ///
    /// @param goOn asked now and then; ends early where it says no
    void tidy(BooleanSupplier goOn) throws IOException;

    /// A state that stays what it was while more is applied.
    interface Kept {
        LogPosition position();

        /// How long a copy is, in bytes.
        long size();

        /// Writes a copy to a file that does not exist yet, flushed. On any thread.
        ///
        /// @throws IOException also where the view was closed before the copy was complete; nothing of it stays
        void copyTo(Path file) throws IOException;
    }

    /// Closes and marks the files as cleanly closed, so that the next start may use them.
    @Override
    void close();
}
