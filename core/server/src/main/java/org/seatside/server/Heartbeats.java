package org.seatside.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.seatside.model.api.NodeEntry;
import org.seatside.model.id.Ids;
import org.seatside.replication.Membership;
import org.seatside.service.kiosk.KioskPresence;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.log.NodeChange;
import org.seatside.service.nodes.NodeDirectory;

/// Says now and then by the log that this node is there, and which kiosks spoke to it, and hears the others say so.
/// A node that cannot write to the log falls silent, and goes from the others' lists. Thread-safe.
final class Heartbeats {
    private final String id;
    private final NodeDirectory directory;
    private final Supplier<NodeEntry> self;
    private final Membership membership;
    private final KioskPresence presence;
    private final Commands commands;
    private final Ids ids;
    private final InstantSource clock;
    private Instant toldUntil = Instant.EPOCH;

    /// @param id this node's name
    /// @param self this node as it is now
    Heartbeats(
            String id,
            NodeDirectory directory,
            Supplier<NodeEntry> self,
            Membership membership,
            KioskPresence presence,
            Commands commands,
            Ids ids,
            InstantSource clock) {
        this.id = id;
        this.directory = directory;
        this.self = self;
        this.membership = membership;
        this.presence = presence;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    /// What another node, or this one, said.
    void hear(Change change) {
        if (change instanceof NodeChange.Heartbeat said) {
            directory.hear(said);
            if (!said.node().equals(id)) {
                presence.hear(said.kiosks().stream()
                        .map(it -> new KioskPresence.Seen(it.kiosk(), it.at(), it.state()))
                        .toList());
            }
        }
    }

    /// Says it once.
    void beat() {
        NodeEntry now = self.get();
        Instant until = clock.instant();
        commands.append(
                ids.command(),
                Command.NODE,
                new NodeChange.Heartbeat(
                        now.id(),
                        now.address(),
                        now.weight(),
                        now.version(),
                        now.leads(),
                        presence.heardSince(toldUntil).stream()
                                .map(it -> new NodeChange.KioskSeen(it.kiosk(), it.at(), it.state()))
                                .toList()));
        toldUntil = until;
    }

    List<NodeEntry> entries() {
        return directory.entries(
                self.get(),
                membership.members().stream()
                        .filter(Membership.Member::leads)
                        .map(member -> member.peer().id())
                        .findFirst());
    }
}
