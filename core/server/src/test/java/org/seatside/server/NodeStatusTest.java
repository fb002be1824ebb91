package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.BackupStatus;
import org.seatside.model.api.NodeStatus;
import org.seatside.model.api.Paths;
import org.seatside.server.backup.BackupConfig;

final class NodeStatusTest {
    @TempDir
    Path folder;

    @Test
    void aBackupThatWasAskedForIsMadeAndRestores() throws Exception {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "a passphrase kept elsewhere\n");
        NodeConfig config = NodeConfig.in(folder.resolve("node"))
                .withBackup(new BackupConfig(folder.resolve("backups"), passphrase, Duration.ofDays(1), 3));
        try (CampusFixture campus = CampusFixture.start(config)) {
            Api admin = campus.admin();
            campus.student("20230001");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !status(admin).backups().files().isEmpty());

            admin.post(Paths.NODE + "/backups", Map.of()).expect(200);
            ended(admin, BackupStatus.Kind.BACKUP);
            BackupStatus.File newest = status(admin).backups().files().getFirst();
            assertEquals(
                    "404 not-found",
                    admin.post(Paths.NODE + "/backups/seatside-19990101T000000Z.backup/drill", Map.of())
                            .refusal());
            admin.post(Paths.NODE + "/backups/" + newest.name() + "/drill", Map.of())
                    .expect(200);
            ended(admin, BackupStatus.Kind.DRILL);

            NodeStatus status = status(admin);
            assertTrue(status.ready(), status.reason());
            assertEquals(new NodeStatus.Retention(null, 90, 1_095, 730), status.retention());
            assertFalse(Files.exists(folder.resolve("node/backup-drill")), "the drill leaves keys in the clear");
        }
    }

    @Test
    void withoutAFolderNoneIsMadeAndTheReasonIsSaid() throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder.resolve("node"))) {
            assertEquals(
                    "409 no-backups",
                    campus.admin().post(Paths.NODE + "/backups", Map.of()).refusal());
        }
    }

    private static void ended(Api admin, BackupStatus.Kind kind) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            BackupStatus.Work work = status(admin).backups().work();
            return work != null && work.kind() == kind && work.endedAt() != null;
        });
        assertNull(Objects.requireNonNull(status(admin).backups().work()).failure());
    }

    private static NodeStatus status(Api admin) {
        return admin.get(Paths.NODE).as(NodeStatus.class);
    }
}
