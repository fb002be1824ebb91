package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.testkit.Seeds;

/// What a crash leaves is taken back to what was kept, or not used at all. A crash is played by a copy of the
/// folder while the view is open.
final class RestorePointTest {
    private static final int ENTRIES = 60;

    private final long seed = Seeds.next();
    private final Random random = new Random(seed);
    private final SampleCommands sample = new SampleCommands(seed);

    @TempDir
    private Path folder;

    private long index;

    @Test
    void aCrashTakesTheViewBackToWhatItKept() throws Exception {
        try (H2ViewHome home = home("view");
                View view = openAgain(home)) {
            for (int round = 0; round < 6; round++) {
                apply(view, 1 + random.nextInt(ENTRIES));
                view.keep();
                String kept = home.stores().contentHash();
                LogPosition position = view.position();
                apply(view, 1 + random.nextInt(ENTRIES));
                store(view);
                apply(view, random.nextInt(ENTRIES));

                crash("crashed" + round);

                try (H2ViewHome after = home("crashed" + round)) {
                    assertEquals(Optional.empty(), after.openClean());
                    try (View again = after.openKept().orElseThrow()) {
                        assertEquals(position, again.position());
                        assertEquals(kept, after.stores().contentHash());
                    }
                }
            }
        }
    }

    @Test
    void theSameEntriesLeadOnFromThere() throws Exception {
        List<List<Command>> entries = new ArrayList<>();
        for (int i = 0; i < 2 * ENTRIES; i++) {
            entries.add(sample.next(8));
        }
        try (H2ViewHome home = home("view");
                View view = home.openEmpty()) {
            apply(view, entries, 0, ENTRIES);
            view.keep();
            apply(view, entries, ENTRIES, 2 * ENTRIES);
            store(view);
            crash("crashed");
            // A second crash before anything is kept anew begins at the same state.
            for (int crash = 0; crash < 2; crash++) {
                try (H2ViewHome after = home("crashed")) {
                    View again = after.openKept().orElseThrow();
                    assertEquals(new LogPosition(1, ENTRIES), again.position());
                    apply(again, entries, ENTRIES, 2 * ENTRIES);
                    assertEquals(home.stores().contentHash(), after.stores().contentHash());
                    crash("crashed", "again");
                    again.close();
                }
                replace("again", "crashed");
            }
        }
    }

    @Test
    void whatACrashToreAtTheEndIsCutOff() throws Exception {
        try (H2ViewHome home = home("view");
                View view = home.openEmpty()) {
            apply(view, ENTRIES);
            view.keep();
            String kept = home.stores().contentHash();
            apply(view, ENTRIES);
            store(view);
            crash("crashed");
            Path file = folder.resolve("crashed/view.mv.db");
            long length = Files.size(file);
            int opened = 0;
            for (int cut = 0; cut < 20; cut++) {
                replace("crashed", "cut");
                try (RandomAccessFile torn =
                        new RandomAccessFile(folder.resolve("cut/view.mv.db").toFile(), "rw")) {
                    torn.setLength(length - random.nextInt(20_000));
                    torn.seek(torn.length());
                    torn.write(new byte[random.nextInt(20_000)]);
                }
                try (H2ViewHome after = home("cut");
                        View again = after.openKept().orElse(null)) {
                    if (again != null) {
                        assertEquals(kept, after.stores().contentHash());
                        opened++;
                    }
                }
            }
            assertNotEquals(0, opened);
        }
    }

    @Test
    void aFileThatIsNotTheOneIsNotUsed() throws Exception {
        try (H2ViewHome home = home("view");
                View view = home.openEmpty()) {
            apply(view, ENTRIES);
            view.keep();
            crash("crashed");
        }
        Path file = folder.resolve("crashed/view.mv.db");
        Path point = folder.resolve("crashed/view.kept");
        byte[] good = Files.readAllBytes(file);
        byte[] kept = Files.readAllBytes(point);
        for (int at : List.of(0, 11, 20, 30, 100, kept.length - 40, kept.length - 1)) {
            Files.write(point, flipped(kept, at));
            assertNotKept();
        }
        Files.write(point, Arrays.copyOf(kept, kept.length - 1));
        assertNotKept();
        Files.write(point, kept);
        Files.write(file, Arrays.copyOf(good, good.length - 1));
        assertNotKept();
        Files.write(file, flipped(good, good.length - 10));
        assertNotKept();

        Files.write(file, good);
        try (H2ViewHome after = home("crashed");
                View again = after.openKept().orElseThrow()) {
            assertNotEquals(LogPosition.START, again.position());
        }
    }

    @Test
    void aCleanCloseLeavesNothingToGoBackTo() throws Exception {
        try (H2ViewHome home = home("view")) {
            View view = home.openEmpty();
            apply(view, 3);
            view.keep();

            view.close();

            assertEquals(Optional.empty(), home.openKept());
            try (View clean = home.openClean().orElseThrow()) {
                assertEquals(new LogPosition(1, 3), clean.position());
                crash("crashed");
            }
        }
        try (H2ViewHome after = home("crashed");
                View again = after.openKept().orElseThrow()) {
            assertEquals(new LogPosition(1, 3), again.position());
        }
    }

    @Test
    void aCopyIsOfItsMomentWhileMoreIsApplied() throws Exception {
        try (H2ViewHome home = home("view");
                View view = openAgain(home)) {
            apply(view, ENTRIES);
            View.Kept state = view.keep();
            String then = home.stores().contentHash();
            apply(view, ENTRIES);
            store(view);

            state.copyTo(folder.resolve("snapshot"));

            try (H2ViewHome other = home("other");
                    View copy = other.openSnapshot(folder.resolve("snapshot"))) {
                assertEquals(state.position(), copy.position());
                assertEquals(then, other.stores().contentHash());
            }
        }
    }

    @Test
    void tidyingUpGivesRoomBackWhileMoreIsAppliedAndLeavesAStateToGoBackTo() throws Exception {
        try (H2ViewHome home = new H2ViewHome(folder.resolve("view"), new AttendanceStateMachine(), _ -> {}, 1 << 20);
                View view = home.openEmpty()) {
            // Pages of the indexes are written again and again.
            for (int entry = 0; entry < 300; entry++) {
                List<Command> commands = new ArrayList<>();
                for (int i = 0; i < 32; i++) {
                    commands.add(sample.command(checkIn(entry * 32 + i)));
                }
                view.apply(new LogPosition(1, ++index), commands);
                if (entry % 10 == 0) {
                    store(view);
                }
            }
            view.keep();
            long before = Files.size(folder.resolve("view/view.mv.db"));

            int[] asked = {0};
            view.tidy(() -> {
                apply(view, 1);
                return ++asked[0] < 10;
            });

            long after = Files.size(folder.resolve("view/view.mv.db"));
            assertTrue(after < before, after + " bytes of " + before);
            String kept = home.stores().contentHash();
            LogPosition position = view.position();
            apply(view, ENTRIES);
            store(view);
            crash("crashed");
            try (H2ViewHome other = home("crashed");
                    View again = other.openKept().orElseThrow()) {
                assertEquals(position, again.position());
                assertEquals(kept, other.stores().contentHash());
            }
        }
    }

    @Test
    void aCrashWhileItTidiesUpLeavesNothingToGoBackTo() throws Exception {
        try (H2ViewHome home = new H2ViewHome(folder.resolve("view"), new AttendanceStateMachine(), _ -> {}, 1 << 20);
                View view = openAgain(home)) {
            for (int round = 0; round < 25; round++) {
                apply(view, 4);
                store(view);
            }
            List<Boolean> there = new ArrayList<>();

            view.tidy(() -> {
                there.add(Files.exists(folder.resolve("view/view.kept")));
                return there.size() < 3;
            });

            assertFalse(there.isEmpty());
            assertFalse(there.contains(true));
            assertTrue(Files.exists(folder.resolve("view/view.kept")));
        }
    }

    private Change checkIn(int n) {
        return sample.checkIn(
                n,
                n + 1,
                new Judgement.Counts(
                        new AttendanceId(SampleCommands.known(n)),
                        new StudentId(SampleCommands.known(random.nextInt(3_000))),
                        new RoomId(SampleCommands.known(n % 160)),
                        new MeetingId(SampleCommands.known(n % 160)),
                        AttendanceStatus.PRESENT,
                        0,
                        false));
    }

    /// What closing leaves of an earlier session is room in the file.
    private View openAgain(H2ViewHome home) throws IOException {
        View before = home.openEmpty();
        apply(before, ENTRIES);
        before.close();
        return home.openClean().orElseThrow();
    }

    private void assertNotKept() throws IOException {
        try (H2ViewHome after = home("crashed")) {
            assertEquals(Optional.empty(), after.openKept());
        }
    }

    private static byte[] flipped(byte[] good, int at) {
        byte[] bad = good.clone();
        bad[at] ^= 1;
        return bad;
    }

    private H2ViewHome home(String name) throws IOException {
        return new H2ViewHome(folder.resolve(name), new AttendanceStateMachine());
    }

    private void apply(View view, int entries) {
        for (int i = 0; i < entries; i++) {
            view.apply(new LogPosition(1, ++index), sample.next(8));
        }
    }

    private static void apply(View view, List<List<Command>> entries, int from, int to) {
        for (int i = from; i < to; i++) {
            view.apply(new LogPosition(1, i + 1), entries.get(i));
        }
    }

    /// Has H2 write what it holds back, as it does when it is much.
    private static void store(View view) {
        ((H2View) view).force();
    }

    private void crash(String into) throws IOException {
        crash("view", into);
    }

    private void crash(String from, String into) throws IOException {
        Path target = Files.createDirectories(folder.resolve(into));
        try (Stream<Path> files = Files.list(folder.resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void replace(String from, String into) throws IOException {
        if (Files.isDirectory(folder.resolve(into))) {
            try (Stream<Path> files = Files.list(folder.resolve(into))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        crash(from, into);
    }
}
