package org.seatside.storage;

import java.util.Optional;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;
import org.seatside.model.id.KioskId;
import org.seatside.service.log.AssistState;

/// Notices, calls for help and reports on the writer's connection.
final class H2AssistState implements AssistState {
    private final Statements statements;

    H2AssistState(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void saveNotice(Notice notice) {
        removeNotice(notice.id());
        statements.update(
                "insert into notice (id, from_at, until_at, display_seconds) values (?, ?, ?, ?)",
                notice.id().value(),
                notice.from(),
                notice.until(),
                notice.displaySeconds());
        notice.rooms()
                .forEach(room -> statements.update(
                        "insert into notice_room (notice, room) values (?, ?)",
                        notice.id().value(),
                        room));
        notice.texts()
                .forEach((language, text) -> statements.update(
                        "insert into notice_text (notice, language, text) values (?, ?, ?)",
                        notice.id().value(),
                        language,
                        text));
    }

    @Override
    public void removeNotice(NoticeId notice) {
        statements.update("delete from notice_room where notice = ?", notice.value());
        statements.update("delete from notice_text where notice = ?", notice.value());
        statements.update("delete from notice where id = ?", notice.value());
    }

    @Override
    public void insertHelpCall(HelpCall call) {
        statements.update(
                "insert into help_call (id, kiosk, room, state, called_at, seen_at, coming_at, done_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                call.id().value(),
                call.kiosk(),
                call.room(),
                call.state(),
                call.calledAt(),
                call.seenAt(),
                call.comingAt(),
                call.doneAt());
    }

    @Override
    public void updateHelpCall(HelpCall call) {
        statements.update(
                "update help_call set state = ?, seen_at = ?, coming_at = ?, done_at = ? where id = ?",
                call.state(),
                call.seenAt(),
                call.comingAt(),
                call.doneAt(),
                call.id().value());
    }

    @Override
    public Optional<HelpCall> helpCall(HelpCallId id) {
        return statements.first(AssistRows.HELP_CALL + " where id = ?", AssistRows::helpCall, id.value());
    }

    @Override
    public Optional<HelpCall> openHelpCall(KioskId kiosk) {
        return statements.first(
                AssistRows.HELP_CALL + " where kiosk = ? and state <> ? order by called_at desc, id desc",
                AssistRows::helpCall,
                kiosk,
                HelpCallState.DONE);
    }

    @Override
    public void insertReport(Report report) {
        statements.update(
                "insert into report (id, kind, text, kiosk, reported_at, closed) values (?, ?, ?, ?, ?, ?)",
                report.id().value(),
                report.kind(),
                report.text(),
                report.kiosk(),
                report.reportedAt(),
                report.closed());
    }

    @Override
    public boolean closeReport(ReportId report) {
        return statements.update("update report set closed = true where id = ?", report.value()) > 0;
    }

    @Override
    public void stamp() {
        statements.update("update assist_stamp set stamp = stamp + 1 where id = 1");
    }
}
