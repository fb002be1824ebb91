package org.seatside.exchange.intake;

import java.io.IOException;
import java.util.List;

/// Rows of cells, one after another.
interface Table {
    int ROWS = 200_000;
    int COLUMNS = 200;
    int CELL = 4_000;

    /// Looks at every row that has any text, the headings first.
    ///
    /// @throws org.seatside.service.RefusedException where it is larger than a table of ours
    void each(Visit visit) throws IOException;

    /// What is done with a row.
    interface Visit {
        /// @param line in the file, from 1
        void row(int line, List<String> cells) throws IOException;
    }
}
