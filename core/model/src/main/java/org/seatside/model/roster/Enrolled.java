package org.seatside.model.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;

/// A stretch of days for which a student is on a section's roster. One student may have several.
///
/// @param from first day on which attendance counts; null for since ever
/// @param until last day; null for as long as the section meets
public record Enrolled(
        StudentId student,
        SectionId section,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    public Enrolled {
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("An enrolment ends on or after its first day");
        }
    }

    public boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
