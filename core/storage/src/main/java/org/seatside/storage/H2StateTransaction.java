package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AssistState;
import org.seatside.service.log.AuditState;
import org.seatside.service.log.CareState;
import org.seatside.service.log.Change;
import org.seatside.service.log.DirectoryState;
import org.seatside.service.log.HookState;
import org.seatside.service.log.PlaceState;
import org.seatside.service.log.RecordState;
import org.seatside.service.log.RetentionState;
import org.seatside.service.log.StaffState;
import org.seatside.service.log.StateTransaction;
import org.seatside.service.log.TimetableState;

/// The writes of one log entry on the writer's connection.
final class H2StateTransaction implements StateTransaction {
    private final Statements statements;
    private final Tallies tallies;
    private final CheckInRows checkIns;
    private final PlaceState places;
    private final TimetableState timetable;
    private final AssistState assist;
    private final HookState hooks;
    private final DirectoryState directory;
    private final H2StaffState staff;
    private final H2AuditState audit;
    private final CareState care;
    private final RetentionState retention;
    private final H2RecordState records;

    H2StateTransaction(Statements statements) {
        this.statements = statements;
        this.tallies = new Tallies(statements);
        this.checkIns = new CheckInRows(statements);
        this.places = new H2PlaceState(statements);
        this.timetable = new H2TimetableState(statements);
        this.assist = new H2AssistState(statements);
        this.hooks = new H2HookState(statements);
        this.directory = new H2DirectoryState(statements);
        this.staff = new H2StaffState(statements);
        this.audit = new H2AuditState(statements);
        this.care = new H2CareState(statements);
        this.retention = new H2Retention(statements, tallies.numbers());
        this.records = new H2RecordState(statements, tallies);
    }

    /// A new entry begins: its check-ins are counted from 0.
    void begin() {
        checkIns.begin();
    }

    /// An entry ends.
    void end() {
        if (tallies.isMuch()) {
            tallies.write();
        }
    }

    /// Writes what is held back.
    ///
    /// @return whether there was anything
    boolean settle() {
        boolean any = !tallies.isEmpty();
        tallies.write();
        return any;
    }

    @Override
    public ApplyResult attempt(Supplier<ApplyResult> change) {
        tallies.direct();
        Savepoint before = statements.savepoint();
        ApplyResult result = change.get();
        if (result instanceof ApplyResult.Conflict) {
            statements.rollbackTo(before);
        } else {
            statements.release(before);
        }
        tallies.held();
        return result;
    }

    @Override
    public void remember(CommandId id, Instant at, ApplyResult result) {
        ApplyResult.Kind conflict = switch (result) {
            case ApplyResult.Done _, ApplyResult.Paired _ -> null;
            case ApplyResult.Conflict(ApplyResult.Kind kind) -> kind;
            case ApplyResult.CheckedIn _ ->
                throw new IllegalArgumentException("a check-in is remembered by its own id");
        };
        KioskId paired = result instanceof ApplyResult.Paired(KioskId kiosk) ? kiosk : null;
        statements.update(
                "insert into command_result (id, at, conflict, paired) values (?, ?, ?, ?)", id, at, conflict, paired);
    }

    @Override
    public Optional<ApplyResult> resultOf(CommandId id) {
        return statements.first(
                "select conflict, paired from command_result where id = ?", H2StateTransaction::result, id);
    }

    @Override
    public void forgetResults(Instant before) {
        statements.update("delete from command_result where at < ?", before);
    }

    private static ApplyResult result(ResultSet row) throws SQLException {
        String conflict = row.getString("conflict");
        if (conflict != null) {
            return new ApplyResult.Conflict(ApplyResult.Kind.valueOf(conflict));
        }
        UUID paired = row.getObject("paired", UUID.class);
        return paired == null ? new ApplyResult.Done() : new ApplyResult.Paired(new KioskId(paired));
    }

    @Override
    public boolean insertCheckIn(long index, Change.RecordCheckIn record, ApplyResult.CheckedIn result) {
        CheckIn checkIn = record.checkIn();
        return !tallies.numbers().isUsed(checkIn.kiosk(), checkIn.epoch(), checkIn.seq())
                && checkIns.insert(index, record, result);
    }

    @Override
    public Optional<ApplyResult.CheckedIn> checkIn(CheckInId id) {
        return checkIns.result(id);
    }

    @Override
    public void raiseHighWater(KioskId kiosk, long epoch, long seq) {
        tallies.use(kiosk, epoch, seq);
    }

    @Override
    public Optional<Attendance> attendance(StudentId student, MeetingId meeting) {
        return statements.first(
                "select " + Rows.ATTENDANCE + " from attendance where meeting = ? and student = ?",
                Rows::attendance,
                meeting,
                student);
    }

    @Override
    public Optional<Attendance> roomAttendance(StudentId student, RoomId room, Instant around, Duration within) {
        List<Attendance> near = statements.list(
                "select " + Rows.ATTENDANCE + " from attendance"
                        + " where student = ? and at >= ? and at <= ? and room = ? and meeting is null"
                        + " and status <> 'VOID'",
                Rows::attendance,
                student,
                around.minus(within),
                around.plus(within),
                room);
        // The id decides between two that are equally near, so that every node finds the same one.
        return near.stream()
                .min(Comparator.comparing((Attendance found) ->
                                Duration.between(found.at(), around).abs())
                        .thenComparing(found -> found.id().value()));
    }

    @Override
    public void insertUpstream(CheckInId checkIn, UpstreamState state, LocalDate day) {
        statements.update(
                "insert into upstream (check_in, state, attempts, on_day) values (?, ?, 0, ?)", checkIn, state, day);
        records.countUpstream(day, state.name(), 1);
    }

    @Override
    public void markUpstream(Change.MarkUpstream mark, Instant at) {
        records.moveUpstream(mark.checkIn(), mark.state());
        statements.update(
                "update upstream set state = ?, attempts = ?, detail = ?, changed_at = ? where check_in = ?",
                mark.state(),
                mark.attempts(),
                mark.detail(),
                at,
                mark.checkIn());
    }

    @Override
    public boolean saveStudent(Student student) {
        return statements.save(
                "update student set number = ?, name = ?, active = ? where id = ?",
                "insert into student (number, name, active, id) values (?, ?, ?, ?) on conflict do nothing",
                student.number(),
                student.name(),
                student.active(),
                student.id());
    }

    @Override
    public boolean insertPass(IssuedPass pass) {
        return statements.update(
                        "insert into pass (handle, generation, student, expires, issued_at, revoked)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        pass.handle(),
                        pass.generation(),
                        pass.student(),
                        pass.expires(),
                        pass.issuedAt(),
                        pass.revoked())
                == 1;
    }

    @Override
    public void revokePass(String handle, Instant at) {
        statements.update(
                "update pass set revoked = true, revoked_at = ? where handle = ? and revoked = false", at, handle);
    }

    @Override
    public boolean saveRoom(Room room) {
        return statements.save(
                "update room set name = ?, building = ?, floor = ?, tag = ?, name_en = ?, building_id = ?"
                        + " where id = ?",
                "insert into room (name, building, floor, tag, name_en, building_id, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                room.name(),
                room.building(),
                room.floor(),
                room.tag(),
                room.nameEn(),
                room.buildingId() == null ? building(room.building()) : room.buildingId(),
                room.id());
    }

    /// The building that free text names.
    private @Nullable UUID building(String name) {
        return statements
                .first("select id from building where name = ?", row -> Rows.uuid(row, "id"), name)
                .orElse(null);
    }

    @Override
    public boolean saveRoomTag(String digest, RoomId room) {
        int inserted = statements.update(
                "insert into room_tag (digest, room) values (?, ?) on conflict do nothing", digest, room);
        return inserted == 1 || statements.any("select 1 from room_tag where digest = ? and room = ?", digest, room);
    }

    @Override
    public boolean saveSection(Section section) {
        return statements.save(
                "update section set code = ?, title = ?, title_en = ?, course = ?, term = ?, term_key = ? where id = ?",
                "insert into section (code, title, title_en, course, term, term_key, id) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                section.code(),
                section.title(),
                section.titleEn(),
                section.course(),
                section.term(),
                section.term() == null ? "" : section.term().toString(),
                section.id());
    }

    @Override
    public void enrol(SectionId section, List<StudentId> students) {
        students.forEach(student -> timetable.enrol(new Enrolled(student, section, null, null)));
    }

    @Override
    public void saveMeeting(Meeting meeting) {
        boolean saved = statements.save(
                "update meeting set section = ?, room = ?, opens_at = ?, starts_at = ?, late_after = ?, closes_at = ?,"
                        + " ends_at = ?, on_day = ?, pattern = ?, own_window = ?, cancelled = ? where id = ?",
                "insert into meeting (section, room, opens_at, starts_at, late_after, closes_at, ends_at, on_day,"
                        + " pattern, own_window, cancelled, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                meeting.section(),
                meeting.room(),
                meeting.opensAt(),
                meeting.startsAt(),
                meeting.lateAfter(),
                meeting.closesAt(),
                meeting.endsAt(),
                meeting.day(),
                meeting.pattern(),
                meeting.ownWindow() == null || meeting.ownWindow(),
                meeting.cancelled(),
                meeting.id());
        if (!saved) {
            throw new IllegalStateException("a meeting has no constraint but its id");
        }
    }

    @Override
    public boolean saveKiosk(Kiosk kiosk) {
        return statements.save(
                "update kiosk set name = ?, room = ?, public_key = ?, revoked = ?, seat = ? where id = ?",
                "insert into kiosk (name, room, public_key, revoked, seat, id) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                kiosk.name(),
                kiosk.room(),
                kiosk.publicKey(),
                kiosk.revoked(),
                kiosk.seat(),
                kiosk.id());
    }

    @Override
    public Optional<Kiosk> kiosk(KioskId id) {
        return statements.first("select " + Rows.KIOSK + " from kiosk where id = ?", Rows::kiosk, id);
    }

    @Override
    public void saveInvitation(KioskId kiosk, String codeHash, Instant expiresAt) {
        // Where two kiosks were given one code, the later invitation holds: a code names one kiosk.
        statements.update("delete from kiosk_invitation where kiosk = ? or code_hash = ?", kiosk, codeHash);
        statements.update(
                "insert into kiosk_invitation (kiosk, code_hash, expires_at) values (?, ?, ?)",
                kiosk,
                codeHash,
                expiresAt);
    }

    @Override
    public Optional<KioskId> spendInvitation(String codeHash, Instant now) {
        Optional<KioskId> kiosk = statements.first(
                "select kiosk from kiosk_invitation where code_hash = ? and expires_at > ?",
                row -> new KioskId(Rows.uuid(row, "kiosk")),
                codeHash,
                now);
        kiosk.ifPresent(id -> statements.update("delete from kiosk_invitation where kiosk = ?", id));
        return kiosk;
    }

    @Override
    public boolean saveAccount(Change.SaveAccount account) {
        return statements.save(
                "update account set name = ?, password_hash = ?, roles = ? where id = ?",
                "insert into account (name, password_hash, roles, id) values (?, ?, ?, ?) on conflict do nothing",
                account.name(),
                account.passwordHash(),
                Rows.roles(account.roles()),
                account.account());
    }

    @Override
    public boolean anyAccount() {
        return statements.any("select 1 from account fetch first row only");
    }

    @Override
    public StaffState staff() {
        return staff;
    }

    @Override
    public AuditState audit() {
        return audit;
    }

    @Override
    public CareState care() {
        return care;
    }

    @Override
    public RetentionState retention() {
        return retention;
    }

    @Override
    public boolean exists(StudentId student) {
        return statements.any("select 1 from student where id = ?", student);
    }

    @Override
    public boolean exists(RoomId room) {
        return statements.any("select 1 from room where id = ?", room);
    }

    @Override
    public boolean exists(SectionId section) {
        return statements.any("select 1 from section where id = ?", section);
    }

    @Override
    public PlaceState places() {
        return places;
    }

    @Override
    public TimetableState timetable() {
        return timetable;
    }

    @Override
    public AssistState assist() {
        return assist;
    }

    @Override
    public DirectoryState directory() {
        return directory;
    }

    @Override
    public HookState hooks() {
        return hooks;
    }

    @Override
    public RecordState records() {
        return records;
    }
}
