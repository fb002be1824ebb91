package org.seatside.cli.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.NodeStatus;
import org.seatside.server.ClusterKit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Several nodes that keep one log: how they begin, come and go.
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = "Have several nodes keep one log, so that no machine is needed by itself.",
        footer = {
            "",
            "Three nodes that begin together:",
            "  cluster prepare --out DIR n1=10.0.0.1:8471 n2=10.0.0.2:8471 n3=10.0.0.3:8471",
            "writes a kit for each. Carry each to its machine, name it in that node's configuration, and start it:",
            "",
            "  cluster:",
            "    address: 10.0.0.1:8471",
            "    kit: /etc/seatside/n1.kit",
            "",
            "A node that runs already, with cluster.address in its configuration, takes others in:",
            "  cluster kit --data DIR --out n2.kit n2=10.0.0.2:8471      on its machine",
            "",
            "A kit holds the campus's keys: whoever reads it can make passes. A node deletes its kit at its first start.",
            "",
            "Exit status: 0 when done; 1 when not, with the reason; 2 for bad usage."
        })
public final class ClusterCommand {
    private static final String NODE = "NAME=HOST:PORT";

    @Spec
    private CommandSpec spec;

    /// Filled in by picocli.
    @SuppressWarnings("NullAway.Init")
    public ClusterCommand() {}

    @Command(name = "prepare", description = "Write kits for nodes that begin together.")
    int prepare(
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the kits.")
                    Path folder,
            @Option(names = "--witness", paramLabel = "NAME", description = "A node that keeps the log and votes only.")
                    @Nullable
                    String witness,
            @Parameters(paramLabel = NODE, arity = "1..*", description = "The nodes, and where others reach them.")
                    List<String> nodes) {
        return done(() -> {
            List<ClusterKit.Node> parsed = new ArrayList<>();
            for (String node : nodes) {
                parsed.add(node(node, witness));
            }
            requireOdd(parsed);
            Files.createDirectories(folder);
            Path scratch = Files.createTempDirectory("seatside-kits");
            try {
                for (ClusterKit kit : ClusterKit.beginning(parsed, scratch, Instant.now())) {
                    write(kit, folder.resolve(kit.self() + ".kit"));
                }
            } finally {
                delete(scratch);
            }
        });
    }

    @Command(name = "kit", description = "Write a kit for a node that joins.")
    int kit(
            @Mixin SignInOptions signIn,
            @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data folder of a node.")
                    Path data,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The kit.") Path out,
            @Option(names = "--witness", description = "It keeps the log and votes only.") boolean witness,
            @Parameters(paramLabel = NODE, description = "The new node, and where others reach it.") String joining) {
        return done(() -> {
            ClusterKit.Node self = node(joining, witness ? name(joining) : null);
            try (NodeClient client = signIn.open(System.getenv())) {
                List<ClusterKit.Node> others = new ArrayList<>();
                for (NodeStatus.Member member : client.node().status().members()) {
                    if (member.address().isEmpty()) {
                        throw new ToolException("the node keeps its log alone: give it a cluster.address and start it"
                                + " again, so that others can reach it");
                    }
                    others.add(new ClusterKit.Node(member.id(), member.address(), member.witness()));
                }
                write(ClusterKit.joining(self, others, data, Instant.now()), out);
            }
        });
    }

    @Command(name = "status", description = "Say which nodes keep the log, and whether they are there.")
    int status(@Mixin SignInOptions signIn) {
        return done(() -> {
            try (NodeClient client = signIn.open(System.getenv())) {
                for (NodeStatus.Member member : client.node().status().members()) {
                    spec.commandLine().getOut().println(line(member));
                }
            }
        });
    }

    private static String line(NodeStatus.Member member) {
        return String.join(
                "\t",
                member.id(),
                member.address().isEmpty() ? "alone" : member.address(),
                member.leads() ? "leads" : member.witness() ? "witness" : "follows",
                member.silentMillis() == null ? "" : "heard of " + member.silentMillis() + " ms ago");
    }

    @Command(name = "remove", description = "Take a node out, because it goes or because its disk is lost.")
    int remove(@Mixin SignInOptions signIn, @Parameters(paramLabel = "NAME", description = "The node.") String name) {
        return done(() -> {
            try (NodeClient client = signIn.open(System.getenv())) {
                client.node().remove(name, client.newCommand());
            }
        });
    }

    @Command(name = "lead", description = "Have a node lead, so that another can be stopped without a pause.")
    int lead(@Mixin SignInOptions signIn, @Parameters(paramLabel = "NAME", description = "The node.") String name) {
        return done(() -> {
            try (NodeClient client = signIn.open(System.getenv())) {
                client.node().lead(name, client.newCommand());
            }
        });
    }

    private void requireOdd(List<ClusterKit.Node> nodes) {
        if (nodes.stream().map(ClusterKit.Node::id).distinct().count() != nodes.size()) {
            throw new ParameterException(spec.commandLine(), "two nodes have one name");
        }
        if (nodes.size() % 2 == 0) {
            spec.commandLine()
                    .getErr()
                    .println("seatside: " + nodes.size() + " nodes stop when " + nodes.size() / 2 + " are lost, as "
                            + (nodes.size() - 1) + " would: an odd number is better");
        }
    }

    private ClusterKit.Node node(String text, @Nullable String witness) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new ParameterException(spec.commandLine(), "a node is " + NODE + ", not " + text);
        }
        try {
            return new ClusterKit.Node(
                    name(text), text.substring(equals + 1), name(text).equals(witness));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String name(String text) {
        return text.substring(0, Math.max(0, text.indexOf('=')));
    }

    private void write(ClusterKit kit, Path file) throws IOException {
        kit.write(file);
        spec.commandLine().getOut().println(file);
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

    private interface Work {
        void run() throws IOException, NodeException, ToolException;
    }

    private int done(Work work) {
        try {
            work.run();
            return 0;
        } catch (ToolException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return failed(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (NodeException e) {
            return failed(String.valueOf(ToolException.of("not done", e).getMessage()));
        }
    }

    private int failed(String message) {
        spec.commandLine().getErr().println("seatside: " + message);
        return 1;
    }
}
