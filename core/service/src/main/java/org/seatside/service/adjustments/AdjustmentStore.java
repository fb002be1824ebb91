package org.seatside.service.adjustments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Consent;

/// Reads what was agreed with students from this node's view, sealed as it is. Thread-safe.
public interface AdjustmentStore {
    Optional<Sealed> adjustments(StudentId student);

    /// The student's sealed key.
    Optional<String> key(StudentId student);

    /// All consents, the newest first.
    List<Consent> consents(StudentId student);

    Optional<Pin> pin(StudentId student);

    /// Whether anything was agreed until a day before this one.
    boolean anyEndedBefore(LocalDate day);

    /// @param until last day on which it holds; null for no end
    record Sealed(String content, String key, @Nullable LocalDate until) {
        @Override
        public String toString() {
            return "Sealed[]";
        }
    }

    /// @param hash Argon2id in PHC string format
    record Pin(String hash, int failures, @Nullable Instant failedAt) {
        @Override
        public String toString() {
            return "Pin[]";
        }
    }
}
