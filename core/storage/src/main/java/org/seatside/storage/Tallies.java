package org.seatside.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.seatside.model.id.KioskId;

/// Counts, and how far each kiosk is: what every check-in changes and hardly anybody asks for. Held back from the
/// tables until somebody does, or a command of another kind is applied, or the state is kept; what many check-ins
/// change is one write then. What the tables hold in the end does not depend on when it was written.
///
/// One thread at a time.
final class Tallies {
    /// After so many different ones they are written anyway: a megabyte or two.
    private static final int MOST = 8_192;

    private final Statements statements;
    private final Map<Count, Long> counts = new LinkedHashMap<>();
    private final Map<Epoch, Marks> marks = new LinkedHashMap<>();
    private boolean direct;

    Tallies(Statements statements) {
        this.statements = statements;
    }

    /// What is counted.
    enum Table {
        CHECK_INS("check_in_count", "on_day", "on_hour", "room", "how", "outcome"),
        RECORDS("record_count", "on_day", "room", "status"),
        UPSTREAM("upstream_count", "on_day", "state");

        private final String update;
        private final String insert;

        Table(String name, String... key) {
            update = "update " + name + " set n = n + ? where " + String.join(" = ? and ", key) + " = ?";
            insert = "insert into " + name + " (" + String.join(", ", key) + ", n) values (" + "?, ".repeat(key.length)
                    + "?)";
        }
    }

    private record Count(Table table, List<Object> key) {}

    private record Epoch(KioskId kiosk, long epoch) {}

    /// How far a kiosk's check-ins of an epoch are here.
    ///
    /// @param highWater the highest sequence number
    /// @param contiguous up to which none is missing
    private record Marks(long highWater, long contiguous) {
        Marks with(long seq, LongPredicate isThere) {
            long reached = contiguous;
            if (seq == contiguous + 1) {
                reached = seq;
                while (reached < highWater && isThere.test(reached + 1)) {
                    reached++;
                }
            }
            return new Marks(Math.max(highWater, seq), reached);
        }
    }

    /// From now on nothing is held back: what comes may have to be taken back with its transaction.
    void direct() {
        write();
        direct = true;
    }

    /// From now on it may be held back.
    void held() {
        direct = false;
    }

    void add(Table table, long more, Object... key) {
        Count count = new Count(table, List.of(key));
        if (direct) {
            write(count, more);
        } else {
            counts.merge(count, more, Long::sum);
        }
    }

    /// A check-in is here, with the others of its transaction.
    void raise(KioskId kiosk, long epoch, long seq) {
        marks.compute(
                new Epoch(kiosk, epoch),
                (of, before) -> (before == null ? marks(of) : before).with(seq, next -> isThere(of, next)));
        if (direct) {
            write();
        }
    }

    private Marks marks(Epoch of) {
        return statements
                .first(
                        "select high_water, contiguous from kiosk_epoch where kiosk = ? and epoch = ?",
                        row -> new Marks(row.getLong("high_water"), row.getLong("contiguous")),
                        of.kiosk(),
                        of.epoch())
                .orElse(new Marks(0, 0));
    }

    private boolean isThere(Epoch of, long seq) {
        return statements.any(
                "select 1 from check_in where kiosk = ? and epoch = ? and seq = ?", of.kiosk(), of.epoch(), seq);
    }

    boolean isEmpty() {
        return counts.isEmpty() && marks.isEmpty();
    }

    boolean isMuch() {
        return counts.size() + marks.size() > MOST;
    }

    /// Writes what is held back.
    void write() {
        counts.forEach(this::write);
        counts.clear();
        marks.forEach(this::write);
        marks.clear();
    }

    /// A count of nothing is written too: another node may have written what it was in between.
    private void write(Count count, long more) {
        List<Object> values = new ArrayList<>(count.key());
        values.addFirst(more);
        if (statements.update(count.table().update, values.toArray()) == 0) {
            values.removeFirst();
            values.add(more);
            statements.update(count.table().insert, values.toArray());
        }
    }

    private void write(Epoch of, Marks now) {
        int updated = statements.update(
                "update kiosk_epoch set high_water = ?, contiguous = ? where kiosk = ? and epoch = ?",
                now.highWater(),
                now.contiguous(),
                of.kiosk(),
                of.epoch());
        if (updated == 0) {
            statements.update(
                    "insert into kiosk_epoch (high_water, contiguous, kiosk, epoch) values (?, ?, ?, ?)",
                    now.highWater(),
                    now.contiguous(),
                    of.kiosk(),
                    of.epoch());
        }
    }
}
