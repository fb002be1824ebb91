package org.seatside.cli.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.seatside.server.backup.Backup;
import org.seatside.server.backup.Drill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Finds out whether a backup can be restored.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Restore a backup beside, and compare it with what was backed up.",
        footer = {
            "",
            "A node writes backups by itself, while it runs, where its configuration says so:",
            "",
            "  backup:",
            "    folder: /mnt/elsewhere/seatside",
            "    passphraseFile: /etc/seatside/backup-passphrase",
            "    every: 24h",
            "    keep: 14",
            "",
            "Exit status: 0 when the backup is good; 1 when it is not, with the reason; 2 for bad usage."
        })
public final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--drill", required = true, paramLabel = "BACKUP", description = "The file to try.")
    private Path backup;

    @Option(
            names = "--passphrase-file",
            required = true,
            paramLabel = "FILE",
            description = "First line: the passphrase.")
    private Path passphraseFile;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public BackupCommand() {}

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("seatside-drill");
        try {
            Backup.Manifest manifest = Drill.run(backup, passphraseFile, folder);
            spec.commandLine()
                    .getOut()
                    .println("good: restores to the state of " + manifest.made() + ", entry " + manifest.index()
                            + " of the log");
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println("seatside: " + e.getMessage());
            return 1;
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
