package org.seatside.admin.today;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.id.CommandId;

/// Calls for help that nobody has ended yet, and the one click that answers each. The student at the kiosk is
/// told.
public final class HelpViewModel {
    private final NodeLink link;
    private final PendingChange change;
    private final ObservableList<HelpCall> open = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);

    public HelpViewModel(NodeLink link) {
        this.link = link;
        this.change = new PendingChange(link.client()::newCommand);
    }

    /// Shows what the node has.
    void show(List<HelpCall> calls) {
        List<HelpCall> waiting = calls.stream()
                .filter(HelpCall::open)
                .sorted(Comparator.comparing(HelpCall::calledAt))
                .toList();
        if (!waiting.equals(open)) {
            open.setAll(waiting);
        }
    }

    /// What can be said to a call next, in the order in which it is said.
    static List<HelpCallState> answers(HelpCall call) {
        return java.util.stream.Stream.of(HelpCallState.SEEN, HelpCallState.COMING, HelpCallState.DONE)
                .filter(state -> state.compareTo(call.state()) > 0)
                .toList();
    }

    /// Answers a call.
    public void answer(HelpCall call, HelpCallState state) {
        CommandId id = change.idFor(List.of(call.id(), state));
        link.ask(
                () -> link.client().moveHelpCall(call.id(), state, id),
                moved -> {
                    change.settled();
                    notice.set(null);
                    put(moved);
                },
                failure -> notice.set(Notice.of(failure)),
                () -> {});
    }

    private void put(HelpCall moved) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).id().equals(moved.id())) {
                if (moved.open()) {
                    open.set(i, moved);
                } else {
                    open.remove(i);
                }
                return;
            }
        }
    }

    /// Who waits longest is first.
    public ObservableList<HelpCall> open() {
        return open;
    }

    /// What went wrong with the last answer; null for nothing.
    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }
}
