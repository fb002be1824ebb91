package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Section;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.service.log.ViewUnavailableException;
import org.seatside.testkit.Seeds;

/// How a view is closed, opened, copied and thrown away.
final class ViewTest {
    private static final int ENTRIES = 40;

    private final long seed = Seeds.next();

    @TempDir
    private Path folder;

    @Test
    void aViewThatWasClosedIsThereAgain() throws Exception {
        String before;
        try (H2ViewHome home = home("a")) {
            try (View view = home.openEmpty()) {
                fill(view, 1, ENTRIES);
                view.skip(new LogPosition(2, ENTRIES + 1));
                before = home.stores().contentHash();
            }
        }

        try (H2ViewHome home = home("a");
                View view = home.openClean().orElseThrow()) {
            assertEquals(before, home.stores().contentHash());
            assertEquals(new LogPosition(2, ENTRIES + 1), view.position());
        }
    }

    @Test
    void aViewThatWasNotClosedIsNotTrusted() throws Exception {
        try (H2ViewHome home = home("a");
                View view = home.openEmpty()) {
            fill(view, 1, ENTRIES);
            copy("a", "crashed");
        }

        try (H2ViewHome home = home("crashed")) {
            assertEquals(Optional.empty(), home.openClean());
        }
    }

    @Test
    void aViewThatWasOpenedAgainAndCrashedIsNotTrusted() throws Exception {
        try (H2ViewHome home = home("a")) {
            home.openEmpty().close();
            try (View view = home.openClean().orElseThrow()) {
                copy("a", "crashed");
                assertEquals(LogPosition.START, view.position());
            }
        }

        try (H2ViewHome home = home("crashed")) {
            assertEquals(Optional.empty(), home.openClean());
        }
    }

    @Test
    void aClosedFileThatChangedIsNotTrusted() throws Exception {
        try (H2ViewHome home = home("a");
                View view = home.openEmpty()) {
            fill(view, 1, ENTRIES);
        }
        flip(folder.resolve("a/view.mv.db"), 5_000);

        try (H2ViewHome home = home("a")) {
            assertEquals(Optional.empty(), home.openClean());
        }
    }

    @Test
    void aSnapshotBringsBackTheSameStateAndGoesOnFromThere() throws Exception {
        Path snapshot = folder.resolve("snapshot");
        List<Command> more = new SampleCommands(seed + 1, 10_000).next(50);
        String at;
        String later;
        try (H2ViewHome home = home("a");
                View view = home.openEmpty()) {
            fill(view, 1, ENTRIES);
            view.snapshot(snapshot);
            at = home.stores().contentHash();
            view.apply(new LogPosition(1, ENTRIES + 1), more);
            later = home.stores().contentHash();
        }

        try (H2ViewHome home = home("b");
                View view = home.openSnapshot(snapshot)) {
            assertEquals(at, home.stores().contentHash());
            assertEquals(new LogPosition(1, ENTRIES), view.position());
            view.apply(new LogPosition(1, ENTRIES + 1), more);
            assertEquals(later, home.stores().contentHash());
        }
    }

    /// A copy of a file that H2 has open opens at an earlier state, more often than not.
    @Test
    void everySnapshotHoldsTheStateItWasTakenAt() throws Exception {
        int rounds = 12;
        int entries = 20;
        try (H2ViewHome home = home("a")) {
            home.openEmpty().close();
            try (View view = home.openClean().orElseThrow()) {
                for (int round = 0; round < rounds; round++) {
                    fill(view, 1 + round * entries, entries);
                    view.snapshot(folder.resolve("snapshot" + round));
                }
            }
        }

        try (H2ViewHome home = home("b")) {
            for (int round = 0; round < rounds; round++) {
                try (View view = home.openSnapshot(folder.resolve("snapshot" + round))) {
                    assertEquals(new LogPosition(1, (round + 1L) * entries), view.position());
                }
            }
        }
    }

    @Test
    void everyDamagedSnapshotIsRefused() throws Exception {
        Path snapshot = folder.resolve("snapshot");
        try (H2ViewHome home = home("a");
                View view = home.openEmpty()) {
            fill(view, 1, 3);
            view.snapshot(snapshot);
        }
        Random random = new Random(seed);
        byte[] whole = Files.readAllBytes(snapshot);

        try (H2ViewHome home = home("b")) {
            for (int i = 0; i < 60; i++) {
                Files.write(snapshot, whole);
                flip(snapshot, i < 40 ? i * 2 : 80 + random.nextInt(whole.length - 80));
                assertThrows(IOException.class, () -> home.openSnapshot(snapshot));
            }
            for (int length : new int[] {0, 79, 80, whole.length / 2, whole.length - 1}) {
                Files.write(snapshot, Arrays.copyOf(whole, length));
                assertThrows(IOException.class, () -> home.openSnapshot(snapshot));
            }
            Files.write(snapshot, whole);
            home.openSnapshot(snapshot).close();
        }
    }

    @Test
    void readsFollowTheViewThatIsOpen() throws Exception {
        try (H2ViewHome home = home("a")) {
            H2Stores stores = home.stores();
            assertThrows(ViewUnavailableException.class, () -> stores.staff().anyAccount());
            try (View view = home.openEmpty()) {
                assertEquals(LogPosition.START, view.position());
                assertFalse(stores.staff().anyAccount());
            }
            assertThrows(ViewUnavailableException.class, () -> stores.staff().anyAccount());
            try (View view = home.openClean().orElseThrow()) {
                assertEquals(LogPosition.START, view.position());
                assertFalse(stores.staff().anyAccount());
            }
        }
    }

    @Test
    void anErrorInTheMiddleOfAnEntryLeavesNothingOfIt() throws Exception {
        SampleCommands sample = new SampleCommands(seed);
        SectionId section = new SectionId(SampleCommands.known(1));
        List<StudentId> broken = new AbstractList<>() {
            @Override
            public StudentId get(int index) {
                throw new StackOverflowError();
            }

            @Override
            public int size() {
                return 1;
            }
        };
        try (H2ViewHome home = home("a")) {
            View view = home.openEmpty();
            view.apply(
                    new LogPosition(1, 1),
                    List.of(sample.command(new Change.SaveSection(new Section(section, "CSE101-01", "Algorithms")))));
            String before = home.stores().contentHash();
            List<Command> entry = List.of(
                    sample.command(new Change.SaveStudent(SampleCommands.student(1))),
                    sample.command(new Change.Enrol(section, broken)));

            assertThrows(StackOverflowError.class, () -> view.apply(new LogPosition(1, 2), entry));

            assertEquals(before, home.stores().contentHash());
            assertThrows(IllegalStateException.class, () -> view.apply(new LogPosition(1, 2), List.of()));
            view.close();
            assertEquals(Optional.empty(), home.openClean());
        }
    }

    @Test
    void anEntryIsAppliedOnce() throws Exception {
        try (H2ViewHome home = home("a");
                View view = home.openEmpty()) {
            fill(view, 1, 3);

            assertThrows(IllegalArgumentException.class, () -> view.apply(new LogPosition(1, 3), List.of()));
            assertThrows(IllegalArgumentException.class, () -> view.skip(new LogPosition(1, 2)));
        }
    }

    @Test
    void aFolderBelongsToOneHome() throws Exception {
        try (H2ViewHome home = home("a")) {
            IOException refusal = assertThrows(IOException.class, () -> home("a"));

            assertTrue(refusal.toString().contains("Another node uses"), refusal.toString());
            assertEquals(Optional.empty(), home.openClean());
        }
        home("a").close();
    }

    private H2ViewHome home(String name) throws IOException {
        return new H2ViewHome(folder.resolve(name), new AttendanceStateMachine());
    }

    private void fill(View view, int from, int count) {
        SampleCommands sample = new SampleCommands(seed);
        for (int index = from; index < from + count; index++) {
            view.apply(new LogPosition(1, index), sample.next(10));
        }
    }

    private void copy(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to));
        for (String file : List.of("view.mv.db", "view.clean")) {
            if (Files.exists(folder.resolve(from).resolve(file))) {
                Files.copy(
                        folder.resolve(from).resolve(file), folder.resolve(to).resolve(file));
            }
        }
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
