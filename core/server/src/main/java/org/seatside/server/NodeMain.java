package org.seatside.server;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.json.config.ConfigException;

/// Starts a node as a program of its own: `node [--config FILE]`. Prints `ready http://…` on the standard
/// output when it acknowledges check-ins; a line on the standard error and status 2 where it cannot start,
/// and status 3 where it can acknowledge nothing more until it is started anew, for whoever watches over it. Ends
/// cleanly when asked to (SIGTERM, SIGINT).
public final class NodeMain {
    /// The environment variable that says how to log: `json` for an object a line, else lines for people.
    private static final String LOG = "SEATSIDE_LOG";

    private static final int CANNOT_START = 2;
    private static final int START_ANEW = 3;

    private NodeMain() {}

    public static void main(String[] args) {
        // Before the first logger: where a program logs to is the program's to say, not the embedded node's.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "org/seatside/server/" + log(System.getenv()));
        }
        Optional<Node> node = start(args, System.getenv(), System.out, System.err);
        if (node.isEmpty()) {
            System.exit(CANNOT_START);
        }
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(node.get()::close));
        System.exit(awaitFailure(node.get(), System.err));
    }

    private static String log(Map<String, String> environment) {
        return "json".equals(environment.get(LOG)) ? "logback-node-json.xml" : "logback-node.xml";
    }

    /// Waits for as long as the node can do its work.
    ///
    /// @return the status to exit with
    static int awaitFailure(Node node, PrintStream err) {
        err.println("The node ends, start it anew: " + node.failure().join().replaceAll("\\s+", " "));
        return START_ANEW;
    }

    static Optional<Node> start(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Node node = Node.start(NodeConfig.read(file(args), environment), environment);
            out.println("ready " + node.baseUri());
            out.flush();
            return Optional.of(node);
        } catch (ConfigException | NodeStartException e) {
            err.println(e.getMessage());
            return Optional.empty();
        }
    }

    private static @Nullable Path file(String[] args) throws NodeStartException {
        if (args.length == 0) {
            return null;
        }
        if (args.length == 2 && args[0].equals("--config")) {
            return Path.of(args[1]);
        }
        throw new NodeStartException("Usage: node [--config FILE]");
    }
}
