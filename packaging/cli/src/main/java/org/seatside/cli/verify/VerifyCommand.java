package org.seatside.cli.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seatside.cli.text.Escapes;
import org.seatside.server.TrailFiles;
import org.seatside.service.trail.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says whether an exported audit trail is whole, and where not.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Look whether an exported audit trail is whole: no entry changed, removed, moved or cut off.",
        footer = {
            "",
            "A trail that was written anew from beginning to end, key and all, and one that was cut together with its",
            "checkpoints, show only against a copy of audit-checkpoints.jsonl that was kept on another machine.",
            "",
            "Exit status: 0 if it is whole; 1 if not, with the numbers of the entries; 2 for bad usage or a file that",
            "is no trail."
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int BROKEN = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The trail as an auditor exported it (JSON Lines).")
    private Path file;

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "A copy of audit-checkpoints.jsonl from the node's data folder, kept elsewhere.")
    private @Nullable Path checkpoints;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public VerifyCommand() {}

    @Override
    public Integer call() {
        requireReadable(file);
        if (checkpoints != null) {
            requireReadable(checkpoints);
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            return switch (TrailFiles.check(file, checkpoints)) {
                case Verdict.Intact(long first, long last, long sealed) -> {
                    out.println(
                            last == 0
                                    ? "The trail is empty."
                                    : "The trail is whole: entries " + first + " to " + last + ", signed up to "
                                            + sealed + ".");
                    yield 0;
                }
                case Verdict.Broken broken -> {
                    out.println(text(broken));
                    yield BROKEN;
                }
            };
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), Escapes.terminal(String.valueOf(e.getMessage())), e);
        }
    }

    private static String text(Verdict.Broken broken) {
        String where = broken.from() == broken.to()
                ? "Entry " + broken.from()
                : "Entries " + broken.from() + " to " + broken.to();
        return where
                + switch (broken.fault()) {
                    case CHANGED -> ": changed after it was written.";
                    case NOT_FOLLOWING -> ": one of them was changed, the second does not follow from the first.";
                    case REMOVED -> ": removed.";
                    case MOVED -> ": not in its place.";
                    case REPEATED -> ": there twice.";
                    case CUT -> ": cut off at the end, the checkpoints know of more.";
                    case REWRITTEN -> ": written anew between two checkpoints.";
                    case CHECKPOINT_FORGED -> ": the checkpoint there is not signed by this campus.";
                };
    }

    private void requireReadable(Path path) {
        if (!Files.isReadable(path)) {
            throw new ParameterException(
                    spec.commandLine(), "cannot read " + path + ": give the file that the node's export wrote");
        }
    }
}
