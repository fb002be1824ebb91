package org.seatside.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a node works together with others. Without an address it keeps everything alone.
///
/// @param address host and port under which the other nodes reach this one, such as `10.0.0.1:8471`; null for a node
///     alone
/// @param weight how many clients it wants beside the others, 1 to 1000; default 100
/// @param witness whether it only keeps the log and votes, so that two sites can do without a third machine of their
///     size: clients leave it alone, and it leads only while no other node can; default no
/// @param kit file for the first start, from `seatside cluster`; it is taken into the data folder and deleted
public record ClusterConfig(
        @Nullable String address,
        Integer weight,
        Boolean witness,
        @Nullable Path kit) {
    private static final int DEFAULT_WEIGHT = 100;
    private static final int MAX_WEIGHT = 1000;

    public static final ClusterConfig ALONE = new ClusterConfig(null, DEFAULT_WEIGHT, false, null);

    // What is not in the file arrives as null; the components' types say what holds after the constructor.
    @SuppressWarnings("NullAway")
    public ClusterConfig {
        weight = weight == null ? DEFAULT_WEIGHT : weight;
        witness = witness != null && witness;
        if (address != null && !ClusterKit.isAddress(address)) {
            throw new IllegalArgumentException("cluster.address is a host and a port, such as 10.0.0.1:8471");
        }
        if (address == null && kit != null) {
            throw new IllegalArgumentException("cluster.kit needs cluster.address: where other nodes reach this one");
        }
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("cluster.weight is 1 to " + MAX_WEIGHT);
        }
    }

    int effectiveWeight() {
        return witness ? 0 : weight;
    }
}
