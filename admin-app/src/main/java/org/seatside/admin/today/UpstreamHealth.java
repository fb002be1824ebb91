package org.seatside.admin.today;

import java.util.List;
import org.seatside.admin.ui.Destination;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Screen;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.attendance.UpstreamState;

/// What about the way to the institution's own service needs a person.
final class UpstreamHealth {
    private static final Destination IN_THE_LOG = Destination.of(Screen.ATTENDANCE, "log.upstream");

    private UpstreamHealth() {}

    static void concerns(UpstreamSummary summary, List<Concern> found) {
        if (summary.kind().equals("none")) {
            return;
        }
        if (!summary.open()) {
            found.add(new Concern(Notice.failed("today.concern.upstreamStopped"), null));
        }
        long rejected = count(summary, UpstreamState.REJECTED);
        if (rejected > 0) {
            found.add(new Concern(Notice.failed("today.concern.rejected", rejected), IN_THE_LOG));
        }
        long unknown = count(summary, UpstreamState.UNKNOWN);
        if (unknown > 0) {
            found.add(new Concern(Notice.care("today.concern.unknown", unknown), IN_THE_LOG));
        }
    }

    static long count(UpstreamSummary summary, UpstreamState state) {
        return summary.counts().getOrDefault(state, 0L);
    }
}
