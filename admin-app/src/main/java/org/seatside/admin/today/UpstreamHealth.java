package org.seatside.admin.today;

import java.util.List;
import org.seatside.admin.ui.Notice;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.attendance.UpstreamState;

/// What about the way to the institution's own service needs a person.
final class UpstreamHealth {
    private UpstreamHealth() {}

    static void concerns(UpstreamSummary summary, List<Notice> found) {
        if (summary.kind().equals("none")) {
            return;
        }
        if (!summary.open()) {
            found.add(Notice.failed("today.concern.upstreamStopped"));
        }
        long rejected = count(summary, UpstreamState.REJECTED);
        if (rejected > 0) {
            found.add(Notice.failed("today.concern.rejected", rejected));
        }
        long unknown = count(summary, UpstreamState.UNKNOWN);
        if (unknown > 0) {
            found.add(Notice.care("today.concern.unknown", unknown));
        }
    }

    static long count(UpstreamSummary summary, UpstreamState state) {
        return summary.counts().getOrDefault(state, 0L);
    }
}
