package org.seatside.cli.node;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.seatside.cli.text.Escapes;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.imports.ImportPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes rosters and rooms from a file into a node.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Show what a file would change, and change it with --apply.",
        footer = {
            "",
            "import students.csv             columns by their headings: number, name, section, title, room, building,",
            "                                floor, tag; or their Korean names. UTF-8 or CP949",
            "import students.xlsx            the same; the first sheet",
            "import oneroster.zip            OneRoster 1.2, bulk or delta: departments, terms, courses, students,",
            "                                lecturers, classes, enrolments; bulk ends enrolments that it leaves out",
            "import timetable.ics            iCalendar: weekly classes, single ones, holidays of whole days",
            "import users.jsonl              of the older service: students' accounts, rooms that they had kept",
            "",
            "Without --apply nothing is changed. With it, all of it is, or nothing.",
            "",
            "Exit status: 0 when all lines are good; 1 when some are not, or it failed; 2 for bad usage."
        })
public final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SignInOptions signIn;

    @Parameters(paramLabel = "FILE", description = "A .csv, .xlsx, .zip, .ics or .jsonl.")
    private Path file;

    @Option(names = "--apply", description = "Change what it says.")
    private boolean apply;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public ImportCommand() {}

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), "cannot read " + file);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (NodeClient client = signIn.open(System.getenv())) {
            long size = Files.size(file);
            String id = client.sendImport(file, sent -> progress(sent, size));
            try {
                return run(client, id, out);
            } finally {
                client.dropImport(id);
            }
        } catch (ToolException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (NodeException e) {
            return failed(
                    String.valueOf(ToolException.of("the import failed", e).getMessage()));
        } catch (IOException e) {
            return failed("cannot read " + file + ": " + e.getMessage());
        }
    }

    private int run(NodeClient client, String id, PrintWriter out) throws NodeException {
        ImportPlan plan = client.importPlan(id);
        print(plan, out);
        if (!plan.refused().isEmpty()) {
            out.println("nothing was changed: mend these lines first");
            return 1;
        }
        if (apply) {
            client.applyImport(id, plan, client.newCommand());
            out.println("applied");
        } else {
            out.println("nothing was changed: that is what --apply would do");
        }
        return 0;
    }

    private static void print(ImportPlan plan, PrintWriter out) {
        plan.changes().forEach(line -> out.println(text(line)));
        plan.refused().forEach(line -> out.println("REFUSED " + text(line)));
        new TreeMap<>(plan.counts())
                .forEach((topic, counts) -> out.println(topic + ": " + counts.added() + " added, " + counts.changed()
                        + " changed, " + counts.removed() + " removed, " + counts.unchanged() + " unchanged"));
    }

    private static String text(ImportPlan.Line line) {
        String where = line.file().isEmpty() ? "line " + line.line() : line.file() + " line " + line.line();
        return Escapes.terminal(where + ": " + line.what() + " " + line.subject());
    }

    private void progress(long sent, long size) {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            spec.commandLine().getErr().print("\rsent " + sent * 100 / size + " %" + (sent == size ? "\n" : ""));
            spec.commandLine().getErr().flush();
        }
    }

    private int failed(String message) {
        spec.commandLine().getErr().println("seatside: " + message);
        return 1;
    }
}
