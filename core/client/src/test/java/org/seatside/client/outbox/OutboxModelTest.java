package org.seatside.client.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.id.CheckInId;
import org.seatside.testkit.Seeds;

/// The outbox beside the plainest thing that does the same, over random commands, reopened again and again.
final class OutboxModelTest {
    private static final int CASES = Boolean.getBoolean("seatside.long") ? 10_000 : 150;
    private static final int COMMANDS = 60;

    @TempDir
    private Path folder;

    private final Drafts drafts = new Drafts(1);
    private final Map<CheckInId, CheckIn> waiting = new LinkedHashMap<>();
    private final Map<CheckInId, CheckIn> refused = new LinkedHashMap<>();
    private final Map<CheckInId, CheckIn> accepted = new LinkedHashMap<>();
    private final List<CheckInId> order = new ArrayList<>();
    private final Set<List<Long>> numbers = new HashSet<>();

    @Test
    void doesWhatTheModelDoes() throws Exception {
        Random random = new Random(Seeds.next());
        for (int i = 0; i < CASES; i++) {
            waiting.clear();
            refused.clear();
            accepted.clear();
            order.clear();
            numbers.clear();
            Path directory = folder.resolve("case-" + i);
            Outbox outbox = open(directory, random);
            for (int command = 0; command < COMMANDS; command++) {
                if (random.nextInt(15) == 0) {
                    outbox.close();
                    outbox = open(directory, random);
                } else {
                    step(outbox, random);
                }
                assertEquals(List.copyOf(waiting.values()), outbox.oldestFirst(COMMANDS));
                assertEquals(
                        List.copyOf(refused.values()),
                        outbox.refused().stream().map(Refusal::checkIn).toList());
                assertEquals(List.of(), outbox.damages());
            }
            outbox.close();
        }
    }

    private static Outbox open(Path directory, Random random) throws OutboxException {
        return Outbox.open(new TestDisk(), directory, Drafts.JSON, Drafts.CLOCK, random, 3_000);
    }

    private void step(Outbox outbox, Random random) throws OutboxException {
        switch (random.nextInt(8)) {
            case 0, 1, 7 -> {
                CheckIn appended = outbox.append(drafts.next());
                waiting.put(appended.id(), appended);
                order.add(appended.id());
                assertTrue(numbers.add(List.of(appended.epoch(), appended.seq())), "a number twice");
            }
            case 2 -> {
                for (CheckIn one : pick(waiting, random)) {
                    outbox.accepted(Drafts.receipt(one.id()));
                    accepted.put(one.id(), waiting.remove(one.id()));
                }
            }
            case 3 -> {
                for (CheckIn one : pick(waiting, random)) {
                    outbox.refused(one.id(), "WHY");
                    refused.put(one.id(), waiting.remove(one.id()));
                }
            }
            case 4 -> {
                for (CheckIn one : pick(refused, random)) {
                    assertEquals(true, outbox.sendAgain(one.id()));
                    waiting.put(one.id(), refused.remove(one.id()));
                }
            }
            case 5 -> {
                for (CheckIn one : pick(waiting, random)) {
                    CheckIn renumbered = outbox.renumber(one).orElseThrow();
                    assertEquals(one.at(renumbered.epoch(), renumbered.seq()), renumbered);
                    assertTrue(numbers.add(List.of(renumbered.epoch(), renumbered.seq())), "a number twice");
                    waiting.put(one.id(), renumbered);
                }
            }
            default -> {
                List<CheckIn> again = order.stream()
                        .map(accepted::remove)
                        .filter(Objects::nonNull)
                        .toList();
                assertEquals(again.size(), outbox.resendAccepted());
                again.forEach(it -> waiting.put(it.id(), it));
            }
        }
    }

    private static List<CheckIn> pick(Map<CheckInId, CheckIn> from, Random random) {
        List<CheckIn> all = new ArrayList<>(from.values());
        return all.isEmpty() ? List.of() : List.of(all.get(random.nextInt(all.size())));
    }
}
