package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;

/// Changes to notices, calls for help and reports.
@JsonSubTypes({
    @JsonSubTypes.Type(value = AssistChange.SaveNotice.class, name = "save-notice"),
    @JsonSubTypes.Type(value = AssistChange.RemoveNotice.class, name = "remove-notice"),
    @JsonSubTypes.Type(value = AssistChange.CallHelp.class, name = "call-help"),
    @JsonSubTypes.Type(value = AssistChange.MoveHelpCall.class, name = "move-help-call"),
    @JsonSubTypes.Type(value = AssistChange.FileReport.class, name = "file-report"),
    @JsonSubTypes.Type(value = AssistChange.CloseReport.class, name = "close-report")
})
public sealed interface AssistChange extends Change {
    /// Adds or replaces.
    record SaveNotice(Notice notice) implements AssistChange {}

    record RemoveNotice(NoticeId notice) implements AssistChange {}

    /// Changes nothing where the kiosk has an open call.
    record CallHelp(HelpCall call) implements AssistChange {}

    /// Changes nothing where the call is that far; Conflict STALE_REVISION where it is further,
    /// UNKNOWN_REFERENCE where there is none.
    record MoveHelpCall(HelpCallId call, HelpCallState to) implements AssistChange {}

    record FileReport(Report report) implements AssistChange {}

    /// Conflict UNKNOWN_REFERENCE where there is none.
    record CloseReport(ReportId report) implements AssistChange {}
}
