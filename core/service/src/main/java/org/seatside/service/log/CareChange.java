package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.StudentId;

/// Changes to what was agreed with students. What is agreed is sealed before it gets here, under a key of the
/// student's own, which is sealed too. The names are in the log for ever, as those of [Change].
@JsonSubTypes({
    @JsonSubTypes.Type(value = CareChange.GiveConsent.class, name = "give-consent"),
    @JsonSubTypes.Type(value = CareChange.WithdrawConsent.class, name = "withdraw-consent"),
    @JsonSubTypes.Type(value = CareChange.SaveAdjustments.class, name = "save-adjustments"),
    @JsonSubTypes.Type(value = CareChange.EndAdjustments.class, name = "end-adjustments"),
    @JsonSubTypes.Type(value = CareChange.SavePin.class, name = "save-pin"),
    @JsonSubTypes.Type(value = CareChange.FailPin.class, name = "fail-pin"),
    @JsonSubTypes.Type(value = CareChange.EraseStudent.class, name = "erase-student")
})
public sealed interface CareChange extends Change {
    /// Whom it is about; null for many.
    default @Nullable StudentId student() {
        return null;
    }

    @Override
    default @Nullable String subject() {
        StudentId student = student();
        return student == null ? null : student.toString();
    }

    /// @param version of the text consented to
    record GiveConsent(StudentId student, String version) implements CareChange {
        @Override
        public String detail() {
            return "version=" + version;
        }
    }

    /// Deletes what was agreed and destroys the student's key. Conflict CONSENT_NEEDED where none holds.
    record WithdrawConsent(StudentId student) implements CareChange {}

    /// Replaces. Conflict CONSENT_NEEDED without a consent that holds; STALE_REVISION where the student has
    /// another key.
    ///
    /// @param content sealed with the student's key
    /// @param key the student's key, sealed
    /// @param until last day on which it holds; null for no end
    record SaveAdjustments(
            StudentId student,
            String content,
            String key,
            @Nullable LocalDate until) implements CareChange {
        @Override
        public String toString() {
            return "SaveAdjustments[student=" + student + "]";
        }
    }

    /// Deletes what was agreed until a day before this one, with the keys.
    record EndAdjustments(LocalDate before) implements CareChange {}

    /// @param hash Argon2id in PHC string format; null for none from now on
    record SavePin(StudentId student, @Nullable String hash) implements CareChange {
        @Override
        public String toString() {
            return "SavePin[student=" + student + "]";
        }
    }

    /// Counts a wrong PIN, or with `right` forgets those before.
    record FailPin(StudentId student, boolean right) implements CareChange {
        @Override
        public boolean audited() {
            return false;
        }
    }

    /// Destroys the student's key and with it what was agreed; takes name, number, PIN, passes and account away.
    /// The records of attendance stay, and count, under an id that leads to nobody.
    ///
    /// @param reason constant, or what was asked for
    record EraseStudent(StudentId student, String reason) implements CareChange {
        @Override
        public String detail() {
            return reason;
        }
    }
}
