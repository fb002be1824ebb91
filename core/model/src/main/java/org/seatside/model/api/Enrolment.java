package org.seatside.model.api;

import java.util.List;
import org.seatside.model.id.StudentId;

/// Students to enrol; those enrolled already stay.
public record Enrolment(List<StudentId> students) {}
