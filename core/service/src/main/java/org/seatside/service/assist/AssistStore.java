package org.seatside.service.assist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;
import org.seatside.model.id.KioskId;

/// Reads notices, calls for help and reports. Thread-safe.
public interface AssistStore {
    /// Another number than before where anything of this changed.
    long stamp();

    /// Those not over at a time, soonest first.
    List<Notice> notices(Instant notOverAt);

    Optional<Notice> notice(NoticeId id);

    /// All that are open, and the newest of the others, newest first.
    List<HelpCall> helpCalls(int mostOthers);

    Optional<HelpCall> helpCall(HelpCallId id);

    /// The kiosk's newest call.
    Optional<HelpCall> lastHelpCall(KioskId kiosk);

    /// Newest first.
    List<Report> reports(int most);

    Optional<Report> report(ReportId id);
}
