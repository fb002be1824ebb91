package org.seatside.storage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.service.gateway.UpstreamStore;

/// What is on its way to the institution's own service, read from the view.
final class H2UpstreamStore implements UpstreamStore {
    private final Reads reads;

    H2UpstreamStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public List<Waiting> waiting(int limit) {
        return reads.read(view -> view.list(
                """
                select c.id, c.student, c.room, c.effective_at, u.state, u.attempts
                from upstream u join check_in c on c.id = u.check_in
                where u.state in ('NEW', 'SENT', 'UNKNOWN')
                order by u.attempts, c.place fetch first ? rows only""",
                row -> new Waiting(
                        new CheckInId(Rows.uuid(row, "id")),
                        new StudentId(Rows.uuid(row, "student")),
                        new RoomId(Rows.uuid(row, "room")),
                        Rows.instant(row, "effective_at"),
                        UpstreamState.valueOf(Rows.text(row, "state")),
                        row.getInt("attempts")),
                limit));
    }

    @Override
    public Map<UpstreamState, Long> counts() {
        return reads
                .settled(view -> view.list(
                        "select state, sum(n) as n from upstream_count group by state having sum(n) > 0",
                        row -> Map.entry(UpstreamState.valueOf(Rows.text(row, "state")), row.getLong("n"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
