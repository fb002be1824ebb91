package org.seatside.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.replication.RaftConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node's place among others, kept in `cluster.json` of its folder from the first start on.
///
/// @param self its name
/// @param joins whether the others kept a log before it came
/// @param nodes those that were known then; the log itself knows who keeps it now
record Cluster(String self, boolean joins, List<ClusterKit.Node> nodes) {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String FILE = "cluster.json";
    private static final String FIRST = "n1";

    Cluster {
        nodes = List.copyOf(nodes);
    }

    /// Reads this node's place, or takes it from its kit; without a kit the node is the first of a group to be.
    ///
    /// @return empty for a node alone
    /// @throws NodeStartException where configuration and folder do not go together, and how to mend it
    static Optional<Cluster> open(DataFolder folder, ClusterConfig config, Instant now)
            throws IOException, NodeStartException {
        Optional<Cluster> known = read(folder);
        if (config.address() == null) {
            if (known.isPresent() && !known.get().isAlone()) {
                throw new NodeStartException("The data folder is of the node "
                        + known.get().self() + " among others: configure cluster.address, or take another folder");
            }
            return Optional.empty();
        }
        if (known.isEmpty()) {
            Cluster begun =
                    config.kit() == null ? new Cluster(FIRST, false, List.of()) : unpack(folder, config.kit(), now);
            folder.write(FILE, new String(new Json().write(begun), StandardCharsets.UTF_8));
            deleteKit(config.kit());
            return Optional.of(begun);
        }
        return known;
    }

    private boolean isAlone() {
        return !joins && nodes.size() < 2;
    }

    private static Optional<Cluster> read(DataFolder folder) throws IOException, NodeStartException {
        Optional<String> text = folder.read(FILE);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Json().read(text.get().getBytes(StandardCharsets.UTF_8), Cluster.class));
        } catch (MalformedJsonException e) {
            throw new NodeStartException(folder.resolve(FILE) + " is damaged: restore it from a backup", e);
        }
    }

    private static Cluster unpack(DataFolder folder, Path file, Instant now) throws IOException, NodeStartException {
        if (Files.exists(folder.resolve("log"))) {
            throw new NodeStartException("The data folder has a log already, of a node alone: start it without"
                    + " cluster.kit as the first of a group, or take an empty folder");
        }
        ClusterKit kit = ClusterKit.read(file);
        if (now.isAfter(kit.until())) {
            throw new NodeStartException(
                    "cluster.kit is too old, it was good until " + kit.until() + ": make a new one");
        }
        kit.unpack(folder);
        return new Cluster(kit.self(), kit.joins(), kit.nodes());
    }

    /// Not before the folder says who this is.
    private static void deleteKit(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{} was left behind: delete it, whoever reads it has the campus's keys", file, e);
        }
    }

    /// How the log begins on this node, or joins.
    RaftConfig.Group group(ClusterConfig config, RaftConfig.Tls tls) {
        RaftConfig.Peer own = new RaftConfig.Peer(self, Objects.requireNonNull(config.address()), config.witness());
        List<RaftConfig.Peer> others = nodes.stream()
                .filter(node -> !node.id().equals(self))
                .map(node -> new RaftConfig.Peer(node.id(), node.address(), node.witness()))
                .toList();
        return new RaftConfig.Group(own, others, joins, tls);
    }
}
