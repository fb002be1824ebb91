package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;

/// What applying a command came to. A repeated command gets the result of the first time.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ApplyResult.Done.class, name = "done"),
    @JsonSubTypes.Type(value = ApplyResult.CheckedIn.class, name = "checked-in"),
    @JsonSubTypes.Type(value = ApplyResult.Paired.class, name = "paired"),
    @JsonSubTypes.Type(value = ApplyResult.Conflict.class, name = "conflict")
})
public sealed interface ApplyResult {
    record Done() implements ApplyResult {}

    /// The check-in is on record.
    ///
    /// @param first true where it made an attendance or bettered one, or would have made none anyway
    /// @param attendance the record it made or found; null where the judgement was a refusal
    /// @param at effective time of that record; null like the record
    /// @param room room of that record; null like the record
    record CheckedIn(
            boolean first,
            Judgement judgement,
            @Nullable AttendanceId attendance,
            @Nullable Instant at,
            @Nullable RoomId room)
            implements ApplyResult {
        /// The kind of outcome, as events name it.
        public String outcome() {
            return switch (judgement) {
                case Judgement.Refused refused -> refused.outcome();
                case Judgement.Counts counts ->
                    !first ? "AlreadyRecorded" : counts.status() == AttendanceStatus.LATE ? "Late" : "Present";
            };
        }
    }

    /// The invitation was this kiosk's, which has its device key now.
    record Paired(KioskId kiosk) implements ApplyResult {}

    /// Nothing changed.
    record Conflict(Kind kind) implements ApplyResult {}

    /// Why nothing changed.
    enum Kind {
        NUMBER_TAKEN,
        NAME_TAKEN,
        CODE_TAKEN,
        TAG_TAKEN,
        HANDLE_TAKEN,
        INVITATION_SPENT,
        ALREADY_SET_UP,
        /// Nobody would be left who may manage accounts.
        LAST_ADMINISTRATOR,
        /// The one-time code was used before.
        CODE_SPENT,
        /// The student has not consented to keeping it.
        CONSENT_NEEDED,
        STALE_REVISION,
        UNKNOWN_REFERENCE,
        /// The kiosk used this sequence number for another check-in before.
        SEQUENCE_REUSED,
        /// Other entries refer to what was to be deleted.
        IN_USE,
        /// The student has a record of the meeting.
        ALREADY_RECORDED
    }
}
