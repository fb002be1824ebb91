package org.seatside.replication;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.storage.H2ViewHome;

/// A log and its view in one folder.
record TestNode(H2ViewHome home, RaftCommandLog log) implements AutoCloseable {
    static TestNode start(Path folder) throws IOException {
        return start(RaftConfig.alone(folder.resolve("log")), folder);
    }

    static TestNode start(RaftConfig config, Path folder) throws IOException {
        H2ViewHome home = new H2ViewHome(folder.resolve("view"), new AttendanceStateMachine());
        try {
            return new TestNode(home, RaftCommandLog.start(config, home));
        } catch (IOException | RuntimeException e) {
            home.close();
            throw e;
        }
    }

    void awaitReady() {
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(60))
                .until(() -> log.readiness().ready());
    }

    @Override
    public void close() {
        log.close();
        home.close();
    }
}
