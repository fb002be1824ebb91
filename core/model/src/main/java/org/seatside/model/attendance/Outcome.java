package org.seatside.model.attendance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a check-in, for the screen and the ear. Each has its own text, speech, icon, tone and next
/// step.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Present.class, name = "Present"),
    @JsonSubTypes.Type(value = Outcome.Late.class, name = "Late"),
    @JsonSubTypes.Type(value = Outcome.AlreadyRecorded.class, name = "AlreadyRecorded"),
    @JsonSubTypes.Type(value = Outcome.RecordedOffline.class, name = "RecordedOffline"),
    @JsonSubTypes.Type(value = Outcome.NotEnrolled.class, name = "NotEnrolled"),
    @JsonSubTypes.Type(value = Outcome.NoMeetingNow.class, name = "NoMeetingNow"),
    @JsonSubTypes.Type(value = Outcome.TooEarly.class, name = "TooEarly"),
    @JsonSubTypes.Type(value = Outcome.Closed.class, name = "Closed"),
    @JsonSubTypes.Type(value = Outcome.PassExpired.class, name = "PassExpired"),
    @JsonSubTypes.Type(value = Outcome.PassRevoked.class, name = "PassRevoked"),
    @JsonSubTypes.Type(value = Outcome.UnknownCode.class, name = "UnknownCode"),
    @JsonSubTypes.Type(value = Outcome.NotACode.class, name = "NotACode"),
    @JsonSubTypes.Type(value = Outcome.RoomNeeded.class, name = "RoomNeeded"),
    @JsonSubTypes.Type(value = Outcome.StudentNeeded.class, name = "StudentNeeded"),
    @JsonSubTypes.Type(value = Outcome.PinNeeded.class, name = "PinNeeded"),
    @JsonSubTypes.Type(value = Outcome.KioskNotPaired.class, name = "KioskNotPaired"),
    @JsonSubTypes.Type(value = Outcome.Refused.class, name = "Refused")
})
public sealed interface Outcome {
    /// The name by which wire, log and statistics know it.
    default String kind() {
        return getClass().getSimpleName();
    }

    /// Whether attendance is on record after this: the only outcomes that may turn a screen green or blue.
    default boolean counts() {
        return switch (this) {
            case Present _, Late _, AlreadyRecorded _, RecordedOffline _ -> true;
            default -> false;
        };
    }

    /// Recorded in time.
    record Present(MaskedStudent student, Place place, Instant at) implements Outcome {}

    /// Recorded, late.
    ///
    /// @param minutes full minutes after the meeting's start, at least 1
    record Late(MaskedStudent student, Place place, Instant at, int minutes) implements Outcome {}

    /// Was recorded before; says when and where.
    record AlreadyRecorded(MaskedStudent student, Place place, Instant firstAt) implements Outcome {}

    /// On the kiosk's disk, will be sent. The kiosk decides this alone; a node never answers it.
    ///
    /// @param waiting how many check-ins wait to be sent, this one included
    /// @param uncheckedNumberTail the last three digits of a number that only the node can check; null for a
    ///     pass that the kiosk found good
    /// @param pinUnchecked whether the policy asks for a PIN with that number, and nobody could check it
    record RecordedOffline(
            @Nullable Place place,
            Instant at,
            int waiting,
            @Nullable String uncheckedNumberTail,
            boolean pinUnchecked) implements Outcome {}

    /// The room's meeting now is not one of the student's.
    record NotEnrolled(MaskedStudent student, Place place) implements Outcome {}

    /// Nothing meets here now.
    ///
    /// @param next start of the next meeting here today; null where there is none
    record NoMeetingNow(Place place, @Nullable Instant next) implements Outcome {}

    /// The student's meeting has not opened yet.
    record TooEarly(MaskedStudent student, Place place, Instant opensAt) implements Outcome {}

    /// The student's meeting no longer takes attendance.
    record Closed(MaskedStudent student, Place place, Instant closedAt) implements Outcome {}

    record PassExpired() implements Outcome {}

    /// A pass that was revoked or replaced by a newer generation.
    record PassRevoked() implements Outcome {}

    /// A code of the right kind that this campus does not know: another campus, an unknown number.
    record UnknownCode() implements Outcome {}

    /// A code that is no attendance code at all. The kiosk decides this alone.
    record NotACode() implements Outcome {}

    /// The student is known; now the room's code is needed.
    record RoomNeeded() implements Outcome {}

    /// The room is known; now the student is needed.
    record StudentNeeded(Place place) implements Outcome {}

    /// The policy asks for the student's PIN, and none came with the number. Names nobody: whoever typed a number
    /// learns nothing about whose it is.
    record PinNeeded() implements Outcome {}

    record KioskNotPaired() implements Outcome {}

    /// Refused for another reason, which staff can look up by the code.
    ///
    /// @param code constant, upper-case words joined by underscores
    record Refused(String code) implements Outcome {}
}
