package org.seatside.storage;

import java.sql.SQLException;

/// The database failed where it must not. Says with which code and at which statement; repeats no value, and
/// carries no cause, since H2's own messages quote the row.
final class ViewFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ViewFailedException(String statement, SQLException cause) {
        super("The view failed with H2 error " + cause.getErrorCode() + " (SQL state " + cause.getSQLState() + ") at: "
                + statement + rootOf(cause));
        setStackTrace(cause.getStackTrace());
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof java.io.IOException ? "; because of " + root : "";
    }
}
