package org.seatside.replication;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How a node takes part in the log.
///
/// @param folder where this node keeps its part of the log and its snapshots
/// @param self id of this node, one of the peers
/// @param peers all nodes that keep the log; one node alone opens no port
/// @param answerWithin after this long without an answer an append fails and may be asked again
/// @param freeSpace bytes that must be free on the log's disk, else nothing more is taken: the log must never
///     meet a full disk, since after a failed write it takes nothing until the node starts anew
/// @param snapshots when to write snapshots
public record RaftConfig(
        Path folder, String self, List<Peer> peers, Duration answerWithin, long freeSpace, Snapshots snapshots) {
    private static final String ALONE = "n1";

    public RaftConfig {
        peers = List.copyOf(peers);
        if (peers.stream().noneMatch(peer -> peer.id().equals(self))) {
            throw new IllegalArgumentException("The peers of the log do not name this node, " + self);
        }
        if (peers.stream().map(Peer::id).distinct().count() != peers.size()) {
            throw new IllegalArgumentException("Two peers of the log have one id");
        }
    }

    /// One node that keeps the log by itself.
    public static RaftConfig alone(Path folder) {
        return new RaftConfig(
                folder, ALONE, List.of(new Peer(ALONE, "")), Duration.ofSeconds(5), 64L << 20, Snapshots.DEFAULT);
    }

    /// @param address host and port under which the other nodes reach this one; empty for a node alone
    public record Peer(String id, String address) {}

    /// A snapshot is written once one of these is reached. Replaying a log takes a node about a second for
    /// 20,000 commands, so `commands` bounds the time of a start after a crash.
    ///
    /// @param commands applied since the last snapshot
    /// @param entries in the log since the last snapshot
    /// @param atClose entries since the last snapshot that make a clean close write one
    public record Snapshots(long commands, long entries, long atClose) {
        public static final Snapshots DEFAULT = new Snapshots(100_000, 100_000, 1_000);
    }

    boolean isAlone() {
        return peers.size() == 1;
    }
}
