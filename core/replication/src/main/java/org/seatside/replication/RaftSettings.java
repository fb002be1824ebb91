package org.seatside.replication;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.RaftConfigKeys;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
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

    static RaftGroup group(RaftConfig config) {
        List<RaftPeer> peers = config.peers().stream()
                .map(peer -> RaftPeer.newBuilder()
                        .setId(peer.id())
                        .setAddress(peer.address())
                        .build())
                .toList();
        return RaftGroup.valueOf(GROUP, peers);
    }

    static RaftProperties properties(RaftConfig config) {
        RaftProperties properties = new RaftProperties();
        RaftServerConfigKeys.setStorageDir(properties, List.of(config.folder().toFile()));
        durable(properties);
        room(properties);
        snapshots(properties);
        timing(properties, config.isAlone());
        if (config.isAlone()) {
            RaftConfigKeys.Rpc.setType(properties, new NoRpc());
        } else {
            String address = config.peers().stream()
                    .filter(peer -> peer.id().equals(config.self()))
                    .findFirst()
                    .orElseThrow()
                    .address();
            int colon = address.lastIndexOf(':');
            GrpcConfigKeys.Server.setHost(properties, address.substring(0, colon));
            GrpcConfigKeys.Server.setPort(properties, Integer.parseInt(address.substring(colon + 1)));
        }
        return properties;
    }

    /// An entry counts as committed after the leader's own flush, so the view is never ahead of its own log.
    /// These are the defaults of Ratis 3.3; what an attendance rests on is not left to defaults.
    private static void durable(RaftProperties properties) {
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

    /// A node alone waits for nobody's vote: its first election may begin at once.
    private static void timing(RaftProperties properties, boolean alone) {
        RaftServerConfigKeys.Rpc.setTimeoutMin(properties, millis(alone ? 100 : 500));
        RaftServerConfigKeys.Rpc.setTimeoutMax(properties, millis(alone ? 200 : 1000));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, millis(alone ? 10 : 500));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, millis(alone ? 20 : 1000));
        RaftServerConfigKeys.LeaderElection.setPreVote(properties, !alone);
    }

    private static TimeDuration millis(long millis) {
        return TimeDuration.valueOf(millis, TimeUnit.MILLISECONDS);
    }
}
