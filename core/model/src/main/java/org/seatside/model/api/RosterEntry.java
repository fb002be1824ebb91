package org.seatside.model.api;

import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Student;

/// A student on a section's roster.
public record RosterEntry(Student student, Enrolled enrolled) {}
