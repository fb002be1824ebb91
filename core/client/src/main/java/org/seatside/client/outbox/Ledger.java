package org.seatside.client.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.id.CheckInId;

/// What the records of the journal come to: which check-ins wait, which were refused, when the others of a file
/// were accepted. Thread-safe.
final class Ledger {
    private record Open(CheckIn checkIn, int segment) {}

    private record Dead(Refusal refusal, int segment) {}

    private final Map<CheckInId, Open> waiting = new LinkedHashMap<>();
    private final Map<CheckInId, Dead> refused = new LinkedHashMap<>();
    private final Map<Integer, Instant> accepted = new HashMap<>();
    private final Map<Long, Accepted> acceptedOf = new HashMap<>();

    /// The accepted numbers of an epoch.
    private static final class Accepted {
        private final Set<Long> beyondGap = new HashSet<>();
        private long highest;
        private long withoutGap;

        void add(long seq) {
            highest = Math.max(highest, seq);
            if (seq > withoutGap) {
                beyondGap.add(seq);
            }
            while (beyondGap.remove(withoutGap + 1)) {
                withoutGap++;
            }
        }
    }

    /// It waits from now on, whatever it did before.
    synchronized void opened(CheckIn checkIn, int segment) {
        refused.remove(checkIn.id());
        waiting.put(checkIn.id(), new Open(checkIn, segment));
    }

    /// False where it neither waited nor was refused: then there is nothing to write.
    synchronized boolean accepted(CheckInId id, Instant at) {
        Open open = waiting.remove(id);
        Dead dead = open == null ? refused.remove(id) : null;
        if (open == null && dead == null) {
            return false;
        }
        @Nullable CheckIn checkIn = open != null ? open.checkIn() : checkInOf(dead);
        if (checkIn != null) {
            acceptedOf.computeIfAbsent(checkIn.epoch(), _ -> new Accepted()).add(checkIn.seq());
        }
        int segment = open != null ? open.segment() : segmentOf(dead);
        accepted.merge(segment, at, (one, other) -> one.isAfter(other) ? one : other);
        return true;
    }

    /// How far the check-ins of an epoch were ever accepted.
    synchronized Progress progress(long epoch) {
        Accepted of = acceptedOf.getOrDefault(epoch, new Accepted());
        return new Progress(epoch, of.highest, of.withoutGap);
    }

    synchronized Optional<CheckIn> waiting(CheckInId id) {
        return Optional.ofNullable(waiting.get(id)).map(Open::checkIn);
    }

    private static @Nullable CheckIn checkInOf(@Nullable Dead dead) {
        return dead == null ? null : dead.refusal().checkIn();
    }

    private static int segmentOf(@Nullable Dead dead) {
        return dead == null ? 0 : dead.segment();
    }

    /// False where it did not wait.
    synchronized boolean refused(CheckInId id, String code, Instant at) {
        Open open = waiting.remove(id);
        if (open == null) {
            return false;
        }
        refused.put(id, new Dead(new Refusal(open.checkIn(), code, at), open.segment()));
        return true;
    }

    synchronized boolean isWaiting(CheckInId id) {
        return waiting.containsKey(id);
    }

    synchronized boolean knows(CheckInId id) {
        return waiting.containsKey(id) || refused.containsKey(id);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int refused() {
        return refused.size();
    }

    synchronized List<CheckIn> oldestFirst(int limit) {
        return waiting.values().stream().limit(limit).map(Open::checkIn).toList();
    }

    synchronized List<Refusal> refusals() {
        return refused.values().stream().map(Dead::refusal).toList();
    }

    synchronized Optional<CheckIn> refused(CheckInId id) {
        return Optional.ofNullable(refused.get(id)).map(dead -> dead.refusal().checkIn());
    }

    /// The oldest of the given files, in order, that hold nothing open and nothing accepted since. It stops at
    /// the first that must stay: an acceptance never goes before what it accepts.
    synchronized List<Integer> droppable(Collection<Integer> segmentsInOrder, Instant acceptedBefore) {
        Set<Integer> open = new HashSet<>();
        waiting.values().forEach(one -> open.add(one.segment()));
        refused.values().forEach(one -> open.add(one.segment()));
        List<Integer> droppable = new ArrayList<>();
        for (int segment : segmentsInOrder) {
            Instant last = accepted.get(segment);
            if (open.contains(segment) || (last != null && !last.isBefore(acceptedBefore))) {
                break;
            }
            droppable.add(segment);
        }
        return droppable;
    }

    synchronized void dropped(int segment) {
        accepted.remove(segment);
    }
}
