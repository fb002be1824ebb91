package org.seatside.model.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.StudentId;

/// Students who leave a section.
///
/// @param lastDay on which they still belong to it; null for today
public record Withdrawal(List<StudentId> students, @Nullable LocalDate lastDay) {}
