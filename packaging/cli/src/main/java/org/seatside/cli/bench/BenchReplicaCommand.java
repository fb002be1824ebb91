package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.seatside.cli.bench.node.Measured;
import org.seatside.cli.bench.node.ReplicaLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures several nodes that keep one log.
@Command(
        name = "replica",
        mixinStandardHelpOptions = true,
        description = "Measure nodes that keep one log, and how long the others need when the leader is killed.",
        footer = {
            "",
            "Starts nodes in processes of their own on this machine, with TLS between them, and sends check-ins over",
            "keep-alive connections to the one that leads, then to one that follows. The gap is from the last",
            "acknowledgement by a follower before the leader is killed (SIGKILL) to the first after it.",
            "",
            "Exit status: 0 if everything could be measured; 1 if a node failed; 2 for bad usage."
        })
final class BenchReplicaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "3", description = "Default ${DEFAULT-VALUE}.")
    private int nodes;

    @Option(
            names = "--connections",
            paramLabel = "N",
            split = ",",
            defaultValue = "32,128",
            description = "How many connections; several, separated by commas; default ${DEFAULT-VALUE}.")
    private List<Integer> connections = new ArrayList<>();

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "10",
            description = "How often the leader is killed; default ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "8",
            description = "How long each is measured; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "6",
            description = "Seconds before anything counts, each time; default ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--students",
            paramLabel = "N",
            defaultValue = "3000",
            description = "How many students the campus has; default ${DEFAULT-VALUE}.")
    private int students;

    @Option(names = "--jvm", paramLabel = "FLAG", description = "A further flag for the JVM of each node.")
    private List<String> flags = new ArrayList<>();

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    BenchReplicaCommand() {}

    @Override
    public Integer call() {
        if (nodes < 1 || seconds < 1 || warmUp < 0 || students < 1 || kills < 0 || connections.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "numbers are 1 or more, --warm-up and --kills 0 or more");
        }
        if (kills > 0 && nodes < 3) {
            throw new ParameterException(spec.commandLine(), "--kills needs --nodes 3: fewer do not go on without one");
        }
        Table table = new Table("", "connections", "check-ins/s", "p50 ms", "p99 ms", "p99.9 ms", "new %", "cpu us");
        Printed printed = new Printed(table);
        try {
            new ReplicaLoad(
                            nodes,
                            connections,
                            students,
                            kills,
                            Duration.ofSeconds(warmUp),
                            Duration.ofSeconds(seconds),
                            flags)
                    .run(printed);
        } catch (IOException e) {
            spec.commandLine().getErr().println("seatside: " + e.getMessage());
            return 1;
        }
        if (!json) {
            table.print(spec.commandLine().getOut());
            printed.gaps.forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private final class Printed implements ReplicaLoad.Report {
        private final Table table;
        private final List<String> gaps = new ArrayList<>();

        Printed(Table table) {
            this.table = table;
        }

        @Override
        public void measured(ReplicaLoad.Subject subject, Measured measured) {
            String name = subject.name().toLowerCase(Locale.ROOT);
            if (json) {
                print(new JsonLine()
                        .with("subject", name)
                        .with("connections", measured.connections())
                        .with("perSecond", measured.perSecond())
                        .with("msP50", measured.millis50())
                        .with("msP99", measured.millis99())
                        .with("msP999", measured.millis999())
                        .with("present", measured.present())
                        .with("serverCpuMicros", measured.serverCpuMicros()));
                return;
            }
            table.row(
                    name,
                    measured.connections(),
                    Math.round(measured.perSecond()),
                    measured.millis50(),
                    measured.millis99(),
                    measured.millis999(),
                    Math.round(measured.present() * 100),
                    measured.serverCpuMicros());
        }

        @Override
        public void killed(List<Double> sorted) {
            double median = sorted.get(sorted.size() / 2);
            double longest = sorted.getLast();
            if (json) {
                print(new JsonLine()
                        .with("kills", sorted.size())
                        .with("gapMsMedian", median)
                        .with("gapMsMax", longest));
                return;
            }
            gaps.add("leader killed " + sorted.size() + " times: nothing acknowledged for " + Math.round(median)
                    + " ms (median), " + Math.round(longest) + " ms (longest)");
        }

        private void print(JsonLine line) {
            PrintWriter out = spec.commandLine().getOut();
            line.print(out);
            out.flush();
        }
    }
}
