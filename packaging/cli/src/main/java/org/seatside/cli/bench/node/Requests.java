package org.seatside.cli.bench.node;

/// Requests to send, whole: head and body.
interface Requests {
    /// The next request of a connection. One thread at a time.
    ///
    /// @param connection from 0
    byte[] next(int connection);
}
