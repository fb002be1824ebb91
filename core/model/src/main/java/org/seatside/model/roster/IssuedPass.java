package org.seatside.model.roster;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.StudentId;

/// What the node knows of a pass it issued; the pass itself holds the handle and nothing of the student.
///
/// @param handle 14 hexadecimal digits (56 random bits)
/// @param generation from 0 to 65535; only the newest generation of a handle is accepted
/// @param expires last day on which the pass is accepted, in the campus's time zone
/// @param revokedAt from when on it is refused; null where it is not revoked, or nobody knows since when
public record IssuedPass(
        String handle,
        int generation,
        StudentId student,
        LocalDate expires,
        Instant issuedAt,
        boolean revoked,
        @Nullable Instant revokedAt) {
    /// One of which nobody knows since when it is revoked, if it is.
    public IssuedPass(
            String handle, int generation, StudentId student, LocalDate expires, Instant issuedAt, boolean revoked) {
        this(handle, generation, student, expires, issuedAt, revoked, null);
    }

    /// Whether it was revoked at that time already.
    public boolean revokedBy(Instant instant) {
        return revoked && (revokedAt == null || !instant.isBefore(revokedAt));
    }
}
