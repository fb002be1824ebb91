package org.seatside.cli.bench.kiosk;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.seatside.client.NodeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures the kiosk.
@Command(
        name = "kiosk",
        mixinStandardHelpOptions = true,
        description = "Measure the kiosk: start, memory, rest, from a code to its outcome, sending what waits.",
        footer = {
            "",
            "Starts a node, and kiosks by the launcher one after the other, each on drawn frames of 1280x720 at 15 a",
            "second as JPEG files, whose decoding is in what is measured. The first run makes the start cache. Without",
            "--display the kiosk draws to memory, as in the tests. Times are by the wall: on a busy machine look at",
            "processor time and the quickest.",
            "",
            "Exit status: 0 if everything could be measured; 1 if something failed; 2 for bad usage."
        })
public final class BenchKioskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Option(names = "--display", description = "On the screen that there is, instead of in memory.")
    private boolean display;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often a start is timed; default ${DEFAULT-VALUE}.")
    private int starts;

    @Option(
            names = "--visits",
            paramLabel = "N",
            defaultValue = "60",
            description = "Students who show their pass, one a second; default ${DEFAULT-VALUE}.")
    private int visits;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long a kiosk with nobody before it is watched; default ${DEFAULT-VALUE}.")
    private int idle;

    @Option(
            names = "--waiting",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Check-ins that wait when a kiosk starts, 0 for none; default ${DEFAULT-VALUE}.")
    private int waiting;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public BenchKioskCommand() {}

    @Override
    public Integer call() {
        if (starts < 1 || visits < 4 || idle < 1 || waiting < 0) {
            throw usage("--starts and --idle take 1 or more, --visits 4 or more, --waiting 0 or more");
        }
        String start = System.getProperty("seatside.start");
        if (start == null) {
            throw usage("the kiosk is measured as the launcher starts it: use ./seatside bench kiosk");
        }
        // The launcher says where it keeps its caches: ROOT/packaging/cli/target/start.
        Path caches = Path.of(start).toAbsolutePath();
        Path launcher = caches.resolve("../../../..").normalize().resolve("seatside");
        if (!Files.isExecutable(launcher)) {
            throw usage("there is no " + launcher);
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            Path folder = Files.createTempDirectory("seatside-bench-kiosk");
            try {
                new KioskLoad(launcher, caches.resolve("kiosk.aot"), !display, starts, visits, idle, waiting)
                        .run(folder, figure -> {
                            out.println(json ? figure.json() : figure.line());
                            out.flush();
                        });
            } finally {
                delete(folder);
            }
            return 0;
        } catch (IOException | NodeException e) {
            spec.commandLine().getErr().println("seatside: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> paths = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
