package org.seatside.admin.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.api.Correction;
import org.seatside.model.api.CorrectionBatch;
import org.seatside.model.api.NewAttendance;
import org.seatside.model.api.Undo;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.MeetingId;

/// The saving of what was typed into a sheet. Sent again after a lost connection it uses the ids of before, so
/// that nothing is made twice. Off the JavaFX thread, one call at a time.
final class SheetSaving {
    /// Most corrections of one batch.
    private static final int BATCH = 500;

    private final NodeClient client;
    private final String reason;
    private final List<Edit> edits;
    private final Map<MeetingId, Instant> starts;
    private final Map<Object, CommandId> ids = new HashMap<>();

    /// @param starts of the meetings that have begun: a record entered later counts from then
    SheetSaving(NodeClient client, String reason, List<Edit> edits, Map<MeetingId, Instant> starts) {
        this.client = client;
        this.reason = reason;
        this.edits = List.copyOf(edits);
        this.starts = Map.copyOf(starts);
    }

    boolean isFor(String otherReason, List<Edit> otherEdits) {
        return reason.equals(otherReason) && edits.equals(otherEdits);
    }

    /// Corrections go in batches, all or none of each; records that were not there are entered one by one.
    Done send() throws NodeException {
        List<CorrectionBatch.Item> items = new ArrayList<>();
        for (Edit edit : edits) {
            ClassSheet.Cell seen = edit.seen();
            if (seen != null) {
                items.add(new CorrectionBatch.Item(
                        seen.attendance(), seen.revision(), edit.mark().kind(), chosen(edit.mark())));
            }
        }
        List<CommandId> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); from += BATCH) {
            CorrectionBatch batch =
                    new CorrectionBatch(reason, items.subList(from, Math.min(items.size(), from + BATCH)));
            CommandId id = id(batch);
            client.records().correctAll(batch, id);
            batches.add(id);
        }
        List<Attendance> entered = new ArrayList<>();
        for (Edit edit : edits) {
            if (edit.seen() == null) {
                NewAttendance record = new NewAttendance(
                        edit.key().student(),
                        edit.key().meeting(),
                        null,
                        edit.mark().kind(),
                        chosen(edit.mark()),
                        starts.get(edit.key().meeting()),
                        reason);
                entered.add(client.records().enter(record, id(record)));
            }
        }
        return new Done(reason, batches, entered);
    }

    private CommandId id(Object content) {
        return ids.computeIfAbsent(content, _ -> client.newCommand());
    }

    /// A mark that is a status as such is not named.
    private static @Nullable String chosen(StatusMark mark) {
        return mark.code().equals(mark.kind().name()) ? null : mark.code();
    }

    /// What was saved, to be taken back.
    record Done(String reason, List<CommandId> batches, List<Attendance> entered) {
        void takeBack(NodeClient client) throws NodeException {
            for (CommandId batch : batches) {
                client.records().undoBatch(batch, new Undo(reason), client.newCommand());
            }
            for (Attendance record : entered) {
                client.correct(record, new Correction(AttendanceStatus.VOID, reason), client.newCommand());
            }
        }
    }
}
