package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.api.CorrectionBatch;
import org.seatside.model.api.HistoryEntry;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.api.LowAttendanceMove;
import org.seatside.model.api.NewAttendance;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Statistics;
import org.seatside.model.api.Undo;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;

/// Attendance as staff work on it, over [NodeClient].
public final class RecordCalls {
    /// A thousand students and a hundred meetings.
    private static final int LARGEST_SHEET = 32 << 20;

    private final NodeClient node;

    RecordCalls(NodeClient node) {
        this.node = node;
    }

    /// What staff enter for a student, under their own name.
    ///
    /// @throws NodeException of kind CONFLICT where the student has a record of the meeting: correct that one
    public Attendance enter(NewAttendance entered, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.ATTENDANCE, entered, id), new TypeReference<>() {});
    }

    /// A record with its revisions and what it rests on.
    public AttendanceDetail detail(AttendanceId record) throws NodeException {
        return node.read(Call.get(Paths.ATTENDANCE + "/" + record), new TypeReference<>() {});
    }

    /// Takes back the last revision of the record as it was read.
    ///
    /// @throws NodeException of kind CONFLICT where somebody changed it since
    public Attendance undo(Attendance seen, Undo undo, CommandId id) throws NodeException {
        Call call = Call.change("POST", Paths.ATTENDANCE + "/" + seen.id() + "/undo", undo, id)
                .with("If-Match", "\"" + seen.revision() + "\"");
        return node.read(call, new TypeReference<>() {});
    }

    /// Corrects many records, all or none.
    ///
    /// @param id also names the batch, to undo it by
    public List<Attendance> correctAll(CorrectionBatch batch, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.ATTENDANCE + "/batches", batch, id), new TypeReference<>() {});
    }

    /// Takes back a batch, as far as nobody changed its records since.
    public void undoBatch(CommandId batch, Undo undo, CommandId id) throws NodeException {
        node.change("POST", Paths.ATTENDANCE + "/batches/" + batch + "/undo", undo, id);
    }

    /// A student's records, newest first.
    ///
    /// @param after [Page#next] of the page before; null for the newest
    public Page<HistoryEntry> history(StudentId student, int limit, @Nullable String after) throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("limit", limit);
        NodeClient.put(parameters, "after", after);
        return node.read(
                Call.get(Call.query(Paths.STUDENTS + "/" + student + "/attendance", parameters)),
                new TypeReference<>() {});
    }

    /// @param from first day; null for 120 days before the last
    /// @param until last day; null for today
    public ClassSheet sheet(SectionId section, @Nullable LocalDate from, @Nullable LocalDate until)
            throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        NodeClient.put(parameters, "from", from);
        NodeClient.put(parameters, "until", until);
        Call call = Call.get(Call.query(Paths.SECTIONS + "/" + section + "/sheet", parameters))
                .answeredWithAtMost(LARGEST_SHEET);
        return node.read(call, new TypeReference<>() {});
    }

    /// @param from first day
    /// @param until last day, at most a year later
    public Statistics statistics(LocalDate from, LocalDate until) throws NodeException {
        return node.read(
                Call.get(Call.query(Paths.STATISTICS, Map.of("from", from, "until", until))), new TypeReference<>() {});
    }

    /// Whose attendance is low, the lowest first.
    ///
    /// @param section null for all
    public List<LowAttendance> low(@Nullable SectionId section) throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        NodeClient.put(parameters, "section", section);
        return node.read(Call.get(Call.query(Paths.LOW_ATTENDANCE, parameters)), new TypeReference<>() {});
    }

    /// Says how far staff have come with it; [LowAttendance.State#TOLD] shows it to the student.
    public void move(LowAttendance seen, LowAttendance.State to, CommandId id) throws NodeException {
        String path = Paths.LOW_ATTENDANCE + "/" + seen.section() + "/"
                + seen.student().id();
        node.change("PUT", path, new LowAttendanceMove(to), id);
    }

    /// The marks a campus gives.
    public List<StatusMark> marks() throws NodeException {
        return node.read(Call.get(Paths.STATUSES), new TypeReference<>() {});
    }

    public StatusMark saveMark(StatusMark mark, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", Paths.STATUSES, mark, id), new TypeReference<>() {});
    }

    /// Records that have it count as their kind from then on.
    public void deleteMark(String code, CommandId id) throws NodeException {
        node.change("DELETE", Paths.STATUSES + "/" + Call.encode(code), null, id);
    }
}
