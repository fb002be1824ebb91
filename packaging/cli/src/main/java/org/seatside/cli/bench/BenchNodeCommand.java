package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.seatside.cli.bench.node.Measured;
import org.seatside.cli.bench.node.NodeLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures how many check-ins a node acknowledges.
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = "Measure how many check-ins a node takes.",
        footer = {
            "",
            "Starts a node in a process of its own, enters a campus, and sends check-ins over keep-alive connections,",
            "on each the next when the one before is answered. A node answers after its log is flushed. 'storeless' is",
            "the same web server, reading the same requests and giving the same answers, that keeps nothing.",
            "",
            "'cpu' is processor time of the server for one answer, 'load' that of who sends it: both run on this",
            "machine, and on a busy one only they and the relation of the two servers can be compared.",
            "",
            "Exit status: 0 if everything could be measured; 1 if a server failed; 2 for bad usage."
        })
final class BenchNodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Option(
            names = "--connections",
            paramLabel = "N",
            split = ",",
            defaultValue = "32,128",
            description = "How many connections; several, separated by commas; default ${DEFAULT-VALUE}.")
    private List<Integer> connections = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "8",
            description = "How long each is measured; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "30",
            description = "Seconds before anything counts, each time, for the JVM's compiler to be done;"
                    + " default ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--students",
            paramLabel = "N",
            defaultValue = "6000",
            description = "How many students the campus has; default ${DEFAULT-VALUE}.")
    private int students;

    @Option(names = "--numbers", description = "Students type their numbers instead of showing passes.")
    private boolean numbers;

    @Option(names = "--jvm", paramLabel = "FLAG", description = "A further flag for the JVM of both servers.")
    private List<String> flags = new ArrayList<>();

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    BenchNodeCommand() {}

    @Override
    public Integer call() {
        if (connections.isEmpty() || connections.stream().anyMatch(count -> count < 1 || count > 10_000)) {
            throw usage("--connections takes numbers from 1 to 10000");
        }
        if (seconds < 1 || warmUp < 0 || students < 1) {
            throw usage("--seconds and --students take 1 or more, --warm-up 0 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table(
                "", "connections", "check-ins/s", "p50 ms", "p99 ms", "p99.9 ms", "new %", "cpu us", "load us");
        NodeLoad load = new NodeLoad(
                connections, students, !numbers, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), flags);
        try {
            load.run((subject, measured) -> {
                if (json) {
                    line(subject, measured).print(out);
                    out.flush();
                } else {
                    row(table, subject, measured);
                }
            });
        } catch (IOException e) {
            spec.commandLine().getErr().println("seatside: " + e.getMessage());
            return 1;
        }
        if (!json) {
            table.print(out);
        }
        return 0;
    }

    private static JsonLine line(NodeLoad.Subject subject, Measured measured) {
        return new JsonLine()
                .with("subject", name(subject))
                .with("connections", measured.connections())
                .with("perSecond", measured.perSecond())
                .with("msP50", measured.millis50())
                .with("msP99", measured.millis99())
                .with("msP999", measured.millis999())
                .with("present", measured.present())
                .with("serverCpuMicros", measured.serverCpuMicros())
                .with("loadCpuMicros", measured.loadCpuMicros());
    }

    private static void row(Table table, NodeLoad.Subject subject, Measured measured) {
        table.row(
                name(subject),
                measured.connections(),
                Math.round(measured.perSecond()),
                measured.millis50(),
                measured.millis99(),
                measured.millis999(),
                Math.round(measured.present() * 100),
                measured.serverCpuMicros(),
                measured.loadCpuMicros());
    }

    private static String name(NodeLoad.Subject subject) {
        return switch (subject) {
            case NODE -> "node";
            case STORELESS -> "storeless";
        };
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
