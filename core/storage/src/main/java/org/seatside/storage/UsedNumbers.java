package org.seatside.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.seatside.model.id.KioskId;

/// Which numbers of a kiosk's epoch are used: nearly always all up to the last, or all from some number up to it,
/// where the kiosk spoke to another node before. Two runs of numbers are therefore held in memory until they are
/// written, and only those between them are rows of their own.
///
/// One thread at a time.
final class UsedNumbers {
    private final Statements statements;
    private final Map<Epoch, Runs> changed = new LinkedHashMap<>();

    UsedNumbers(Statements statements) {
        this.statements = statements;
    }

    private record Epoch(KioskId kiosk, long epoch) {}

    /// The first and the last run of numbers; the last is empty where there is one only.
    ///
    /// @param highWater the highest number
    /// @param contiguous up to which none is missing
    /// @param tail from which on none is missing up to the highest; behind that where it is in the first run
    private record Runs(long highWater, long contiguous, long tail) {
        static final Runs NONE = new Runs(0, 0, 1);

        boolean has(long seq) {
            return seq <= contiguous || (seq >= tail && seq <= highWater);
        }
    }

    /// Whether a check-in with this number was here, in the transaction too.
    boolean isUsed(KioskId kiosk, long epoch, long seq) {
        Epoch of = new Epoch(kiosk, epoch);
        Runs runs = runs(of);
        return runs.has(seq)
                || (seq < runs.tail()
                        && statements.any(
                                "select 1 from check_in_run where kiosk = ? and epoch = ? and first_seq <= ?"
                                        + " and last_seq >= ?",
                                kiosk,
                                epoch,
                                seq,
                                seq));
    }

    /// @param seq not used before
    void use(KioskId kiosk, long epoch, long seq) {
        Epoch of = new Epoch(kiosk, epoch);
        Runs before = runs(of);
        Runs after;
        if (seq == before.contiguous() + 1) {
            after = closed(of, before, seq);
        } else if (seq > before.highWater()) {
            boolean next = seq == before.highWater() + 1;
            if (!next && before.tail() <= before.highWater()) {
                insert(of, before.tail(), before.highWater());
            }
            after = new Runs(seq, before.contiguous(), next ? before.tail() : seq);
        } else {
            after = between(of, before, seq);
        }
        changed.put(of, after);
    }

    /// The first run grows by a number, and by the runs it meets.
    private Runs closed(Epoch of, Runs before, long seq) {
        long reached = seq;
        for (OptionalLong next = take(of, "first_seq", reached + 1, "last_seq");
                next.isPresent();
                next = take(of, "first_seq", reached + 1, "last_seq")) {
            reached = next.getAsLong();
        }
        if (reached + 1 >= before.tail()) {
            reached = Math.max(reached, before.highWater());
            return new Runs(reached, reached, reached + 1);
        }
        return new Runs(before.highWater(), reached, before.tail());
    }

    /// A number between the runs becomes one, or part of those it touches.
    private Runs between(Epoch of, Runs before, long seq) {
        long first = take(of, "last_seq", seq - 1, "first_seq").orElse(seq);
        if (seq + 1 == before.tail()) {
            return new Runs(before.highWater(), before.contiguous(), first);
        }
        insert(of, first, take(of, "first_seq", seq + 1, "last_seq").orElse(seq));
        return before;
    }

    private OptionalLong take(Epoch of, String end, long at, String other) {
        OptionalLong found = statements
                .first(
                        "select " + other + " as other from check_in_run where kiosk = ? and epoch = ? and " + end
                                + " = ?",
                        row -> OptionalLong.of(row.getLong("other")),
                        of.kiosk(),
                        of.epoch(),
                        at)
                .orElse(OptionalLong.empty());
        if (found.isPresent()) {
            statements.update(
                    "delete from check_in_run where kiosk = ? and epoch = ? and " + end + " = ?",
                    of.kiosk(),
                    of.epoch(),
                    at);
        }
        return found;
    }

    private void insert(Epoch of, long first, long last) {
        statements.update(
                "insert into check_in_run (kiosk, epoch, first_seq, last_seq) values (?, ?, ?, ?)",
                of.kiosk(),
                of.epoch(),
                first,
                last);
    }

    private Runs runs(Epoch of) {
        Runs held = changed.get(of);
        return held != null
                ? held
                : statements
                        .first(
                                "select high_water, contiguous, tail from kiosk_epoch where kiosk = ? and epoch = ?",
                                row -> new Runs(
                                        row.getLong("high_water"), row.getLong("contiguous"), row.getLong("tail")),
                                of.kiosk(),
                                of.epoch())
                        .orElse(Runs.NONE);
    }

    /// How many epochs wait to be written.
    int held() {
        return changed.size();
    }

    void write() {
        changed.forEach(this::write);
        changed.clear();
    }

    private void write(Epoch of, Runs now) {
        int updated = statements.update(
                "update kiosk_epoch set high_water = ?, contiguous = ?, tail = ? where kiosk = ? and epoch = ?",
                now.highWater(),
                now.contiguous(),
                now.tail(),
                of.kiosk(),
                of.epoch());
        if (updated == 0) {
            statements.update(
                    "insert into kiosk_epoch (high_water, contiguous, tail, kiosk, epoch) values (?, ?, ?, ?, ?)",
                    now.highWater(),
                    now.contiguous(),
                    now.tail(),
                    of.kiosk(),
                    of.epoch());
        }
    }
}
