package org.seatside.replication;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// How a node takes part in the log.
///
/// @param folder where this node keeps its part of the log and its snapshots
/// @param group the nodes that keep the log
/// @param answerWithin after this long without an answer an append fails and may be asked again
/// @param freeSpace bytes that must be free on the log's disk, else nothing more is taken: the log must never
///     meet a full disk, since after a failed write it takes nothing until the node starts anew
/// @param snapshots when to write snapshots
public record RaftConfig(Path folder, Group group, Duration answerWithin, long freeSpace, Snapshots snapshots) {
    private static final String ALONE = "n1";

    /// One node that keeps the log by itself and opens no port.
    public static RaftConfig alone(Path folder) {
        return of(folder, new Group(new Peer(ALONE, "", false), List.of(), false, null));
    }

    /// A node among others.
    public static RaftConfig of(Path folder, Group group) {
        return new RaftConfig(folder, group, Duration.ofSeconds(5), 64L << 20, Snapshots.DEFAULT);
    }

    RaftConfig with(Snapshots other) {
        return new RaftConfig(folder, group, answerWithin, freeSpace, other);
    }

    /// This node and those it knows of. What the log itself says of its members comes first, once there is one.
    ///
    /// @param others at the beginning the whole group; for a node that joins, some who can tell it who leads
    /// @param joins whether the others keep a log already: this node then takes no part, and has no vote, before
    ///     they have taken it in
    /// @param tls how nodes know each other; null leaves what they say in the clear, for tests and one machine
    public record Group(
            Peer self,
            List<Peer> others,
            boolean joins,
            @Nullable Tls tls) {
        public Group {
            others = List.copyOf(others);
            long ids = Stream.concat(Stream.of(self), others.stream())
                    .map(Peer::id)
                    .distinct()
                    .count();
            if (ids != others.size() + 1) {
                throw new IllegalArgumentException("Two nodes of the log have one id");
            }
            if (self.address().isEmpty() && !others.isEmpty()) {
                throw new IllegalArgumentException("A node among others needs an address");
            }
        }

        /// Whether nobody can ever be reached: without an address no port is opened.
        boolean isAlone() {
            return self.address().isEmpty();
        }
    }

    /// @param address host and port under which the other nodes reach this one; empty for a node alone
    /// @param witness it keeps the log and votes, and leads only while no other can
    public record Peer(String id, String address, boolean witness) {}

    /// Both ends of a connection between nodes show a certificate.
    public record Tls(KeyManager own, TrustManager others) {}

    /// A snapshot is written once one of these is reached. Replaying a log takes a node about a second for
    /// 20,000 commands, so `commands` bounds the time of a start after a crash.
    ///
    /// @param commands applied since the last snapshot
    /// @param entries in the log since the last snapshot
    /// @param atClose entries since the last snapshot that make a clean close write one
    public record Snapshots(long commands, long entries, long atClose) {
        public static final Snapshots DEFAULT = new Snapshots(100_000, 100_000, 1_000);
    }
}
