package org.seatside.cli.node;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.Page;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Room;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes a code with which a new kiosk becomes known to the campus.
@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        description = "Make a pairing code for a new kiosk.",
        footer = {
            "",
            "pair --name \"19C4 front\" --room 19C4      prints the code, and on standard error until when it is good",
            "",
            "On the kiosk the code goes into pairingCode of its configuration, or is read by its camera from the",
            "staff's app. Without a room it is a kiosk on wheels, which asks for the room.",
            "",
            "Exit status: 0 when there is a code; 1 when not, with the reason; 2 for bad usage."
        })
public final class PairCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SignInOptions signIn;

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "What staff call the kiosk.")
    private String name;

    @Option(names = "--room", paramLabel = "NAME", description = "Where it stands.")
    private @Nullable String room;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public PairCommand() {}

    @Override
    public Integer call() {
        try (NodeClient client = signIn.open(System.getenv())) {
            RoomId where = room == null ? null : find(client, room);
            KioskInvitation invitation = client.inviteKiosk(new NewKiosk(name, where), client.newCommand());
            spec.commandLine().getOut().println(invitation.code());
            spec.commandLine().getErr().println("good until " + invitation.expiresAt());
            return 0;
        } catch (ToolException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (NodeException e) {
            return failed(String.valueOf(ToolException.of("no code", e).getMessage()));
        }
    }

    private static RoomId find(NodeClient client, String name) throws NodeException, ToolException {
        String after = null;
        do {
            Page<Room> page = client.rooms(after);
            for (Room each : page.items()) {
                if (each.name().equals(name)) {
                    return each.id();
                }
            }
            after = page.next();
        } while (after != null);
        throw new ToolException("no room has this name");
    }

    private int failed(String message) {
        spec.commandLine().getErr().println("seatside: " + message);
        return 1;
    }
}
