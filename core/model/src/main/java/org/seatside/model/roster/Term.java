package org.seatside.model.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.TermId;

/// A stretch of days in which sections are taught.
///
/// @param code unique, such as `2026-1`
/// @param name never blank
/// @param nameEn in English; null where nobody gave one
/// @param from first day
/// @param until last day, not before the first
public record Term(
        TermId id, String code, String name, @Nullable String nameEn, LocalDate from, LocalDate until) {
    public Term {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A term needs a code and a name");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A term ends on or after its first day");
        }
    }
}
