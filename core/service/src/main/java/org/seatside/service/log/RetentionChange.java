package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What lets old records go. The names are in the log for ever, as those of [Change].
@JsonSubTypes({@JsonSubTypes.Type(value = RetentionChange.Forget.class, name = "forget")})
public sealed interface RetentionChange extends Change {
    /// Deletes the oldest records that are older than this: attendance with its revisions and check-ins, scans
    /// that came to nothing, consents withdrawn.
    ///
    /// @param attendanceBefore null for none
    /// @param most records of each kind at most
    record Forget(@Nullable Instant attendanceBefore, Instant refusedBefore, Instant consentsBefore, int most)
            implements RetentionChange {
        @Override
        public String detail() {
            return "attendance<" + attendanceBefore + " refused<" + refusedBefore + " consents<" + consentsBefore;
        }
    }
}
