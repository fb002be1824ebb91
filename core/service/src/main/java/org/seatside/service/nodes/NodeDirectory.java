package org.seatside.service.nodes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.seatside.model.api.NodeEntry;
import org.seatside.service.log.NodeChange;

/// Which nodes there are, by what they said of themselves lately. Kept in memory: a node that starts hears of the
/// others within [#EVERY]. Thread-safe.
///
/// What was said is dated by this node's own clock when it came by, so that nodes whose clocks differ do not count
/// each other out.
public final class NodeDirectory {
    /// How often each node says that it is there.
    public static final Duration EVERY = Duration.ofSeconds(5);

    /// After this long a node is taken for gone: three heartbeats may be late.
    public static final Duration GONE_AFTER = Duration.ofSeconds(20);

    private final InstantSource clock;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();

    public NodeDirectory(InstantSource clock) {
        this.clock = clock;
    }

    private record Heard(NodeChange.Heartbeat said, Instant at) {}

    /// A heartbeat came by. Does not block.
    public void hear(NodeChange.Heartbeat said) {
        heard.put(said.node(), new Heard(said, clock.instant()));
    }

    /// The nodes that were heard of lately, by name.
    ///
    /// @param self as it is now, whenever it was last heard of
    /// @param leader name of the node that leads, as far as this one knows
    public List<NodeEntry> entries(NodeEntry self, Optional<String> leader) {
        Instant gone = clock.instant().minus(GONE_AFTER);
        heard.values().removeIf(it -> it.at().isBefore(gone));
        Stream<NodeEntry> others = heard.values().stream()
                .filter(it -> !it.said().node().equals(self.id()))
                .map(it -> new NodeEntry(
                        it.said().node(),
                        it.said().address(),
                        true, // who cannot write to the log cannot say that it is there
                        leader.filter(it.said().node()::equals).isPresent(),
                        it.said().weight(),
                        it.said().version(),
                        it.at()));
        return Stream.concat(Stream.of(self), others)
                .sorted(Comparator.comparing(NodeEntry::id))
                .toList();
    }
}
