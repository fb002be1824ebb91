package org.seatside.cli.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.BackupStatus;
import org.seatside.model.api.BackupStatus.Work;
import org.seatside.server.backup.Backup;
import org.seatside.server.backup.Drill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Has a node write a backup, or finds out whether one can be restored.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Write a backup now, or restore one beside and compare it with what was backed up.",
        footer = {
            "",
            "backup --now                                       by the node, into its folder for backups",
            "backup --drill FILE --passphrase-file FILE         finds out whether it restores",
            "",
            "A node writes backups by itself, while it runs, where its configuration says so:",
            "",
            "  backup:",
            "    folder: /mnt/elsewhere/seatside",
            "    passphraseFile: /etc/seatside/backup-passphrase",
            "    every: 24h",
            "    keep: 14                  # or keepFor: 90d",
            "",
            "Exit status: 0 when the backup is good; 1 when it is not, with the reason; 2 for bad usage."
        })
public final class BackupCommand implements Callable<Integer> {
    private static final int LONGEST_SECONDS = 3_600;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SignInOptions signIn;

    @Option(names = "--now", description = "Have the node write one now.")
    private boolean now;

    @Option(names = "--drill", paramLabel = "BACKUP", description = "The file to try.")
    private @Nullable Path backup;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "First line: the passphrase.")
    private @Nullable Path passphraseFile;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public BackupCommand() {}

    @Override
    public Integer call() throws IOException {
        if (now && backup == null) {
            return write();
        }
        if (now || backup == null || passphraseFile == null) {
            throw new ParameterException(
                    spec.commandLine(), "give --now, or --drill with a backup and --passphrase-file");
        }
        return drill(backup, passphraseFile);
    }

    private int write() {
        try (NodeClient client = signIn.open(System.getenv())) {
            BackupStatus begun = client.node().backup(client.newCommand());
            if (!begun.configured()) {
                throw new ToolException("the node has no folder for backups: give it backup.folder");
            }
            Work done = awaitEnd(client, begun);
            if (done.failure() != null) {
                throw new ToolException("no backup was written: " + done.failure());
            }
            spec.commandLine().getOut().println("written");
            return 0;
        } catch (ToolException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (NodeException e) {
            return failed(
                    String.valueOf(ToolException.of("no backup was written", e).getMessage()));
        }
    }

    private static Work awaitEnd(NodeClient client, BackupStatus begun) throws NodeException, ToolException {
        Work work = begun.work();
        for (int i = 0; i < LONGEST_SECONDS; i++) {
            if (work != null && work.endedAt() != null) {
                return work;
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            work = client.node().status().backups().work();
        }
        throw new ToolException("the backup still goes on: look at the node's log");
    }

    private int failed(String message) {
        spec.commandLine().getErr().println("seatside: " + message);
        return 1;
    }

    private int drill(Path backup, Path passphraseFile) throws IOException {
        Path folder = Files.createTempDirectory("seatside-drill");
        try {
            Backup.Manifest manifest = Drill.run(backup, passphraseFile, folder);
            spec.commandLine()
                    .getOut()
                    .println("good: restores to the state of " + manifest.made() + ", entry " + manifest.index()
                            + " of the log");
            return 0;
        } catch (IOException e) {
            return failed(String.valueOf(e.getMessage()));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
