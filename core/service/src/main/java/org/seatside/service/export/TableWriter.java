package org.seatside.service.export;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a table cell by cell into a stream, keeping no more than a buffer of it. One thread; nothing to
/// release, so a table that breaks off is just left.
public interface TableWriter {
    /// Begins the table. Once, first.
    void begin(String title, List<Column> columns) throws IOException;

    /// A text; a blank cell where null. Whatever it says, it stays text: no program may take it for a formula.
    void text(@Nullable String value) throws IOException;

    void number(long value) throws IOException;

    /// A share, 0 to 1, shown as a percentage with one digit after the point; a blank cell where null.
    void share(@Nullable Double value) throws IOException;

    /// An instant, shown to the second in the table's time zone; a blank cell where null.
    void time(@Nullable Instant value) throws IOException;

    /// Ends the row, which has had a cell for each column.
    void endRow() throws IOException;

    /// Writes what makes the file complete. The stream stays open.
    void finish() throws IOException;
}
