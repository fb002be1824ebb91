package org.seatside.admin.attendance;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Form;
import org.seatside.admin.ui.FormField;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.admin.ui.ReasonViewModel;
import org.seatside.client.NodeException;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.api.Correction;
import org.seatside.model.api.Undo;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CommandId;

/// One record with all that became of it: corrected with a reason, taken back a step. Where somebody else was
/// first, what they wrote is shown beside what was typed here.
public final class RecordViewModel {
    private final NodeLink link;
    private final AttendanceId id;
    private final Runnable changed;
    private final PendingChange undoing;
    private final ReasonViewModel reason = new ReasonViewModel();
    private final ReadOnlyObjectWrapper<@Nullable AttendanceDetail> detail = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable StatusMark> refused = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Form form;
    private final FormField<@Nullable StatusMark> mark;
    private final FormField<String> why;
    private List<StatusMark> marks = List.of();

    /// @param changed is told once the record was changed
    public RecordViewModel(NodeLink link, AttendanceId id, Runnable changed) {
        this.link = link;
        this.id = id;
        this.changed = changed;
        undoing = new PendingChange(link.client()::newCommand);
        form = new Form(link);
        mark = form.field(null);
        why = form.text("");
    }

    /// Reads the record and the campus's marks.
    public void load() {
        busy.set(true);
        link.ask(
                () -> new Read(
                        link.client().records().detail(id),
                        link.client().records().marks()),
                read -> {
                    marks = read.marks();
                    detail.set(read.detail());
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    /// Corrects the record as it was seen.
    public void correct() {
        AttendanceDetail seen = detail.get();
        StatusMark chosen = mark.get();
        String given = why.get().strip();
        mark.require(chosen != null, "record.mark.missing");
        why.require(given.length() >= ReasonViewModel.SHORTEST, "reason.missing");
        if (seen == null || chosen == null) {
            return;
        }
        Attendance record = seen.attendance();
        String code = chosen.code().equals(chosen.kind().name()) ? null : chosen.code();
        refused.set(null);
        form.send(
                new Wanted(record.revision(), new Correction(chosen.kind(), given, code)),
                (wanted, command) -> send(record, wanted, command),
                answer -> {
                    if (answer.isEmpty()) {
                        refused.set(chosen);
                    } else {
                        form.clear();
                        notice.set(Notice.done("record.corrected"));
                        changed.run();
                    }
                    load();
                });
    }

    /// Empty where somebody else was first.
    private Optional<Attendance> send(Attendance record, Wanted wanted, CommandId command) throws NodeException {
        try {
            return Optional.of(link.client().correct(record, wanted.correction(), command));
        } catch (NodeException e) {
            if (e.kind() == NodeException.Kind.CONFLICT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Asks why, then takes the last revision back.
    public void takeBack() {
        reason.ask(Notice.care("record.undo.ask"), "record.undo.go", given -> {
            AttendanceDetail seen = detail.get();
            if (seen == null) {
                return;
            }
            Undo undo = new Undo(given);
            busy.set(true);
            link.ask(
                    () -> link.client().records().undo(seen.attendance(), undo, undoing.idFor(undo)),
                    _ -> {
                        undoing.settled();
                        notice.set(Notice.done("record.tookBack"));
                        changed.run();
                        load();
                    },
                    failure -> {
                        notice.set(Notice.of(failure));
                        load();
                    },
                    () -> busy.set(false));
        });
    }

    /// The marks that can be chosen.
    public List<StatusMark> marks() {
        return marks;
    }

    public ReadOnlyObjectProperty<@Nullable AttendanceDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /// What was chosen here when somebody else was first; null for no such conflict.
    public ReadOnlyObjectProperty<@Nullable StatusMark> refused() {
        return refused.getReadOnlyProperty();
    }

    public Form form() {
        return form;
    }

    public FormField<@Nullable StatusMark> mark() {
        return mark;
    }

    public FormField<String> why() {
        return why;
    }

    public ReasonViewModel reason() {
        return reason;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    private record Read(AttendanceDetail detail, List<StatusMark> marks) {}

    /// A correction and what it was made of.
    private record Wanted(int revision, Correction correction) {}
}
