package org.seatside.service.export;

/// What a summary has a row for.
public enum SummaryBy {
    STUDENTS,
    SECTIONS,
    /// Of records of courses that a department offers.
    DEPARTMENTS
}
