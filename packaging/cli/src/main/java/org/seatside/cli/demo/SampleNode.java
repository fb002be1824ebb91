package org.seatside.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.About;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignedIn;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.CheckInId;
import org.seatside.sample.SampleCampus;
import org.seatside.sample.SampleTags;
import org.seatside.sample.ScriptedUpstream;

/// A node in its own process with a sample campus in it, an administrator signed in, and the service it
/// reports to.
final class SampleNode implements AutoCloseable {
    private static final int KEY_BYTES = 16;
    private static final int RECENT = 100;

    private final ScriptedUpstream upstream;
    private final NodeProcess process;
    private final Path data;
    private final SampleTags tags;

    /// What is known once the node is ready.
    ///
    /// @param client signed in as administrator
    record Open(URI uri, NodeClient client, About about, SignedIn session, SampleCampus campus) {}

    /// Starts node and upstream and returns at once.
    ///
    /// @param port of the node; 0 for any free one
    /// @param startCache see [NodeProcess]
    SampleNode(Path folder, int port, Optional<StartCache> startCache) throws IOException {
        byte[] tagKey = new byte[KEY_BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(tagKey);
        tags = new SampleTags(tagKey);
        upstream = new ScriptedUpstream();
        data = folder.resolve("node");
        String config = """
                data: "%s"
                http:
                  port: %d
                campus:
                  name: Seatside University
                upstream:
                  kind: du-checkattend
                  base: %s
                """.formatted(data.toString().replace("\\", "\\\\"), port, upstream.base());
        process = new NodeProcess(
                folder, config, Map.of("SEATSIDE_ROOM_TAG_KEY", HexFormat.of().formatHex(tagKey)), startCache);
    }

    /// Waits for the node, makes the first administrator with a password nobody has to know, enters the campus.
    Open open() throws IOException, NodeException {
        URI uri = process.awaitReady();
        NodeClient client = new NodeClient(List.of(uri), new Json());
        String token = Files.readString(data.resolve("setup-token")).strip();
        byte[] password = new byte[24];
        new SecureRandom().nextBytes(password);
        SignedIn session = client.setup(
                new Setup(token, "demo", Base64.getEncoder().encodeToString(password)), client.newCommand());
        About about = client.about();
        return new Open(uri, client, about, session, SampleCampus.enter(client, tags, about.now()));
    }

    static KioskInvitation inviteKiosk(Open open) throws NodeException {
        return open.client()
                .inviteKiosk(
                        new NewKiosk("19C4 앞자리", open.campus().room().id()),
                        open.client().newCommand());
    }

    /// The check-in as staff see it, if it is among the last hundred.
    static Optional<CheckInEvent> find(Open open, CheckInId id) throws NodeException {
        return open.client().checkIns(null, RECENT).items().stream()
                .filter(event -> event.id().equals(id))
                .findFirst();
    }

    ScriptedUpstream upstream() {
        return upstream;
    }

    NodeProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
        upstream.close();
    }
}
