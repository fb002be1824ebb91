package org.seatside.service.adjustments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Student;
import org.seatside.service.RefusedException;
import org.seatside.service.attendance.AttendanceStore;
import org.seatside.service.audit.AuditTrail;
import org.seatside.service.log.CareChange;
import org.seatside.service.log.Commands;
import org.seatside.service.roster.RosterStore;

/// What a student may ask for: all that is kept about them, and that it goes. Thread-safe.
public final class StudentDataService {
    private static final int MOST = 100_000;

    private final RosterStore roster;
    private final AttendanceStore attendance;
    private final AdjustmentStore store;
    private final AdjustmentService adjustments;
    private final AuditTrail audit;
    private final Commands commands;
    private final Function<Object, byte[]> json;

    /// @param json how a record or a list of them becomes bytes
    public StudentDataService(
            RosterStore roster,
            AttendanceStore attendance,
            AdjustmentStore store,
            AdjustmentService adjustments,
            AuditTrail audit,
            Commands commands,
            Function<Object, byte[]> json) {
        this.roster = roster;
        this.attendance = attendance;
        this.store = store;
        this.adjustments = adjustments;
        this.audit = audit;
        this.commands = commands;
        this.json = json;
    }

    /// All that is kept about a student, as a ZIP of JSON files. That it was taken, and why, is on record first.
    public byte[] export(StudentId id, String reason, String actor, CommandId command) {
        Student student = student(id);
        audit.note("export-student", id.toString(), AdjustmentService.reason(reason), actor, command);
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("student.json", student);
        files.put("passes.json", roster.passes(id));
        files.put("attendance.json", attendance(id));
        files.put("registration.json", adjustments.registration(id));
        files.put("consents.json", store.consents(id));
        files.put("accesses.json", accesses(id));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Object> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(json.apply(file.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every write", e);
        }
        return bytes.toByteArray();
    }

    private List<Attendance> attendance(StudentId id) {
        return attendance.attendance(id, null, Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"), MOST);
    }

    private List<AuditEntry> accesses(StudentId id) {
        List<AuditEntry> all = new ArrayList<>();
        @Nullable Long before = null;
        do {
            Page<AuditEntry> page = audit.entries(before, id.toString(), null, Integer.MAX_VALUE);
            all.addAll(page.items());
            before = page.next() == null ? null : Long.valueOf(page.next());
        } while (before != null);
        return all;
    }

    /// Destroys the student's key and takes name, number, PIN, passes and account away. What is left of the
    /// student is counts of attendance under an id that leads to nobody. Older entries of the log and older
    /// snapshots hold the name until they are let go; what was agreed with the student is sealed there too.
    public void erase(StudentId id, String reason, String actor, CommandId command) {
        student(id);
        commands.require(command, actor, new CareChange.EraseStudent(id, AdjustmentService.reason(reason)));
    }

    private Student student(StudentId id) {
        return roster.student(id)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.NOT_FOUND, "not-found", "There is no such student any more."));
    }
}
