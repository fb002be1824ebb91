package org.seatside.service.log;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// The writes and look-ups that applying a command needs, inside the transaction of its entry. Every `insert…`
/// and `save…` answers false, and changes nothing, where a unique constraint stands against it: the constraint
/// decides, never a look before the write.
public interface StateTransaction {
    /// Runs a change and takes all of it back where it came to a conflict.
    ApplyResult attempt(Supplier<ApplyResult> change);

    /// Remembers a command other than a check-in with its result.
    void remember(CommandId id, Instant at, ApplyResult result);

    Optional<ApplyResult> resultOf(CommandId id);

    /// Forgets the commands made before then.
    void forgetResults(Instant before);

    /// False where the id, or the kiosk's (epoch, seq), is taken.
    boolean insertCheckIn(long index, Change.RecordCheckIn record, ApplyResult.CheckedIn result);

    /// The result with which this check-in was recorded.
    Optional<ApplyResult.CheckedIn> checkIn(CheckInId id);

    /// Raises the highest sequence number seen of a kiosk's epoch.
    void raiseHighWater(KioskId kiosk, long epoch, long seq);

    Optional<Attendance> attendance(StudentId student, MeetingId meeting);

    /// The student's plain attendance in the room nearest to `around`, at most `within` away from it.
    Optional<Attendance> roomAttendance(StudentId student, RoomId room, Instant around, Duration within);

    /// @param day of the campus under which it is counted
    void insertUpstream(CheckInId checkIn, UpstreamState state, LocalDate day);

    void markUpstream(Change.MarkUpstream mark, Instant at);

    boolean saveStudent(Student student);

    boolean insertPass(IssuedPass pass);

    /// The first revocation holds: one repeated leaves its time alone.
    void revokePass(String handle, Instant at);

    /// False where another room has the name.
    boolean saveRoom(Room room);

    /// False where the tag belongs to another room.
    boolean saveRoomTag(String digest, RoomId room);

    boolean saveSection(Section section);

    void enrol(SectionId section, List<StudentId> students);

    void saveMeeting(Meeting meeting);

    boolean saveKiosk(Kiosk kiosk);

    Optional<Kiosk> kiosk(KioskId id);

    void saveInvitation(KioskId kiosk, String codeHash, Instant expiresAt);

    /// Takes the invitation out; empty where there is none that is good at `now`.
    Optional<KioskId> spendInvitation(String codeHash, Instant now);

    boolean saveAccount(Change.SaveAccount account);

    boolean anyAccount();

    StaffState staff();

    AuditState audit();

    CareState care();

    RetentionState retention();

    /// Whether what a command refers to is there.
    boolean exists(StudentId student);

    boolean exists(RoomId room);

    boolean exists(SectionId section);

    PlaceState places();

    TimetableState timetable();

    AssistState assist();

    DirectoryState directory();

    HookState hooks();

    RecordState records();
}
