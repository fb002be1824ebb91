package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Command;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.testkit.Seeds;

/// The state machine over real tables.
final class StateMachineTest {
    private static final int ENTRIES = 120;
    private static final int COMMANDS = 8;

    private final long seed = Seeds.next();

    @TempDir
    private Path folder;

    @Test
    void repeatsChangeNothingAndGetTheFirstResult() throws Exception {
        List<List<Command>> entries = entries();
        List<List<ApplyResult>> once = new ArrayList<>();
        String plain = hashAfter("plain", entries, once);

        Random random = new Random(seed);
        List<Command> before = new ArrayList<>();
        List<List<Command>> repeating = new ArrayList<>();
        for (List<Command> entry : entries) {
            List<Command> longer = new ArrayList<>(entry);
            before.addAll(entry);
            for (int i = random.nextInt(6); i > 0; i--) {
                longer.add(before.get(random.nextInt(before.size())));
            }
            repeating.add(longer);
        }
        List<List<ApplyResult>> twice = new ArrayList<>();
        String repeated = hashAfter("repeated", repeating, twice);

        assertEquals(plain, repeated);
        for (int i = 0; i < once.size(); i++) {
            assertEquals(once.get(i), twice.get(i).subList(0, once.get(i).size()));
        }
    }

    @Test
    void drawnCommandsMeetEveryKindOfConflict() throws Exception {
        List<List<ApplyResult>> results = new ArrayList<>();

        hashAfter("conflicts", new SampleCommandsInEntries(20260302).entries(600), results);

        Set<ApplyResult.Kind> met = new HashSet<>();
        for (List<ApplyResult> entry : results) {
            for (ApplyResult result : entry) {
                if (result instanceof ApplyResult.Conflict(ApplyResult.Kind kind)) {
                    met.add(kind);
                }
            }
        }
        assertEquals(Set.of(ApplyResult.Kind.values()), met);
    }

    @Test
    void aConflictChangesNothingButWhatIsRememberedOfIt() throws Exception {
        SampleCommands sample = new SampleCommands(seed);
        long conflicts = 0;
        try (H2ViewHome home = new H2ViewHome(folder.resolve("one"), new AttendanceStateMachine());
                View view = home.openEmpty()) {
            for (int index = 1; index <= ENTRIES * 2; index++) {
                String before = home.stores().contentHash("command_result", "audit");
                ApplyResult result = view.apply(new LogPosition(1, index), List.of(sample.next()))
                        .getFirst();
                if (result instanceof ApplyResult.Conflict) {
                    conflicts++;
                    assertEquals(before, home.stores().contentHash("command_result", "audit"), result.toString());
                }
            }
        }
        assertTrue(conflicts > 10, "only " + conflicts + " conflicts");
    }

    @Test
    void aLostCommandShowsInTheHash() throws Exception {
        List<List<Command>> entries = new SampleCommandsInEntries(20260302).entries(40);
        List<List<Command>> fewer = new ArrayList<>(entries);
        fewer.remove(17);

        assertNotEquals(hashAfter("all", entries, new ArrayList<>()), hashAfter("fewer", fewer, new ArrayList<>()));
    }

    private List<List<Command>> entries() {
        return new SampleCommandsInEntries(seed).entries(ENTRIES);
    }

    private record SampleCommandsInEntries(long seed) {
        List<List<Command>> entries(int count) {
            SampleCommands sample = new SampleCommands(seed);
            List<List<Command>> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(sample.next(COMMANDS));
            }
            return entries;
        }
    }

    private String hashAfter(String name, List<List<Command>> entries, List<List<ApplyResult>> results)
            throws Exception {
        try (H2ViewHome home = new H2ViewHome(folder.resolve(name), new AttendanceStateMachine());
                View view = home.openEmpty()) {
            for (int i = 0; i < entries.size(); i++) {
                results.add(view.apply(new LogPosition(1, i + 1), entries.get(i)));
            }
            return home.stores().contentHash();
        }
    }
}
