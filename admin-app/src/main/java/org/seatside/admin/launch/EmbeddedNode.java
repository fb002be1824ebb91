package org.seatside.admin.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.seatside.admin.start.Place;
import org.seatside.server.Node;
import org.seatside.server.NodeConfig;
import org.seatside.server.NodeStartException;

/// A node inside the admin app, for a campus that starts with one computer. The app talks to it as to any
/// other.
public final class EmbeddedNode implements AutoCloseable {
    private static final String TOKEN_FILE = "setup-token";

    private final Node node;

    private EmbeddedNode(Node node) {
        this.node = node;
    }

    /// Starts it and returns when it acknowledges check-ins.
    ///
    /// @throws NodeStartException with one line that says how to mend it
    static EmbeddedNode start(AdminConfig.Own own) throws NodeStartException {
        NodeConfig.Http http = new NodeConfig.Http(NodeConfig.Http.LOOPBACK, own.port());
        return new EmbeddedNode(Node.start(NodeConfig.in(own.data()).withHttp(http)));
    }

    /// Where the app finds it.
    Place place() {
        return place(node);
    }

    /// A node that somebody started in this process, as a place for an [Admin].
    public static Place place(Node node) {
        Path token = node.dataFolder().resolve(TOKEN_FILE);
        return Place.embedded(node.baseUri(), () -> token(token));
    }

    private static Optional<String> token(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Where a sample campus is kept while somebody looks around in it.
    Path sampleFolder() {
        Path data = node.dataFolder().toAbsolutePath();
        return data.resolveSibling(data.getFileName() + "-sample");
    }

    @Override
    public void close() {
        node.close();
    }
}
