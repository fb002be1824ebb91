package org.seatside.model.assist;

/// What a student reports.
public enum ReportKind {
    BUG,
    SUGGESTION
}
