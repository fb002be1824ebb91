package org.seatside.model.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.StudentId;

/// Students to enrol; those enrolled already stay.
///
/// @param from first day on which their attendance counts; null for since ever
/// @param until last day; null for as long as the section meets
public record Enrolment(
        List<StudentId> students,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    public Enrolment(List<StudentId> students) {
        this(students, null, null);
    }
}
