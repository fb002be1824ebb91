package org.seatside.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.seatside.server.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a backup back.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Restore a backup into a new folder, from which a node can be started.",
        footer = {"", "Exit status: 0 when all of it is there; 1 when nothing is, with the reason; 2 for bad usage."})
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BACKUP", description = "A file that a node wrote.")
    private Path backup;

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "Missing or empty.")
    private Path into;

    @Option(
            names = "--passphrase-file",
            required = true,
            paramLabel = "FILE",
            description = "First line: the passphrase.")
    private Path passphraseFile;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public RestoreCommand() {}

    @Override
    public Integer call() {
        try {
            Backup.Manifest manifest = Backup.restore(backup, passphraseFile, into);
            spec.commandLine()
                    .getOut()
                    .println("restored as of " + manifest.made() + ", entry " + manifest.index()
                            + " of the log; set data: " + into + " in the node's configuration and start it");
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println("seatside: " + e.getMessage());
            return 1;
        }
    }
}
