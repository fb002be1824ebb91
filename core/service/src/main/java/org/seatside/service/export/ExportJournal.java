package org.seatside.service.export;

import org.jspecify.annotations.Nullable;

/// Where exports are put on record: who took what out of the node, and why. Thread-safe.
@FunctionalInterface
public interface ExportJournal {
    /// Returns when it is on record; nothing is handed out before.
    ///
    /// @param action constant in kebab case: `export-check-ins`
    /// @param subject id of the one record it is about; null where it is about many
    /// @param detail the reason that was given, and which rows
    /// @param actor an account id
    void note(String action, @Nullable String subject, String detail, String actor);
}
