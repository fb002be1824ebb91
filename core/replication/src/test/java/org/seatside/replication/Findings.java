package org.seatside.replication;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.CheckInId;
import org.seatside.service.attendance.AttendanceStore;

/// What is wrong with a view, measured against what was acknowledged to clients.
///
/// @param lost acknowledged check-ins that are not there
/// @param twice check-ins or attendances that are there more than once
/// @param gaps sequence numbers below a kiosk's highest that are not there
record Findings(int lost, int twice, int gaps) {
    static final Findings NONE = new Findings(0, 0, 0);

    private static final int PAGE = 1000;

    /// @param acknowledged sequence numbers by kiosk
    static Findings of(AttendanceStore view, Map<Integer, Set<Long>> acknowledged) {
        Set<CheckInId> stored = new HashSet<>();
        int twice = 0;
        long after = -1;
        for (List<CheckInEvent> page = view.eventsAfter(after, PAGE);
                !page.isEmpty();
                page = view.eventsAfter(after, PAGE)) {
            for (CheckInEvent event : page) {
                twice += stored.add(event.id()) ? 0 : 1;
            }
            after = page.getLast().logIndex();
        }
        Set<CheckInId> attended = new HashSet<>();
        for (Attendance attendance :
                view.attendance(null, null, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), 1_000_000)) {
            twice += attended.add(attendance.checkIn()) ? 0 : 1;
        }
        int lost = 0;
        int gaps = 0;
        for (Map.Entry<Integer, Set<Long>> kiosk : new TreeMap<>(acknowledged).entrySet()) {
            for (long seq : kiosk.getValue()) {
                CheckInId id = CheckIns.checkIn(kiosk.getKey(), seq);
                lost += stored.contains(id) && attended.contains(id) ? 0 : 1;
            }
            long highest = view.highWater(CheckIns.kiosk(kiosk.getKey()), CheckIns.EPOCH);
            for (long seq = 1; seq <= highest; seq++) {
                gaps += stored.contains(CheckIns.checkIn(kiosk.getKey(), seq)) ? 0 : 1;
            }
        }
        return new Findings(lost, twice, gaps);
    }
}
