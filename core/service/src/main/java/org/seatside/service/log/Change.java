package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// What a command changes. The names below are in the log for ever: a type may gain components that may be
/// null, and never loses or renames one.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.RecordCheckIn.class, name = "record-check-in"),
    @JsonSubTypes.Type(value = Change.CorrectAttendance.class, name = "correct-attendance"),
    @JsonSubTypes.Type(value = Change.MarkUpstream.class, name = "mark-upstream"),
    @JsonSubTypes.Type(value = Change.SaveStudent.class, name = "save-student"),
    @JsonSubTypes.Type(value = Change.IssuePass.class, name = "issue-pass"),
    @JsonSubTypes.Type(value = Change.RevokePass.class, name = "revoke-pass"),
    @JsonSubTypes.Type(value = Change.SaveRoom.class, name = "save-room"),
    @JsonSubTypes.Type(value = Change.SaveSection.class, name = "save-section"),
    @JsonSubTypes.Type(value = Change.Enrol.class, name = "enrol"),
    @JsonSubTypes.Type(value = Change.SaveMeeting.class, name = "save-meeting"),
    @JsonSubTypes.Type(value = Change.InviteKiosk.class, name = "invite-kiosk"),
    @JsonSubTypes.Type(value = Change.PairKiosk.class, name = "pair-kiosk"),
    @JsonSubTypes.Type(value = Change.PlaceKiosk.class, name = "place-kiosk"),
    @JsonSubTypes.Type(value = Change.RevokeKiosk.class, name = "revoke-kiosk"),
    @JsonSubTypes.Type(value = Change.SaveAccount.class, name = "save-account"),
    @JsonSubTypes.Type(value = Change.OpenSession.class, name = "open-session"),
    @JsonSubTypes.Type(value = Change.CloseSession.class, name = "close-session"),
    @JsonSubTypes.Type(value = Change.ForgetResults.class, name = "forget-results"),
    @JsonSubTypes.Type(PlaceChange.class),
    @JsonSubTypes.Type(TimetableChange.class),
    @JsonSubTypes.Type(StaffChange.class),
    @JsonSubTypes.Type(ImportChange.class),
    @JsonSubTypes.Type(AuditChange.class),
    @JsonSubTypes.Type(AssistChange.class),
    @JsonSubTypes.Type(CareChange.class),
    @JsonSubTypes.Type(RetentionChange.class),
    @JsonSubTypes.Type(DirectoryChange.class),
    @JsonSubTypes.Type(HookChange.class),
    @JsonSubTypes.Type(NodeChange.class),
    @JsonSubTypes.Type(RecordChange.class)
})
public sealed interface Change
        permits Change.RecordCheckIn,
                Change.CorrectAttendance,
                Change.MarkUpstream,
                Change.SaveStudent,
                Change.IssuePass,
                Change.RevokePass,
                Change.SaveRoom,
                Change.SaveSection,
                Change.Enrol,
                Change.SaveMeeting,
                Change.InviteKiosk,
                Change.PairKiosk,
                Change.PlaceKiosk,
                Change.RevokeKiosk,
                Change.SaveAccount,
                Change.OpenSession,
                Change.CloseSession,
                Change.ForgetResults,
                PlaceChange,
                TimetableChange,
                StaffChange,
                AuditChange,
                ImportChange,
                AssistChange,
                CareChange,
                RetentionChange,
                DirectoryChange,
                HookChange,
                NodeChange,
                RecordChange {
    /// Forgets what commands from before then came to: whoever sends one of them again does it anew. Check-ins
    /// are remembered as long as their events.
    record ForgetResults(Instant before) implements Change {
        @Override
        public boolean audited() {
            return false;
        }
    }

    /// Whether it goes into the audit trail. A check-in does not: it is an event of its own, with its place in
    /// the log, and nobody's decision.
    default boolean audited() {
        return true;
    }

    /// What the audit trail calls it.
    default String action() {
        return AuditRules.kebab(getClass());
    }

    /// Id of the record it is about; null where there is no one record.
    default @Nullable String subject() {
        return null;
    }

    /// What else the audit trail says of it; never a name or a secret.
    default @Nullable String detail() {
        return null;
    }

    /// A check-in with the node's judgement. Answered by [ApplyResult.CheckedIn].
    ///
    /// @param effectiveAt when it counts as having happened
    /// @param local the same by the clock on the campus's wall, since apply knows no time zones; null in
    ///     entries written before it was kept
    record RecordCheckIn(
            CheckIn checkIn,
            Instant receivedAt,
            Instant effectiveAt,
            boolean provisional,
            Judgement judgement,
            @Nullable LocalDateTime local)
            implements Change {
        public RecordCheckIn(
                CheckIn checkIn, Instant receivedAt, Instant effectiveAt, boolean provisional, Judgement judgement) {
            this(checkIn, receivedAt, effectiveAt, provisional, judgement, null);
        }

        /// Under which day and hour it is counted: those of UTC where nobody said.
        public LocalDateTime localTime() {
            return local == null ? LocalDateTime.ofInstant(effectiveAt, ZoneOffset.UTC) : local;
        }

        @Override
        public boolean audited() {
            return false;
        }

        /// Cuts the times to microseconds: what the view keeps, and so what a repeated check-in is answered
        /// with.
        public RecordCheckIn {
            receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
            effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// Answered by Conflict STALE_REVISION where `expectedRevision` is not the current one.
    ///
    /// @param mark code of the mark chosen; null for the status as such
    record CorrectAttendance(
            AttendanceId attendance,
            int expectedRevision,
            AttendanceStatus status,
            String reason,
            @Nullable String mark)
            implements Change {
        public CorrectAttendance(
                AttendanceId attendance, int expectedRevision, AttendanceStatus status, String reason) {
            this(attendance, expectedRevision, status, reason, null);
        }

        @Override
        public String subject() {
            return attendance.toString();
        }

        @Override
        public String detail() {
            return status + " " + reason;
        }
    }

    /// @param detail constant code of the answer, for staff; null where there is nothing to say
    record MarkUpstream(
            CheckInId checkIn,
            UpstreamState state,
            int attempts,
            @Nullable String detail) implements Change {
        @Override
        public boolean audited() {
            return false;
        }
    }

    /// Adds or replaces. Conflict NUMBER_TAKEN where another student has the number.
    record SaveStudent(Student student) implements Change {
        @Override
        public String subject() {
            return student.id().toString();
        }
    }

    /// Conflict HANDLE_TAKEN, which asks for another handle.
    record IssuePass(IssuedPass pass) implements Change {
        @Override
        public String subject() {
            return pass.student().toString();
        }
    }

    record RevokePass(String handle) implements Change {
        @Override
        public String subject() {
            return handle;
        }
    }

    /// Adds or replaces. Conflict NAME_TAKEN, TAG_TAKEN.
    ///
    /// @param tagDigest SHA-256 of the legacy tag's ciphertext, 64 hexadecimal digits; null leaves the tags
    ///     alone
    record SaveRoom(Room room, @Nullable String tagDigest) implements Change {
        @Override
        public String subject() {
            return room.id().toString();
        }
    }

    /// Conflict CODE_TAKEN.
    record SaveSection(Section section) implements Change {
        @Override
        public String subject() {
            return section.id().toString();
        }
    }

    record Enrol(SectionId section, List<StudentId> students) implements Change {
        @Override
        public String subject() {
            return section.toString();
        }
    }

    record SaveMeeting(Meeting meeting) implements Change {
        @Override
        public String subject() {
            return meeting.id().toString();
        }
    }

    /// Adds a kiosk that waits to be paired, or invites a known one anew.
    ///
    /// @param codeHash SHA-256 of the pairing code, hexadecimal
    record InviteKiosk(KioskId kiosk, String name, @Nullable RoomId room, String codeHash, Instant expiresAt)
            implements Change {
        @Override
        public String subject() {
            return kiosk.toString();
        }
    }

    /// Spends an invitation. Answered by [ApplyResult.Paired]; Conflict INVITATION_SPENT where it is unknown,
    /// spent or expired at the command's time.
    record PairKiosk(String codeHash, String publicKey) implements Change {}

    record PlaceKiosk(KioskId kiosk, @Nullable RoomId room) implements Change {
        @Override
        public String subject() {
            return kiosk.toString();
        }
    }

    record RevokeKiosk(KioskId kiosk) implements Change {
        @Override
        public String subject() {
            return kiosk.toString();
        }
    }

    /// Adds or replaces. Conflict NAME_TAKEN; with `onlyFirst` Conflict ALREADY_SET_UP where any account
    /// exists.
    ///
    /// @param passwordHash Argon2id in PHC string format
    record SaveAccount(AccountId account, String name, String passwordHash, Set<Role> roles, boolean onlyFirst)
            implements Change {
        @Override
        public String subject() {
            return account.toString();
        }

        @Override
        public String toString() {
            return "SaveAccount[account=" + account + "]";
        }
    }

    /// @param tokenHash SHA-256 of the session token, hexadecimal
    record OpenSession(String tokenHash, AccountId account, Instant expiresAt) implements Change {
        @Override
        public String subject() {
            return account.toString();
        }
    }

    record CloseSession(String tokenHash) implements Change {}
}
