package org.seatside.model.roster;

import org.seatside.model.id.StudentId;

/// A person whose attendance is kept. The number is the institution's own and unique among students.
public record Student(StudentId id, String number, String name, boolean active) {}
