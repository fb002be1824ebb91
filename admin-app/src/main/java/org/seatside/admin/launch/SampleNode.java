package org.seatside.admin.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.About;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Role;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.sample.SampleTerm;
import org.seatside.server.Node;
import org.seatside.server.NodeConfig;
import org.seatside.server.NodeStartException;

/// A node with the sample campus, in a folder of its own beside the real one's. The folder goes when it is closed,
/// and what was left of one that was not; nothing else is ever deleted, since only a folder that says so is a
/// sample's.
final class SampleNode implements AutoCloseable {
    private static final String MARK = "sample-campus";
    private static final String NAME = "sample";
    private static final int SECRET_BYTES = 24;

    private final Path folder;
    private final Node node;
    private final About about;
    private final SignedIn session;

    private SampleNode(Path folder, Node node, About about, SignedIn session) {
        this.folder = folder;
        this.node = node;
        this.about = about;
        this.session = session;
    }

    /// Starts it and fills it, which takes some seconds.
    ///
    /// @throws IOException where the folder holds something that is no sample's
    static SampleNode start(Path folder) throws NodeStartException, IOException, NodeException {
        remove(folder);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARK), "Nothing in this folder is real. It may be deleted.\n");
        Node node = Node.start(
                NodeConfig.in(folder.resolve("node")).withHttp(new NodeConfig.Http(NodeConfig.Http.LOOPBACK, 0)));
        try (NodeClient first = client(node);
                NodeClient own = client(node)) {
            String token =
                    Files.readString(node.dataFolder().resolve("setup-token")).strip();
            first.setup(new Setup(token, "setup", secret()), first.newCommand());
            SampleTerm.enter(first, first.about().now());
            return new SampleNode(folder, node, first.about(), everybody(first, own));
        } catch (NodeException | IOException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private static NodeClient client(Node node) {
        return new NodeClient(List.of(node.baseUri()), new Json());
    }

    /// Somebody who may see every page. The passwords are drawn and forgotten.
    private static SignedIn everybody(NodeClient administrator, NodeClient own) throws NodeException {
        String given = secret();
        String chosen = secret();
        Set<Role> roles = EnumSet.of(Role.ADMINISTRATOR, Role.SUPPORT_OFFICER, Role.AUDITOR);
        administrator.accounts().add(new NewAccount(NAME, given, roles, null, null), administrator.newCommand());
        own.signIn(new SignIn(NAME, given));
        own.accounts().changePassword(new PasswordChange(given, chosen), own.newCommand());
        return own.signIn(new SignIn(NAME, chosen));
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.exists(folder.resolve(MARK))) {
            throw new IOException(folder + " holds something that is no sample campus; move it away.");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    URI uri() {
        return node.baseUri();
    }

    About about() {
        return about;
    }

    SignedIn session() {
        return session;
    }

    @Override
    public void close() {
        node.close();
        try {
            remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
