package org.seatside.service.trail;

import java.security.PublicKey;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditEntry;

/// Looks whether a trail is whole: every entry in its place, as it was written. Takes the entries in the order in
/// which they are kept, and holds none of them. Checkpoints that were kept elsewhere show what those in the trail
/// itself cannot: that it was cut together with them. One thread.
public final class TrailCheck {
    private final String institution;
    private final PublicKey key;
    private final TreeMap<Long, AuditCheckpoint> checkpoints = new TreeMap<>();
    private Verdict.@Nullable Broken broken;
    private long first;
    private long last;
    private String hash = AuditChain.START;
    private long trusted;

    /// @param institution 32 hexadecimal digits
    /// @param key public key of the campus
    /// @param checkpoints all there are, in any order; a number that two disagree about is a fault
    public TrailCheck(String institution, PublicKey key, Collection<AuditCheckpoint> checkpoints) {
        this.institution = institution;
        this.key = key;
        checkpoints.forEach(this::take);
    }

    private void take(AuditCheckpoint checkpoint) {
        if (!Checkpoints.isSigned(institution, checkpoint, key)) {
            fault(Verdict.Fault.CHECKPOINT_FORGED, checkpoint.number(), checkpoint.number());
            return;
        }
        AuditCheckpoint other = checkpoints.putIfAbsent(checkpoint.number(), checkpoint);
        if (other != null && !other.hash().equals(checkpoint.hash())) {
            fault(Verdict.Fault.REWRITTEN, 1, checkpoint.number());
        }
    }

    /// The next entry.
    public void add(AuditEntry entry) {
        if (broken != null) {
            lookForMoved(entry);
            return;
        }
        if (last == 0 && entry.number() != 1) {
            begin(entry);
        }
        long expected = last + 1;
        if (entry.number() > expected) {
            fault(Verdict.Fault.REMOVED, expected, entry.number() - 1);
        } else if (entry.number() < expected) {
            fault(Verdict.Fault.REPEATED, entry.number(), entry.number());
        } else {
            follow(entry);
        }
    }

    /// Old entries may have been let go, up to a checkpoint.
    private void begin(AuditEntry entry) {
        AuditCheckpoint before = checkpoints.get(entry.number() - 1);
        if (before != null) {
            last = before.number();
            hash = before.hash();
            trusted = last;
        }
    }

    private void follow(AuditEntry entry) {
        if (!AuditChain.hash(hash, entry).equals(entry.hash())) {
            boolean afterCheckpoint = trusted == last;
            fault(
                    afterCheckpoint ? Verdict.Fault.CHANGED : Verdict.Fault.NOT_FOLLOWING,
                    afterCheckpoint ? entry.number() : last,
                    entry.number());
            return;
        }
        first = first == 0 ? entry.number() : first;
        last = entry.number();
        hash = entry.hash();
        AuditCheckpoint checkpoint = checkpoints.get(last);
        if (checkpoint == null) {
            return;
        }
        if (checkpoint.hash().equals(hash)) {
            trusted = last;
        } else {
            fault(Verdict.Fault.REWRITTEN, trusted + 1, last);
        }
    }

    /// What is missing in one place and comes later was moved, not removed.
    private void lookForMoved(AuditEntry entry) {
        Verdict.Broken known = broken;
        if (known != null && known.fault() == Verdict.Fault.REMOVED && entry.number() == known.from()) {
            broken = new Verdict.Broken(Verdict.Fault.MOVED, known.from(), known.from());
        }
    }

    /// After the last entry.
    public Verdict finish() {
        if (broken == null && !checkpoints.isEmpty() && checkpoints.lastKey() > last) {
            fault(Verdict.Fault.CUT, last + 1, checkpoints.lastKey());
        }
        if (broken != null) {
            return broken;
        }
        long sealed = Optional.ofNullable(checkpoints.floorEntry(last))
                .map(Map.Entry::getKey)
                .orElse(0L);
        return new Verdict.Intact(first, last, sealed);
    }

    private void fault(Verdict.Fault fault, long from, long to) {
        if (broken == null) {
            broken = new Verdict.Broken(fault, from, to);
        }
    }
}
