package org.seatside.service.attendance;

import java.time.Instant;
import java.util.Optional;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Adjustments;

/// What was agreed with a student, as a check-in needs it. Thread-safe; asked for every check-in.
@FunctionalInterface
public interface AgreedAdjustments {
    /// Empty where nothing was agreed, or not for that time.
    Optional<Adjustments> at(StudentId student, Instant at);

    /// Nothing was agreed with anybody.
    static AgreedAdjustments none() {
        return (_, _) -> Optional.empty();
    }
}
