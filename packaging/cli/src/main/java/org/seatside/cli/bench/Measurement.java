package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;

/// One of the things that `bench scan` measures.
interface Measurement {
    /// Measures and prints.
    ///
    /// @return the exit status
    /// @throws BadUsageException if it was asked for what there is not
    /// @throws IOException if files cannot be read or written
    int run(Settings settings, PrintWriter out) throws IOException;

    /// The message says what is wrong with the command line and how to mend it.
    final class BadUsageException extends IOException {
        private static final long serialVersionUID = 1L;

        BadUsageException(String message) {
            super(message);
        }
    }
}
