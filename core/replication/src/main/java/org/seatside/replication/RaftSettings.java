package org.seatside.replication;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.ratis.RaftConfigKeys;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.GrpcTlsConfig;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/// Ratis as this log needs it.
final class RaftSettings {
    /// Names the group; every node has one group, so one name will do.
    static final RaftGroupId GROUP = RaftGroupId.valueOf(UUID.fromString("5ea751de-0000-4000-8000-000000000001"));

    /// Small files, since the one that is written to is never thrown away. Longer than the longest entry.
    private static final SizeInBytes SEGMENT = SizeInBytes.valueOf("8MB");

    private RaftSettings() {}

    /// Whom the log begins with; nobody where others keep it already.
    static RaftGroup group(RaftConfig.Group group) {
        return group.joins()
                ? RaftGroup.valueOf(GROUP)
                : RaftGroup.valueOf(
                        GROUP,
                        Stream.concat(Stream.of(group.self()), group.others().stream())
                                .map(RaftSettings::peer)
                                .toList());
    }

    static RaftPeer peer(RaftConfig.Peer peer) {
        return RaftPeer.newBuilder()
                .setId(peer.id())
                .setAddress(peer.address())
                .setPriority(peer.witness() ? 0 : 1)
                .build();
    }

    static RaftConfig.Peer peer(RaftPeer peer) {
        return new RaftConfig.Peer(
                peer.getId().toString(), peer.getAddress() == null ? "" : peer.getAddress(), peer.getPriority() == 0);
    }

    static RaftProperties properties(RaftConfig config) {
        RaftProperties properties = new RaftProperties();
        RaftServerConfigKeys.setStorageDir(properties, List.of(config.folder().toFile()));
        durable(properties);
        room(properties);
        snapshots(properties);
        timing(properties, config.group().isAlone());
        if (config.group().isAlone()) {
            RaftConfigKeys.Rpc.setType(properties, new NoRpc());
        } else {
            String address = config.group().self().address();
            int colon = address.lastIndexOf(':');
            GrpcConfigKeys.Server.setHost(properties, address.substring(0, colon));
            GrpcConfigKeys.Server.setPort(properties, Integer.parseInt(address.substring(colon + 1)));
        }
        return properties;
    }

    /// What is no text: how nodes know each other.
    static Parameters parameters(RaftConfig.Group group) {
        Parameters parameters = new Parameters();
        RaftConfig.Tls tls = group.tls();
        if (tls != null) {
            GrpcConfigKeys.TLS.setConf(parameters, new GrpcTlsConfig(tls.own(), tls.others(), true));
        }
        return parameters;
    }

    /// An entry counts as committed after the leader's own flush, so the view is never ahead of its own log.
    /// These are the defaults of Ratis 3.3; what an attendance rests on is not left to defaults.
    ///
    /// Composing appends is not a default that may stay (Ratis 3.3.0): a follower to which entries are sent again,
    /// with more behind them, while the first sending is still on its way to its log, says yes to all of them and
    /// appends the first sending alone. The leader counts on what nobody has, and the two never come together
    /// again; killing nodes found it. Without it, entries that are sent again alone are said yes to a moment before
    /// they are flushed.
    private static void durable(RaftProperties properties) {
        RaftServerConfigKeys.Log.setAppendEntriesComposeEnabled(properties, false);
        RaftServerConfigKeys.Log.setUnsafeFlushEnabled(properties, false);
        RaftServerConfigKeys.Log.setAsyncFlushEnabled(properties, false);
        RaftServerConfigKeys.Log.setCorruptionPolicy(properties, RaftServerConfigKeys.Log.CorruptionPolicy.EXCEPTION);
        // Would write an entry of its own for every commit.
        RaftServerConfigKeys.Log.setLogMetadataEnabled(properties, false);
    }

    private static void room(RaftProperties properties) {
        RaftServerConfigKeys.Log.setSegmentSizeMax(properties, SEGMENT);
        RaftServerConfigKeys.Log.setPreallocatedSize(properties, SizeInBytes.valueOf("1MB"));
        RaftServerConfigKeys.Log.setSegmentCacheNumMax(properties, 2);
        RaftServerConfigKeys.Log.setPurgeGap(properties, 1);
        RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(properties, true);
        RaftServerConfigKeys.Log.Appender.setBufferByteLimit(properties, SizeInBytes.valueOf("4MB"));
        RaftServerConfigKeys.Log.Appender.setWaitTimeMin(properties, TimeDuration.ZERO);
    }

    /// The log asks for snapshots itself: Ratis' own trigger counts entries, and what a replay costs is
    /// commands.
    private static void snapshots(RaftProperties properties) {
        RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(properties, false);
        RaftServerConfigKeys.Snapshot.setTriggerWhenStopEnabled(properties, false);
        RaftServerConfigKeys.Snapshot.setRetentionFileNum(properties, Snapshots.kept());
    }

    /// A node alone waits for nobody's vote: its first election may begin at once. Others wait 0.3 to 0.6 s before
    /// they replace a leader: after a kill, check-ins are acknowledged again after 0.9 s (median of 8) instead of
    /// the 1.8 s that 0.5 to 1 s came to.
    private static void timing(RaftProperties properties, boolean alone) {
        RaftServerConfigKeys.Rpc.setTimeoutMin(properties, millis(alone ? 100 : 300));
        RaftServerConfigKeys.Rpc.setTimeoutMax(properties, millis(alone ? 200 : 600));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, millis(alone ? 10 : 300));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, millis(alone ? 20 : 600));
        RaftServerConfigKeys.LeaderElection.setPreVote(properties, !alone);
    }

    private static TimeDuration millis(long millis) {
        return TimeDuration.valueOf(millis, TimeUnit.MILLISECONDS);
    }
}
