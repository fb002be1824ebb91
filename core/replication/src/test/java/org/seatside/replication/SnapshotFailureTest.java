package org.seatside.replication;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Command;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.service.log.ViewHome;
import org.seatside.storage.H2ViewHome;

/// A view that cannot be copied: the node goes on without a snapshot.
final class SnapshotFailureTest {
    @TempDir
    private Path folder;

    @Test
    void aSnapshotThatFailsIsNotTriedAgainAtOnceAndStopsNothing() throws Exception {
        AtomicInteger tried = new AtomicInteger();
        RaftConfig often = RaftConfig.alone(folder.resolve("log")).with(new RaftConfig.Snapshots(10, 10, 1));
        H2ViewHome home = new H2ViewHome(folder.resolve("view"), new AttendanceStateMachine());
        try (TestNode node = new TestNode(home, RaftCommandLog.start(often, new NoCopies(home, tried)))) {
            node.awaitReady();
            RaftCommandLogTest.append(node, 1, 30);
            await().until(() -> tried.get() > 0);

            await().during(Duration.ofSeconds(2)).until(() -> tried.get() == 1);

            RaftCommandLogTest.append(node, 2, 5);
            assertEquals(5, home.stores().attendance().highWater(CheckIns.kiosk(2), CheckIns.EPOCH));
        }
    }

    private record NoCopies(ViewHome home, AtomicInteger tried) implements ViewHome {
        @Override
        public Optional<View> openClean() throws IOException {
            return home.openClean().map(view -> new Uncopied(view, tried));
        }

        @Override
        public Optional<View> openKept() throws IOException {
            return home.openKept().map(view -> new Uncopied(view, tried));
        }

        @Override
        public View openSnapshot(Path snapshot) throws IOException {
            return new Uncopied(home.openSnapshot(snapshot), tried);
        }

        @Override
        public View openEmpty() throws IOException {
            return new Uncopied(home.openEmpty(), tried);
        }
    }

    private record Full(View.Kept kept, AtomicInteger tried) implements View.Kept {
        @Override
        public LogPosition position() {
            return kept.position();
        }

        @Override
        public long size() {
            return kept.size();
        }

        @Override
        public void copyTo(Path file) throws IOException {
            tried.incrementAndGet();
            throw new IOException("no room");
        }
    }

    private record Uncopied(View view, AtomicInteger tried) implements View {
        @Override
        public LogPosition position() {
            return view.position();
        }

        @Override
        public List<ApplyResult> apply(LogPosition entry, List<Command> commands) {
            return view.apply(entry, commands);
        }

        @Override
        public void skip(LogPosition entry) {
            view.skip(entry);
        }

        @Override
        public Kept keep() throws IOException {
            return new Full(view.keep(), tried);
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
