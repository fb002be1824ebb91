package org.seatside.client.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.attendance.CheckIn;
import org.seatside.testkit.Seeds;

final class OutboxFaultTest {
    private static final int SMALL = 2_000;
    private static final int POWER_CUTS = Boolean.getBoolean("seatside.long") ? 2_000 : 150;

    @TempDir
    private Path folder;

    private final Drafts drafts = new Drafts(1);
    private final Random random = new Random(Seeds.next());

    private Outbox open(Disk disk, Path directory) throws OutboxException {
        return Outbox.open(disk, directory, Drafts.JSON, Drafts.CLOCK, random, SMALL);
    }

    /// Opens, appends and accepts as far as the disk lets it.
    ///
    /// @return what was acknowledged and not accepted
    private List<CheckIn> work(TestDisk disk, Path directory) throws IOException {
        List<CheckIn> acknowledged = Collections.synchronizedList(new ArrayList<>());
        boolean ended = false;
        try (Outbox outbox = open(disk, directory)) {
            for (int i = 0; i < 20; i++) {
                try {
                    CheckIn appended = outbox.append(drafts.next());
                    assertTrue(!ended, "a broken outbox acknowledged");
                    if (i % 3 == 0) {
                        outbox.accepted(Drafts.receipt(appended.id()));
                    } else {
                        acknowledged.add(appended);
                    }
                } catch (OutboxException e) {
                    ended |= e.kind() == OutboxException.Kind.BROKEN;
                    boolean forcing =
                            disk.failed() == TestDisk.Op.FORCE || disk.failed() == TestDisk.Op.FORCE_DIRECTORY;
                    assertEquals(forcing, ended, "broken after a force, and only then");
                }
            }
        } catch (OutboxException e) {
            assertTrue(disk.fired(), "open and close fail only for the fault");
        }
        return acknowledged;
    }

    @Test
    void nothingIsLostWhicheverCallFails() throws Exception {
        int n = 1;
        for (boolean fired = true; fired; n++) {
            Path directory = folder.resolve("fault-" + n);
            TestDisk disk = new TestDisk();
            work(disk, directory);
            List<CheckIn> before;
            try (Outbox outbox = open(new TestDisk(), directory)) {
                before = outbox.oldestFirst(99);
            }
            disk.failingAt(n);
            List<CheckIn> acknowledged = new ArrayList<>(before);
            acknowledged.addAll(work(disk, directory));
            fired = disk.fired();

            try (Outbox outbox = open(new TestDisk(), directory)) {
                LossCheckKept.nothingIsLost(acknowledged, outbox);
            }
        }
        assertTrue(n > 40, "faults were injected: " + n);
    }

    @Test
    void nothingAcknowledgedIsLostWhenThePowerGoes() throws Exception {
        for (int round = 0; round < POWER_CUTS; round++) {
            cutPower(new TestDisk(), round);
        }
    }

    @Test
    void acknowledgingBeforeForcingIsCaught() {
        AssertionError caught = assertThrows(AssertionError.class, () -> {
            for (int round = 0; round < 20; round++) {
                cutPower(new TestDisk().lying(), round);
            }
        });

        assertTrue(String.valueOf(caught.getMessage()).contains("acknowledged but lost"));
    }

    private void cutPower(TestDisk disk, int round) throws Exception {
        Path directory = folder.resolve("power-" + round);
        disk.offAt(5 + random.nextInt(80));
        List<CheckIn> acknowledged = Collections.synchronizedList(new ArrayList<>());
        try (Outbox outbox = open(disk, directory);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                var _ = threads.submit(() -> acknowledged.add(outbox.append(drafts.next())));
            }
        } catch (OutboxException e) {
            assertTrue(disk.fired());
        }
        if (!Files.exists(directory)) {
            return;
        }
        disk.losePower(directory, random);

        try (Outbox outbox = open(new TestDisk(), directory)) {
            LossCheck.nothingIsLost(acknowledged, outbox);
        }
    }

    /// Like [LossCheck], where accepted check-ins are no longer there.
    private static final class LossCheckKept {
        static void nothingIsLost(List<CheckIn> acknowledged, Outbox outbox) {
            List<CheckIn> there = outbox.oldestFirst(Integer.MAX_VALUE);
            List<CheckIn> lost = new ArrayList<>(acknowledged);
            lost.removeAll(there);
            assertEquals(List.of(), lost);
        }
    }
}
