package org.seatside.model.api;

/// Kinds of entries that staff keep: what a change is about, what depends on what.
public enum Topic {
    BUILDINGS,
    ROOMS,
    SEATS,
    KIOSKS,
    STUDENTS,
    PASSES,
    TERMS,
    DEPARTMENTS,
    COURSES,
    SECTIONS,
    LECTURERS,
    ENROLMENTS,
    PATTERNS,
    MEETINGS,
    HOLIDAYS,
    RULES,
    CHECK_INS,
    ATTENDANCE,
    STATUSES,
    ACCOUNTS
}
