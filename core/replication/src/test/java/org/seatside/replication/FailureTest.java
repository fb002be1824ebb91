package org.seatside.replication;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Command;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.NotAppendedException;
import org.seatside.service.log.View;
import org.seatside.service.log.ViewHome;
import org.seatside.storage.H2ViewHome;

/// A node that cannot do its work says so and acknowledges nothing.
final class FailureTest {
    private static final RaftConfig.Snapshots OFTEN = new RaftConfig.Snapshots(100, 100, 1);

    @TempDir
    private Path folder;

    @Test
    void aViewThatFailsEndsAcknowledgingAndTheNextStartTriesTheEntryAgain() throws Exception {
        try (H2ViewHome home = new H2ViewHome(folder.resolve("view"), new AttendanceStateMachine());
                RaftCommandLog log =
                        RaftCommandLog.start(shortAnswers(), new FailingAt(home, CheckIns.command(1, 3)))) {
            log.append(CheckIns.command(1, 1)).get(10, TimeUnit.SECONDS);
            log.append(CheckIns.command(1, 2)).get(10, TimeUnit.SECONDS);

            ExecutionException failure = assertThrows(
                    ExecutionException.class,
                    () -> log.append(CheckIns.command(1, 3)).get(10, TimeUnit.SECONDS));

            assertInstanceOf(NotAppendedException.class, failure.getCause());
            assertFalse(log.readiness().ready());
            assertTrue(
                    log.readiness().reason().contains("view failed"),
                    log.readiness().reason());
            assertEquals(log.readiness().reason(), log.failure().get(10, TimeUnit.SECONDS));
            assertThrows(
                    ExecutionException.class,
                    () -> log.append(CheckIns.command(1, 4)).get(10, TimeUnit.SECONDS));
        }

        try (TestNode node = TestNode.start(folder)) {
            node.awaitReady();
            assertEquals(3, node.home().stores().attendance().highWater(CheckIns.kiosk(1), CheckIns.EPOCH));
        }
    }

    @Test
    void aDiskAlmostFullTakesNothingUntilThereIsRoom() throws Exception {
        RaftConfig alone = RaftConfig.alone(folder.resolve("log"));
        RaftConfig greedy =
                new RaftConfig(alone.folder(), alone.group(), alone.answerWithin(), Long.MAX_VALUE, alone.snapshots());
        try (TestNode node = TestNode.start(greedy, folder)) {
            await().until(() -> node.log().readiness().reason().contains("are free on the disk"));

            ExecutionException failure = assertThrows(
                    ExecutionException.class,
                    () -> node.log().append(CheckIns.command(1, 1)).get(5, TimeUnit.SECONDS));
            assertInstanceOf(NotAppendedException.class, failure.getCause());
        }

        try (TestNode node = TestNode.start(folder)) {
            RaftCommandLogTest.append(node, 1, 1);
        }
    }

    @Test
    void aDamagedSnapshotFallsBackToTheOneBefore() throws Exception {
        RaftConfig config = config(OFTEN);
        for (int run = 0; run < 3; run++) {
            try (TestNode node = TestNode.start(config, folder)) {
                node.awaitReady();
                for (int seq = 1; seq <= 20; seq++) {
                    node.log().append(CheckIns.command(run, seq)).get(5, TimeUnit.SECONDS);
                }
            }
        }
        List<Path> snapshots = snapshots();
        assertEquals(2, snapshots.size(), snapshots.toString());
        damage(snapshots.getLast());
        Files.delete(folder.resolve("view/view.clean"));

        try (TestNode node = TestNode.start(config, folder)) {
            node.awaitReady();
            assertEquals(Findings.NONE, Findings.of(node.home().stores().attendance(), all(20, 0, 1, 2)));
        }
        assertTrue(Files.exists(Path.of(snapshots.getLast() + ".damaged")));
    }

    @Test
    void aGapBetweenStateAndLogIsRefused() throws Exception {
        RaftConfig config = config(OFTEN);
        try (TestNode node = TestNode.start(config, folder)) {
            node.awaitReady();
            // How often snapshots are due by themselves depends on the machine; the log is cut behind the older one.
            for (int run = 0; !isCut() && run < 20; run++) {
                RaftCommandLogTest.append(node, run, 3_000);
                node.log().snapshotNow();
            }
        }
        assertTrue(isCut());
        List<Path> snapshots = snapshots();
        for (Path snapshot : snapshots) {
            damage(snapshot);
        }
        Files.delete(folder.resolve("view/view.clean"));

        DamagedLogException refusal = assertThrows(DamagedLogException.class, () -> TestNode.start(config, folder));

        assertTrue(refusal.toString().contains("missing here"), refusal.toString());
    }

    @Test
    void aSecondNodeInTheSameFolderIsRefused() throws Exception {
        try (TestNode first = TestNode.start(folder)) {
            first.awaitReady();
            IOException refusal = assertThrows(IOException.class, () -> TestNode.start(folder));

            assertTrue(refusal.toString().contains("Another node uses"), refusal.toString());
        }
    }

    private RaftConfig shortAnswers() {
        RaftConfig alone = RaftConfig.alone(folder.resolve("log"));
        return new RaftConfig(
                alone.folder(), alone.group(), Duration.ofSeconds(2), alone.freeSpace(), alone.snapshots());
    }

    private RaftConfig config(RaftConfig.Snapshots snapshots) {
        return RaftConfig.alone(folder.resolve("log")).with(snapshots);
    }

    private static Map<Integer, Set<Long>> all(int count, Integer... kiosks) {
        return Stream.of(kiosks)
                .collect(Collectors.toMap(
                        kiosk -> kiosk,
                        kiosk -> LongStream.rangeClosed(1, count).boxed().collect(Collectors.toSet())));
    }

    private List<Path> snapshots() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("log"))) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("snapshot\\.\\d+_\\d+"))
                    .sorted(Comparator.comparingLong(file -> Long.parseLong(
                            file.toString().substring(file.toString().lastIndexOf('_') + 1))))
                    .toList();
        }
    }

    private boolean isCut() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("log"))) {
            Path current =
                    files.filter(file -> file.endsWith("current")).findFirst().orElseThrow();
            return LogFiles.firstIndex(current) > 1;
        }
    }

    private static void damage(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int old = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(old ^ 1);
        }
    }

    /// A view that fails at one command, the first time.
    private record FailingAt(ViewHome home, Command command) implements ViewHome {
        @Override
        public Optional<View> openClean() throws IOException {
            return home.openClean().map(view -> new FailingView(view, command));
        }

        @Override
        public Optional<View> openKept() throws IOException {
            return home.openKept().map(view -> new FailingView(view, command));
        }

        @Override
        public View openSnapshot(Path snapshot) throws IOException {
            return new FailingView(home.openSnapshot(snapshot), command);
        }

        @Override
        public View openEmpty() throws IOException {
            return new FailingView(home.openEmpty(), command);
        }
    }

    private record FailingView(View view, Command command) implements View {
        @Override
        public LogPosition position() {
            return view.position();
        }

        @Override
        public List<ApplyResult> apply(LogPosition entry, List<Command> commands) {
            if (commands.stream().anyMatch(other -> other.id().equals(command.id()))) {
                throw new IllegalStateException("the disk is gone");
            }
            return view.apply(entry, commands);
        }

        @Override
        public void skip(LogPosition entry) {
            view.skip(entry);
        }

        @Override
        public Kept keep() throws IOException {
            return view.keep();
        }

        @Override
        public void tidy(BooleanSupplier goOn) throws IOException {
            view.tidy(goOn);
        }

        @Override
        public void close() {
            view.close();
        }
    }
}
