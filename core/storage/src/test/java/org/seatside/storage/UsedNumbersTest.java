package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.seatside.model.id.KioskId;
import org.seatside.testkit.Seeds;

/// In whatever order numbers come, the same ones are used, and the tables say so in one way.
final class UsedNumbersTest {
    private static final KioskId KIOSK = new KioskId(new UUID(0x7000, 0x8000_0000_0000_0001L));
    private static final int MOST = 60;

    private final Random random = new Random(Seeds.next());

    @Test
    void numbersAreUsedOnceTheyCameWheneverItIsWritten() throws Exception {
        for (int epoch = 1; epoch <= 200; epoch++) {
            try (Statements view = new Statements(DriverManager.getConnection("jdbc:h2:mem:;MODE=PostgreSQL"))) {
                view.execute("create table kiosk_epoch (kiosk uuid, epoch bigint, high_water bigint, contiguous bigint,"
                        + " tail bigint, primary key (kiosk, epoch))");
                view.execute("create table check_in_run (kiosk uuid, epoch bigint, first_seq bigint, last_seq bigint,"
                        + " primary key (kiosk, epoch, first_seq))");
                Set<Long> used = new HashSet<>();
                UsedNumbers numbers = new UsedNumbers(view);
                for (long seq : someOf(random.nextInt(MOST))) {
                    assertEquals(used.contains(seq), numbers.isUsed(KIOSK, epoch, seq));
                    if (used.add(seq)) {
                        numbers.use(KIOSK, epoch, seq);
                    }
                    if (random.nextInt(4) == 0) {
                        numbers.write();
                    }
                }
                for (long seq = 1; seq <= MOST + 2; seq++) {
                    assertEquals(used.contains(seq), numbers.isUsed(KIOSK, epoch, seq), used + " and " + seq);
                }
                numbers.write();
                assertEquals(runs(used), written(view), used.toString());
            }
        }
    }

    /// Numbers from somewhere on, mostly one after the other.
    private List<Long> someOf(int many) {
        List<Long> all = new ArrayList<>();
        long next = random.nextBoolean() ? 1 : 1 + random.nextInt(MOST / 2);
        for (int i = 0; i < many; i++) {
            all.add(random.nextInt(3) == 0 ? 1 + random.nextInt(MOST) : next);
            next = Math.min(all.getLast() + 1, MOST);
        }
        return all;
    }

    /// As they have to be: the longest there are, in their order.
    private static List<String> runs(Set<Long> used) {
        List<String> runs = new ArrayList<>();
        LongStream.rangeClosed(1, MOST)
                .filter(seq -> used.contains(seq) && !used.contains(seq - 1))
                .forEach(first -> runs.add(first + "-"
                        + (LongStream.iterate(first, seq -> seq + 1)
                                        .filter(seq -> !used.contains(seq))
                                        .findFirst()
                                        .orElseThrow()
                                - 1)));
        return runs;
    }

    private static List<String> written(Statements view) {
        List<String> runs = new ArrayList<>(view.list(
                "select contiguous from kiosk_epoch where contiguous > 0", row -> "1-" + row.getLong("contiguous")));
        runs.addAll(view.list(
                "select first_seq, last_seq from check_in_run order by first_seq",
                row -> row.getLong("first_seq") + "-" + row.getLong("last_seq")));
        runs.addAll(view.list(
                "select tail, high_water from kiosk_epoch where tail <= high_water",
                row -> row.getLong("tail") + "-" + row.getLong("high_water")));
        return runs;
    }
}
