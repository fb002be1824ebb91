package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What lets old records go. The names are in the log for ever, as those of [Change].
@JsonSubTypes({@JsonSubTypes.Type(value = RetentionChange.Forget.class, name = "forget")})
public sealed interface RetentionChange extends Change {
    /// Deletes the oldest records that are older than this: attendance with its revisions and check-ins, scans
    /// that came to nothing, consents withdrawn.
    ///
    /// @param attendanceBefore null for none
    /// @param most records of each kind at most
    /// @param attendanceDay counts of records of days before this one go too; null for none
    /// @param refusedDay counts of scans that came to nothing of days before this one go too; null for none,
    ///     and
    ///     where it is null, a check-in sent again after it was deleted is recorded again
    record Forget(
            @Nullable Instant attendanceBefore,
            Instant refusedBefore,
            Instant consentsBefore,
            int most,
            @Nullable LocalDate attendanceDay,
            @Nullable LocalDate refusedDay)
            implements RetentionChange {
        @JsonCreator
        public Forget {}

        /// Without the counts.
        public Forget(@Nullable Instant attendanceBefore, Instant refusedBefore, Instant consentsBefore, int most) {
            this(attendanceBefore, refusedBefore, consentsBefore, most, null, null);
        }

        @Override
        public String detail() {
            return "attendance<" + attendanceBefore + " refused<" + refusedBefore + " consents<" + consentsBefore;
        }
    }
}
