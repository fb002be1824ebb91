package org.seatside.service.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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

    /// Writes a copy of the state at [#position] to a file that does not exist yet, flushed. Called by the
    /// thread that applies, so nothing moves meanwhile.
    void snapshot(Path file) throws IOException;

    /// Closes and marks the files as cleanly closed, so that the next start may use them.
    @Override
    void close();
}
