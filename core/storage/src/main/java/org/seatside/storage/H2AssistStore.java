package org.seatside.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;
import org.seatside.model.id.KioskId;
import org.seatside.service.assist.AssistStore;

/// Notices, calls for help and reports, read from the view.
final class H2AssistStore implements AssistStore {
    private final Reads reads;

    H2AssistStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public long stamp() {
        return reads.read(view -> view.first("select stamp from assist_stamp where id = 1", row -> row.getLong("stamp"))
                .orElseThrow());
    }

    @Override
    public List<Notice> notices(Instant notOverAt) {
        return reads.read(view -> AssistRows.notices(view, notOverAt));
    }

    @Override
    public Optional<Notice> notice(NoticeId id) {
        return reads.read(view -> AssistRows.notice(view, id));
    }

    @Override
    public List<HelpCall> helpCalls(int mostOthers) {
        return reads.read(view -> {
            List<HelpCall> calls = new ArrayList<>();
            for (HelpCallState state : HelpCallState.values()) {
                calls.addAll(view.list(
                        AssistRows.HELP_CALL + " where state = ? order by called_at desc, id desc"
                                + " fetch first ? rows only",
                        AssistRows::helpCall,
                        state,
                        state == HelpCallState.DONE ? mostOthers : Integer.MAX_VALUE));
            }
            calls.sort(Comparator.comparing(HelpCall::calledAt).reversed());
            return List.copyOf(calls);
        });
    }

    @Override
    public Optional<HelpCall> helpCall(HelpCallId id) {
        return reads.read(view -> view.first(AssistRows.HELP_CALL + " where id = ?", AssistRows::helpCall, id.value()));
    }

    @Override
    public Optional<HelpCall> lastHelpCall(KioskId kiosk) {
        return reads.read(view -> view.first(
                AssistRows.HELP_CALL + " where kiosk = ? order by called_at desc, id desc fetch first row only",
                AssistRows::helpCall,
                kiosk));
    }

    @Override
    public List<Report> reports(int most) {
        return reads.read(view -> view.list(
                AssistRows.REPORT + " order by reported_at desc, id desc fetch first ? rows only",
                AssistRows::report,
                most));
    }

    @Override
    public Optional<Report> report(ReportId id) {
        return reads.read(view -> view.first(AssistRows.REPORT + " where id = ?", AssistRows::report, id.value()));
    }
}
