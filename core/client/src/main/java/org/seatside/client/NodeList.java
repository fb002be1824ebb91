package org.seatside.client;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NodeEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The nodes that a client may use: those it was told of at its start, for good, and those that nodes told of since.
/// Thread-safe.
///
/// A node is believed about other nodes only as far as what was told at the start goes: over TLS where all was told
/// with TLS, and vouched for by an authority that is trusted already.
final class NodeList {
    private static final Logger LOG = LoggerFactory.getLogger(NodeList.class);

    /// Of a node of which nothing is known but where it is: what nodes have that are told nothing.
    private static final int USUAL = 100;

    private final List<URI> told;
    private final Set<String> pins;
    private final boolean plain;
    private volatile Map<URI, Integer> learned = Map.of();

    /// @param told never empty
    NodeList(List<URI> told) {
        if (told.isEmpty()) {
            throw new IllegalArgumentException("Name at least one node");
        }
        this.told = List.copyOf(told);
        this.pins = told.stream().map(URI::getFragment).filter(Objects::nonNull).collect(Collectors.toSet());
        this.plain = told.stream().anyMatch(node -> "http".equals(node.getScheme()));
    }

    /// Every node with how many clients it wants beside the others, in the order they were told of.
    Map<URI, Integer> weights() {
        Map<URI, Integer> all = new LinkedHashMap<>();
        told.forEach(node -> all.put(node, USUAL));
        all.putAll(learned);
        all.values().removeIf(weight -> weight <= 0);
        return all.isEmpty() ? told.stream().collect(Collectors.toMap(node -> node, _ -> USUAL)) : all;
    }

    /// Takes what a node says of all nodes instead of what another said before.
    void learn(List<NodeEntry> entries) {
        Map<URI, Integer> now = new LinkedHashMap<>();
        for (NodeEntry entry : entries) {
            URI address = address(entry.address());
            if (address != null) {
                now.put(address, entry.weight());
            }
        }
        if (!now.equals(learned)) {
            LOG.info("{} nodes are known", now.size());
            learned = Map.copyOf(now);
        }
    }

    private @Nullable URI address(String text) {
        try {
            URI address = URI.create(text);
            boolean trusted = "https".equals(address.getScheme())
                    && (address.getFragment() == null ? pins.isEmpty() : pins.contains(address.getFragment()));
            return address.getHost() != null && (trusted || (plain && "http".equals(address.getScheme())))
                    ? address
                    : null;
        } catch (IllegalArgumentException e) {
            LOG.debug("a node was told with an address that is none", e);
            return null;
        }
    }
}
