package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditEntry;

/// Rows of the audit trail as the records they hold.
final class AuditRows {
    static final String ENTRY =
            "number, log_index, command, at, actor, from_address, action, subject, detail, outcome, hash";
    static final String CHECKPOINT = "number, hash, at, signing_key, signature";

    private AuditRows() {}

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getLong("log_index"),
                Rows.uuid(row, "command"),
                Rows.instant(row, "at"),
                Rows.text(row, "actor"),
                row.getString("from_address"),
                Rows.text(row, "action"),
                row.getString("subject"),
                row.getString("detail"),
                Rows.text(row, "outcome"),
                Rows.text(row, "hash"));
    }

    static AuditCheckpoint checkpoint(ResultSet row) throws SQLException {
        return new AuditCheckpoint(
                row.getLong("number"),
                Rows.text(row, "hash"),
                Rows.instant(row, "at"),
                row.getInt("signing_key"),
                Rows.text(row, "signature"));
    }
}
