package org.seatside.service.imports;

import java.time.LocalDate;

/// Reads what imports are compared with. Thread-safe.
public interface ImportStore {
    /// Everything as of one moment.
    ///
    /// @param day whose enrolments count; later ones too
    Roster roster(LocalDate day);
}
