package org.seatside.client.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.id.CheckInId;

/// Looks for check-ins that were acknowledged and are not there, or not as they were, and for gaps in the sequence.
final class LossCheck {
    private LossCheck() {}

    static void nothingIsLost(Collection<CheckIn> acknowledged, Outbox outbox) {
        Map<CheckInId, CheckIn> there = there(outbox);
        Set<CheckIn> lost = new HashSet<>(acknowledged);
        lost.removeAll(new HashSet<>(there.values()));
        assertEquals(Set.of(), lost, "acknowledged but lost or changed");
        noGaps(there.values());
    }

    static Map<CheckInId, CheckIn> there(Outbox outbox) {
        List<CheckIn> waiting = outbox.oldestFirst(Integer.MAX_VALUE);
        Map<CheckInId, CheckIn> there = waiting.stream().collect(Collectors.toMap(CheckIn::id, it -> it));
        assertEquals(waiting.size(), there.size(), "an id twice");
        return there;
    }

    static void noGaps(Collection<CheckIn> checkIns) {
        Map<Long, TreeSet<Long>> seqs = new HashMap<>();
        for (CheckIn checkIn : checkIns) {
            boolean fresh =
                    seqs.computeIfAbsent(checkIn.epoch(), _ -> new TreeSet<>()).add(checkIn.seq());
            assertEquals(true, fresh, "a sequence number twice");
        }
        seqs.forEach((epoch, numbers) -> {
            assertEquals(1, numbers.first(), "epoch " + epoch + " begins with 1");
            assertEquals(numbers.size(), numbers.last(), "epoch " + epoch + " has no gap");
        });
    }
}
