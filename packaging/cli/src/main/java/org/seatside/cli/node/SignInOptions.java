package org.seatside.cli.node;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.SignIn;
import picocli.CommandLine.Option;

/// Which node, and as whom. A password is never an argument: every user of the machine can read those.
final class SignInOptions {
    private static final String ACCOUNT = "SEATSIDE_ACCOUNT";
    private static final String PASSWORD = "SEATSIDE_PASSWORD";
    private static final String CODE = "SEATSIDE_CODE";
    private static final String CODE_NEEDED = "/problems/code-needed";

    @Option(
            names = "--node",
            paramLabel = "URI",
            defaultValue = "http://127.0.0.1:8470",
            description = "The node; default ${DEFAULT-VALUE}.")
    private URI node;

    @Option(names = "--account", paramLabel = "NAME", description = "Who asks; default: the variable SEATSIDE_ACCOUNT.")
    private @Nullable String account;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "First line: the password. Without it: the variable SEATSIDE_PASSWORD, else it is asked for.")
    private @Nullable Path passwordFile;

    /// Filled in by picocli.
    @SuppressWarnings("NullAway.Init")
    SignInOptions() {}

    /// A client with an open session; whoever asked closes it.
    ///
    /// @throws ToolException with what to do
    NodeClient open(Map<String, String> environment) throws ToolException {
        String name = account == null ? environment.get(ACCOUNT) : account;
        if (name == null) {
            throw new ToolException("who asks? give --account NAME or set " + ACCOUNT);
        }
        NodeClient client = new NodeClient(List.of(node), new Json());
        try {
            signIn(client, name, environment);
            return client;
        } catch (NodeException e) {
            client.close();
            throw ToolException.of("cannot sign in at " + node, e);
        } catch (ToolException e) {
            client.close();
            throw e;
        }
    }

    private void signIn(NodeClient client, String name, Map<String, String> environment)
            throws NodeException, ToolException {
        String password = password(environment);
        try {
            client.signIn(new SignIn(name, password));
        } catch (NodeException e) {
            if (e.problem()
                    .filter(problem -> problem.type().equals(CODE_NEEDED))
                    .isEmpty()) {
                throw e;
            }
            String code = environment.get(CODE);
            client.signIn(new SignIn(name, password, code == null ? ask("Code of the authenticator: ", CODE) : code));
        }
    }

    private String password(Map<String, String> environment) throws ToolException {
        if (passwordFile != null) {
            try (var lines = Files.lines(passwordFile)) {
                return lines.findFirst().orElse("");
            } catch (IOException e) {
                throw new ToolException("cannot read the password from " + passwordFile);
            }
        }
        String given = environment.get(PASSWORD);
        if (given != null) {
            return given;
        }
        return ask("Password: ", PASSWORD);
    }

    private static String ask(String prompt, String variable) throws ToolException {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword(prompt))
                .map(String::new)
                .orElseThrow(() -> new ToolException("nobody to ask: set " + variable));
    }
}
