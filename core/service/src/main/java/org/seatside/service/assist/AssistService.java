package org.seatside.service.assist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskAssist;
import org.seatside.model.api.NewNotice;
import org.seatside.model.api.NewReport;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Kiosk;
import org.seatside.service.RefusedException;
import org.seatside.service.log.AssistChange;
import org.seatside.service.log.Commands;

/// Notices on kiosks, calls for help from them, and what students report. Thread-safe.
public final class AssistService {
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration SHOWN_WHEN_OVER = Duration.ofMinutes(10);
    private static final Duration LONGEST_NOTICE = Duration.ofDays(366);
    private static final Set<String> LANGUAGES = Set.of("ko", "en");
    private static final int MOST_NOTICE = 300;
    private static final int MOST_NOTICES = 20;
    private static final int MOST_REPORT = 2_000;
    private static final int DISPLAY_SECONDS = 10;
    private static final int MOST_LISTED = 50;
    private static final int MOST_REPORTS = 500;

    private final AssistStore store;
    private final Commands commands;
    private final InstantSource clock;

    public AssistService(AssistStore store, Commands commands, InstantSource clock) {
        this.store = store;
        this.commands = commands;
        this.clock = clock;
    }

    /// Those that are not over.
    public List<Notice> notices() {
        return store.notices(clock.instant());
    }

    public Notice addNotice(NewNotice notice, String actor, CommandId command) {
        return saveNotice(new NoticeId(command.value()), notice, actor, command);
    }

    /// @throws RefusedException where there is no such notice
    public Notice changeNotice(NoticeId id, NewNotice notice, String actor, CommandId command) {
        if (store.notice(id).isEmpty()) {
            throw notFound();
        }
        return saveNotice(id, notice, actor, command);
    }

    private Notice saveNotice(NoticeId id, NewNotice asked, String actor, CommandId command) {
        Instant from = asked.from() == null ? clock.instant() : asked.from();
        Instant until = asked.until();
        if (until == null || !from.isBefore(until) || until.isAfter(from.plus(LONGEST_NOTICE))) {
            throw RefusedException.invalid("times-wrong", "A notice ends after it begins, within a year.");
        }
        int seconds = asked.displaySeconds() == null ? DISPLAY_SECONDS : asked.displaySeconds();
        if (seconds < 3 || seconds > 120) {
            throw RefusedException.invalid("display-seconds-wrong", "A notice is shown 3 to 120 seconds at a time.");
        }
        List<RoomId> rooms = asked.rooms() == null ? List.of() : asked.rooms();
        Notice notice = new Notice(
                id,
                from.truncatedTo(ChronoUnit.MICROS),
                until.truncatedTo(ChronoUnit.MICROS),
                seconds,
                rooms.stream()
                        .distinct()
                        .sorted(Comparator.comparing(RoomId::toString))
                        .toList(),
                texts(asked.texts()));
        change(command, actor, new AssistChange.SaveNotice(notice));
        return notice;
    }

    private static Map<String, String> texts(@Nullable Map<String, String> texts) {
        boolean fine = texts != null
                && !texts.isEmpty()
                && LANGUAGES.containsAll(texts.keySet())
                && texts.values().stream().allMatch(text -> text != null && isText(text, MOST_NOTICE));
        if (!fine) {
            throw RefusedException.invalid("texts-wrong", "Give a text of 1 to 300 characters in ko, en or both.");
        }
        return Objects.requireNonNull(texts);
    }

    /// Letters, not controls: a kiosk shows it as it is.
    private static boolean isText(String text, int most) {
        return !text.isBlank()
                && text.length() <= most
                && text.codePoints().allMatch(c -> c == '\n' || !isUnprintable(c));
    }

    private static boolean isUnprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    public void removeNotice(NoticeId id, String actor, CommandId command) {
        change(command, actor, new AssistChange.RemoveNotice(id));
    }

    /// What concerns a kiosk.
    public KioskAssist forKiosk(Kiosk kiosk) {
        Instant now = clock.instant();
        List<Notice> notices = store.notices(now).stream()
                .filter(notice -> notice.from().isBefore(now.plus(AHEAD)))
                .filter(notice -> notice.rooms().isEmpty()
                        || kiosk.room() == null
                        || notice.rooms().contains(kiosk.room()))
                .limit(MOST_NOTICES)
                .toList();
        Optional<HelpCall> help = store.lastHelpCall(kiosk.id()).filter(call -> isNews(call, now));
        return new KioskAssist(notices, help.orElse(null));
    }

    private static boolean isNews(HelpCall call, Instant now) {
        Instant over = call.doneAt();
        return over == null || now.isBefore(over.plus(SHOWN_WHEN_OVER));
    }

    /// Calls for help, or answers the call that is open.
    public HelpCall callHelp(Kiosk kiosk, CommandId command) {
        HelpCall call = new HelpCall(
                new HelpCallId(command.value()),
                kiosk.id(),
                kiosk.room(),
                HelpCallState.CALLED,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null);
        change(command, kiosk.id().toString(), new AssistChange.CallHelp(call));
        return store.helpCall(call.id())
                .or(() -> store.lastHelpCall(kiosk.id()))
                .orElseThrow();
    }

    /// Takes back the kiosk's own call.
    public HelpCall takeBack(HelpCallId id, KioskId kiosk, CommandId command) {
        if (store.helpCall(id).filter(call -> call.kiosk().equals(kiosk)).isEmpty()) {
            throw notFound();
        }
        return moveHelpCall(id, HelpCallState.DONE, kiosk.toString(), command);
    }

    /// All open calls and the newest of those that are over, newest first.
    public List<HelpCall> helpCalls() {
        return store.helpCalls(MOST_LISTED);
    }

    public HelpCall moveHelpCall(HelpCallId id, HelpCallState to, String actor, CommandId command) {
        change(command, actor, new AssistChange.MoveHelpCall(id, to));
        return store.helpCall(id).orElseThrow(AssistService::notFound);
    }

    /// @param kiosk null where staff write it down
    public Report report(NewReport report, @Nullable KioskId kiosk, String actor, CommandId command) {
        if (report.kind() == null || report.text() == null || !isText(report.text(), MOST_REPORT)) {
            throw RefusedException.invalid(
                    "report-wrong", "A report is a BUG or a SUGGESTION with a text of 1 to 2000 characters.");
        }
        Report filed = new Report(
                new ReportId(command.value()),
                report.kind(),
                report.text().strip(),
                kiosk,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                false);
        change(command, actor, new AssistChange.FileReport(filed));
        return store.report(filed.id()).orElseThrow();
    }

    /// Newest first.
    public List<Report> reports() {
        return store.reports(MOST_REPORTS);
    }

    public void closeReport(ReportId id, String actor, CommandId command) {
        change(command, actor, new AssistChange.CloseReport(id));
    }

    private void change(CommandId command, String actor, AssistChange change) {
        commands.require(command, actor, change);
    }

    private static RefusedException notFound() {
        return new RefusedException(
                RefusedException.Kind.NOT_FOUND, "not-found", "There is nothing under this address.");
    }
}
