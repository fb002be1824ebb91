package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;
import org.seatside.model.assist.ReportKind;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;

/// Notices, calls for help and reports as the tables have them.
final class AssistRows {
    static final String HELP_CALL =
            "select id, kiosk, room, state, called_at, seen_at, coming_at, done_at from help_call";
    static final String REPORT = "select id, kind, text, kiosk, reported_at, closed from report";
    private static final String NOTICE = "select id, from_at, until_at, display_seconds from notice";

    private AssistRows() {}

    static HelpCall helpCall(ResultSet row) throws SQLException {
        UUID room = Rows.uuidOrNull(row, "room");
        return new HelpCall(
                new HelpCallId(Rows.uuid(row, "id")),
                new KioskId(Rows.uuid(row, "kiosk")),
                room == null ? null : new RoomId(room),
                HelpCallState.valueOf(Rows.text(row, "state")),
                Rows.instant(row, "called_at"),
                Rows.instantOrNull(row, "seen_at"),
                Rows.instantOrNull(row, "coming_at"),
                Rows.instantOrNull(row, "done_at"));
    }

    static Report report(ResultSet row) throws SQLException {
        UUID kiosk = Rows.uuidOrNull(row, "kiosk");
        return new Report(
                new ReportId(Rows.uuid(row, "id")),
                ReportKind.valueOf(Rows.text(row, "kind")),
                Rows.text(row, "text"),
                kiosk == null ? null : new KioskId(kiosk),
                Rows.instant(row, "reported_at"),
                row.getBoolean("closed"));
    }

    /// A notice without its rooms and texts.
    private record Bare(UUID id, Instant from, Instant until, int displaySeconds) {}

    static Optional<Notice> notice(Statements view, NoticeId id) {
        return view.first(NOTICE + " where id = ?", AssistRows::bare, id.value())
                .map(bare -> notice(view, bare));
    }

    static List<Notice> notices(Statements view, Instant notOverAt) {
        return view.list(NOTICE + " where until_at > ? order by from_at, id", AssistRows::bare, notOverAt).stream()
                .map(bare -> notice(view, bare))
                .toList();
    }

    private static Bare bare(ResultSet row) throws SQLException {
        return new Bare(
                Rows.uuid(row, "id"),
                Rows.instant(row, "from_at"),
                Rows.instant(row, "until_at"),
                row.getInt("display_seconds"));
    }

    private static Notice notice(Statements view, Bare bare) {
        List<RoomId> rooms = view.list(
                "select room from notice_room where notice = ? order by room",
                row -> new RoomId(Rows.uuid(row, "room")),
                bare.id());
        Map<String, String> texts = new HashMap<>();
        view.list(
                        "select language, text from notice_text where notice = ?",
                        row -> Map.entry(Rows.text(row, "language"), Rows.text(row, "text")),
                        bare.id())
                .forEach(text -> texts.put(text.getKey(), text.getValue()));
        return new Notice(new NoticeId(bare.id()), bare.from(), bare.until(), bare.displaySeconds(), rooms, texts);
    }
}
