package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Statistics;
import org.seatside.model.api.Topic;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.PlaceChange;
import org.seatside.service.log.View;
import org.seatside.service.log.ViewUnavailableException;
import org.seatside.testkit.Seeds;

/// Whoever asks for what is held back gets it, and nobody can tell when it was written.
final class TalliesTest {
    private static final int ENTRIES = 150;
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    private final long seed = Seeds.next();
    private final Random random = new Random(seed);

    @TempDir
    private Path folder;

    @Test
    void whenItIsWrittenDoesNotShow() throws Exception {
        SampleCommands sample = new SampleCommands(seed);
        List<List<Command>> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(sample.next(1 + random.nextInt(12)));
        }
        try (H2ViewHome seldom = new H2ViewHome(folder.resolve("seldom"), new AttendanceStateMachine());
                View one = seldom.openEmpty();
                H2ViewHome often = new H2ViewHome(folder.resolve("often"), new AttendanceStateMachine());
                View other = often.openEmpty()) {
            for (int i = 0; i < ENTRIES; i++) {
                LogPosition position = new LogPosition(1, i + 1);
                assertEquals(one.apply(position, entries.get(i)), other.apply(position, entries.get(i)));
                if (random.nextBoolean()) {
                    statistics(often);
                }
            }

            assertEquals(statistics(seldom), statistics(often));
            assertEquals(seldom.stores().contentHash(), often.stores().contentHash());
            assertEquals(seldom.stores().stateHash(), often.stores().stateHash());
        }
    }

    @Test
    void aCommandOfAnotherKindSeesTheCountsOfTheCheckInBeforeIt() throws Exception {
        SampleCommands sample = new SampleCommands(seed);
        RoomId room = new RoomId(SampleCommands.known(1));
        try (H2ViewHome home = new H2ViewHome(folder.resolve("view"), new AttendanceStateMachine());
                View view = home.openEmpty()) {
            view.apply(
                    new LogPosition(1, 1), List.of(sample.command(new Change.SaveRoom(SampleCommands.room(1), null))));
            Change checkIn = sample.checkIn(
                    1,
                    1,
                    new Judgement.Refused("UnknownCode", null, new StudentId(SampleCommands.known(1)), room, null));

            List<ApplyResult> results = view.apply(
                    new LogPosition(1, 2),
                    List.of(
                            sample.command(checkIn),
                            sample.command(new PlaceChange.Delete(Topic.ROOMS, room.value()))));

            assertEquals(new ApplyResult.Conflict(ApplyResult.Kind.IN_USE), results.getLast());
        }
    }

    @Test
    void readsApplyingAndTheEndDoNotWaitForEachOther() throws Exception {
        SampleCommands sample = new SampleCommands(seed);
        AtomicBoolean over = new AtomicBoolean();
        try (H2ViewHome home = new H2ViewHome(folder.resolve("view"), new AttendanceStateMachine());
                ExecutorService threads = Executors.newCachedThreadPool()) {
            View view = home.openEmpty();
            List<CompletableFuture<Integer>> readers = new ArrayList<>();
            for (int reader = 0; reader < 4; reader++) {
                boolean hashes = reader % 2 == 0;
                readers.add(CompletableFuture.supplyAsync(() -> read(home, hashes, over), threads));
            }
            CompletableFuture<Void> applied = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < ENTRIES; i++) {
                            view.apply(new LogPosition(1, i + 1), sample.next(8));
                        }
                    },
                    threads);
            applied.get(60, TimeUnit.SECONDS);

            CompletableFuture.runAsync(view::close, threads).get(60, TimeUnit.SECONDS);

            over.set(true);
            int read = 0;
            for (CompletableFuture<Integer> reader : readers) {
                read += reader.get(60, TimeUnit.SECONDS);
            }
            assertTrue(read > 0, "nobody read anything");
        }
    }

    private static int read(H2ViewHome home, boolean hashes, AtomicBoolean over) {
        int read = 0;
        while (!over.get()) {
            try {
                if (hashes) {
                    home.stores().stateHash();
                } else {
                    statistics(home);
                }
                read++;
            } catch (ViewUnavailableException e) {
                return read; // it was closed meanwhile
            }
        }
        return read;
    }

    private static Statistics statistics(H2ViewHome home) {
        return home.stores().records().statistics(FROM, FROM.plusYears(1));
    }
}
