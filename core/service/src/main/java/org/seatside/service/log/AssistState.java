package org.seatside.service.log;

import java.util.Optional;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;
import org.seatside.model.id.KioskId;

/// The writes and look-ups of notices, calls for help and reports inside the transaction of an entry.
public interface AssistState {
    void saveNotice(Notice notice);

    void removeNotice(NoticeId notice);

    void insertHelpCall(HelpCall call);

    void updateHelpCall(HelpCall call);

    Optional<HelpCall> helpCall(HelpCallId id);

    Optional<HelpCall> openHelpCall(KioskId kiosk);

    void insertReport(Report report);

    /// False where there is none.
    boolean closeReport(ReportId report);

    /// Raises the number by which readers see that something changed.
    void stamp();
}
