package org.seatside.admin.insight;

import java.util.List;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.RecordCalls;
import org.seatside.model.api.LowAttendance;

/// Whose attendance of a class fell below what its rule asks for, as the node noticed it. Staff see it first; a
/// student sees it once staff say so.
public final class LowAttendanceViewModel {
    private final NodeLink link;
    private final RecordCalls calls;
    private final EntryList<LowAttendance> list;

    public LowAttendanceViewModel(NodeLink link) {
        this.link = link;
        this.calls = link.client().records();
        this.list = new EntryList<>(
                link,
                () -> calls.low(null),
                it -> it.student().name() + " " + it.student().number() + " " + it.sectionTitle(),
                null);
    }

    /// One step with one of them: staff have seen it, or tell the student.
    EntryForm<LowAttendance.State> moving(LowAttendance low, LowAttendance.State to, Runnable close) {
        return new EntryForm<>(link, List.of(), () -> to, (it, id) -> calls.move(low, it, id), it -> {
            list.changed(Notice.done(
                    it == LowAttendance.State.TOLD ? "low.told" : "low.seen",
                    low.student().name()));
            close.run();
        });
    }

    /// The lowest first.
    public EntryList<LowAttendance> list() {
        return list;
    }
}
