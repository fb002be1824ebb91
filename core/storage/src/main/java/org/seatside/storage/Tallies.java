package org.seatside.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final UsedNumbers numbers;
    private boolean direct;

    Tallies(Statements statements) {
        this.statements = statements;
        this.numbers = new UsedNumbers(statements);
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

    /// What is known of kiosks' numbers, held back like the counts.
    UsedNumbers numbers() {
        return numbers;
    }

    /// A check-in is here whose number was not used before.
    void use(KioskId kiosk, long epoch, long seq) {
        numbers.use(kiosk, epoch, seq);
        if (direct) {
            numbers.write();
        }
    }

    boolean isEmpty() {
        return counts.isEmpty() && numbers.held() == 0;
    }

    boolean isMuch() {
        return counts.size() + numbers.held() > MOST;
    }

    /// Writes what is held back.
    void write() {
        counts.forEach(this::write);
        counts.clear();
        numbers.write();
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
}
