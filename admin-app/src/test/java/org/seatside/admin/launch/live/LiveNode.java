package org.seatside.admin.launch.live;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.seatside.admin.ui.NodeLink;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.json.Json;
import org.seatside.model.api.AccountChange;
import org.seatside.model.api.AccountView;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Role;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.server.Node;
import org.seatside.server.NodeConfig;

/// A node in this process with an administrator who is signed in. Everything happens at once, on the calling
/// thread.
public final class LiveNode implements AutoCloseable {
    public static final String PASSWORD = "a sentence nobody would guess";
    private static final String SECOND = "another sentence nobody would guess";

    private final Node node;
    private final NodeClient client;
    private final SignedIn session;
    private final SynchronousTasks tasks = new SynchronousTasks();
    private final NodeLink link;

    private LiveNode(Node node) throws Exception {
        this.node = node;
        client = new NodeClient(List.of(node.baseUri()), new Json());
        String token =
                Files.readString(node.dataFolder().resolve("setup-token")).strip();
        session = session(token);
        link = new NodeLink(client, tasks);
    }

    /// On a busy machine hashing the password for the first time can take longer than a call waits.
    private SignedIn session(String token) throws NodeException {
        try {
            return client.setup(new Setup(token, "김지원", PASSWORD), client.newCommand());
        } catch (NodeException e) {
            if (e.kind() != NodeException.Kind.UNREACHABLE) {
                throw e;
            }
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreException(NodeException.class)
                    .until(() -> !client.about().needsSetup());
            return client.signIn(new SignIn("김지원", PASSWORD));
        }
    }

    public static LiveNode start(Path folder) throws Exception {
        return new LiveNode(
                Node.start(NodeConfig.in(folder).withWebhooks(new NodeConfig.Webhooks(List.of("127.0.0.1")))));
    }

    public URI uri() {
        return node.baseUri();
    }

    public NodeClient client() {
        return client;
    }

    public SignedIn session() {
        return session;
    }

    public NodeLink link() {
        return link;
    }

    public SynchronousTasks tasks() {
        return tasks;
    }

    /// A session of somebody else, with these roles.
    public SignedIn session(String name, Set<Role> roles) throws Exception {
        NodeClient other = somebody(name, roles).client();
        return other.signIn(new SignIn(name, SECOND));
    }

    /// Somebody else who is signed in, with these roles.
    public NodeLink somebody(String name, Set<Role> roles) throws Exception {
        AccountView made =
                client.accounts().add(new NewAccount(name, PASSWORD, roles, null, null), client.newCommand());
        client.accounts().change(made.id(), new AccountChange(name, roles, true), client.newCommand());
        NodeClient other = new NodeClient(List.of(node.baseUri()), new Json());
        other.signIn(new SignIn(name, PASSWORD));
        other.accounts().changePassword(new PasswordChange(PASSWORD, SECOND), other.newCommand());
        return new NodeLink(other, tasks);
    }

    @Override
    public void close() {
        client.close();
        node.close();
    }
}
