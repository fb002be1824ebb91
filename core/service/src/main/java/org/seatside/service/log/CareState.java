package org.seatside.service.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;

/// The part of a [StateTransaction] that keeps what was agreed with students.
public interface CareState {
    boolean consents(StudentId student);

    void insertConsent(CommandId id, StudentId student, String version, Instant at, String actor);

    void withdrawConsent(StudentId student, Instant at, String actor);

    /// The student's sealed key.
    Optional<String> key(StudentId student);

    void insertKey(StudentId student, String key);

    void saveAdjustments(CareChange.SaveAdjustments save, Instant at);

    /// With the key.
    void deleteAdjustments(StudentId student);

    /// With the keys.
    void deleteAdjustmentsEndedBefore(LocalDate day);

    void savePin(CareChange.SavePin pin, Instant at);

    void countPin(CareChange.FailPin attempt, Instant at);

    /// Replaces name and number; deletes PIN, passes, and the account with its sessions.
    void eraseStudent(StudentId student, Instant at);
}
