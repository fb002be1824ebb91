package org.seatside.replication;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.proto.RaftProtos.ServerRpcProto;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.SetConfigurationRequest;
import org.apache.ratis.protocol.TransferLeadershipRequest;
import org.apache.ratis.protocol.exceptions.NotLeaderException;
import org.apache.ratis.server.RaftServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which nodes keep the log, and how that changes while it is written to. Any node may be asked. Thread-safe; the
/// changes block.
///
/// Nodes are taken in one at a time, each only once it has all but the newest entries: until then the others decide
/// without it. A node whose disk was lost must be removed before it comes back, under its old name too: it would
/// vote without what it had promised to keep.
public final class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration AGAIN = Duration.ofMillis(300);

    private final RaftServer server;
    private final LeaderLink link;
    private final RaftConfig.Group group;
    private final CountDownLatch closing;

    Membership(RaftServer server, LeaderLink link, RaftConfig.Group group, CountDownLatch closing) {
        this.server = server;
        this.link = link;
        this.group = group;
        this.closing = closing;
    }

    /// @param leads by this node's knowledge
    /// @param silentMillis for how long this node has not heard of it; null where the two do not speak with each
    ///     other: followers hear of the leader alone
    public record Member(
            RaftConfig.Peer peer, boolean leads, @Nullable Long silentMillis) {}

    /// The nodes that keep the log, as far as this one knows.
    public List<Member> members() {
        try {
            RaftServer.Division division = server.getDivision(RaftSettings.GROUP);
            RoleInfoProto role = division.getInfo().getRoleInfoProto();
            RaftPeerId leader = division.getInfo().getLeaderId();
            return division.getRaftConf().getCurrentPeers().stream()
                    .map(peer -> new Member(
                            RaftSettings.peer(peer), peer.getId().equals(leader), silence(peer.getId(), role)))
                    .toList();
        } catch (IOException e) {
            LOG.debug("the log is not running", e);
            return List.of();
        }
    }

    private @Nullable Long silence(RaftPeerId id, RoleInfoProto role) {
        if (id.equals(server.getId())) {
            return 0L;
        }
        Stream<ServerRpcProto> heard = role.hasFollowerInfo()
                ? Stream.of(role.getFollowerInfo().getLeaderInfo())
                : role.getLeaderInfo().getFollowerInfoList().stream();
        return heard.filter(other -> is(id, other))
                .map(ServerRpcProto::getLastRpcElapsedTimeMs)
                .findFirst()
                .orElse(null);
    }

    private static boolean is(RaftPeerId id, ServerRpcProto other) {
        return other.getId().getId().equals(id.toByteString());
    }

    /// Whether this node is one of those that keep the log, as far as it knows.
    boolean isIn() throws IOException {
        return current().stream().anyMatch(peer -> peer.getId().equals(server.getId()));
    }

    /// Has the others take this node in, however long they take, where it is not in yet.
    void join() throws InterruptedException {
        List<RaftPeer> others = group.others().stream().map(RaftSettings::peer).toList();
        int asked = 0;
        do {
            try {
                if (isIn()) {
                    return;
                }
                RaftPeerId other = others.get(asked++ % others.size()).getId();
                add(group.self(), other, others);
            } catch (IOException e) {
                LOG.info("the other nodes have not taken this one in yet: {}", e.getMessage());
            }
        } while (!closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void add(RaftConfig.Peer peer, RaftPeerId askFirst, Collection<RaftPeer> known) throws IOException {
        SetConfigurationRequest.Arguments more = SetConfigurationRequest.Arguments.newBuilder()
                .setServersInNewConf(List.of(RaftSettings.peer(peer)))
                .setMode(SetConfigurationRequest.Mode.ADD)
                .build();
        RaftClientReply reply = change(askFirst, more, known);
        NotLeaderException elsewhere = reply.getNotLeaderException();
        if (elsewhere != null && elsewhere.getSuggestedLeader() != null) {
            List<RaftPeer> all = new ArrayList<>(known);
            all.removeIf(
                    peer0 -> peer0.getId().equals(elsewhere.getSuggestedLeader().getId()));
            all.add(elsewhere.getSuggestedLeader());
            reply = change(elsewhere.getSuggestedLeader().getId(), more, all);
        }
        require(reply);
    }

    private RaftClientReply change(RaftPeerId to, SetConfigurationRequest.Arguments change, Collection<RaftPeer> known)
            throws IOException {
        return link.rpc(known).sendRequest(request(to, change));
    }

    private SetConfigurationRequest request(RaftPeerId to, SetConfigurationRequest.Arguments change) {
        return new SetConfigurationRequest(link.client(), to, RaftSettings.GROUP, link.nextCall(), change);
    }

    private Collection<RaftPeer> current() throws IOException {
        return server.getDivision(RaftSettings.GROUP).getRaftConf().getCurrentPeers();
    }

    /// Takes a node out; it may be gone for good.
    ///
    /// @param within how long to try again where the log has no leader or is being changed already
    /// @throws IOException where that was not done in time; it may be asked again
    public void remove(String id, Duration within) throws IOException, InterruptedException {
        again(within, () -> {
            Collection<RaftPeer> now = current();
            List<RaftPeer> left = now.stream()
                    .filter(peer -> !peer.getId().toString().equals(id))
                    .toList();
            if (left.isEmpty()) {
                throw new IllegalArgumentException("The last node that keeps the log cannot be taken out");
            }
            return left.size() == now.size()
                    ? null
                    : request(
                            link.leader(),
                            SetConfigurationRequest.Arguments.newBuilder()
                                    .setServersInNewConf(left)
                                    .setServersInCurrentConf(List.copyOf(now))
                                    .setMode(SetConfigurationRequest.Mode.COMPARE_AND_SET)
                                    .build());
        });
    }

    /// Gives this node's own address, where the log knows another: a node that kept the log alone had none.
    void announce(Duration within) throws IOException, InterruptedException {
        RaftPeer self = RaftSettings.peer(group.self());
        again(within, () -> {
            Collection<RaftPeer> now = current();
            boolean known = now.stream()
                    .filter(peer -> peer.getId().equals(self.getId()))
                    .allMatch(peer -> self.getAddress().equals(peer.getAddress()));
            return known
                    ? null
                    : request(
                            link.leader(),
                            SetConfigurationRequest.Arguments.newBuilder()
                                    .setServersInNewConf(now.stream()
                                            .map(peer -> peer.getId().equals(self.getId()) ? self : peer)
                                            .toList())
                                    .build());
        });
    }

    /// Has another node lead, so that this one can be stopped without a pause.
    ///
    /// @param within as for [#remove]
    public void lead(String id, Duration within) throws IOException, InterruptedException {
        RaftPeerId next = RaftPeerId.valueOf(id);
        again(
                within,
                () -> link.leader().equals(next)
                        ? null
                        : new TransferLeadershipRequest(
                                link.client(),
                                link.leader(),
                                RaftSettings.GROUP,
                                link.nextCall(),
                                next,
                                within.toMillis()));
    }

    /// What to ask for, by what the log knows now; null where nothing is left to be done.
    private interface Wish {
        @Nullable
        RaftClientRequest now() throws IOException;
    }

    private void again(Duration within, Wish wish) throws IOException, InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        do {
            try {
                RaftClientRequest request = wish.now();
                if (request == null) {
                    return;
                }
                require(send(request));
            } catch (IOException e) {
                // Another node leads now, the nodes are being changed already, or nobody leads for the moment.
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                LOG.info("the nodes that keep the log are not changed yet: {}", e.getMessage());
            }
        } while (!closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
        throw new IOException("This node is stopping");
    }

    private RaftClientReply send(RaftClientRequest request) throws IOException {
        if (!request.getServerId().equals(server.getId())) {
            return link.rpc().sendRequest(request);
        }
        try {
            return (request instanceof SetConfigurationRequest change
                            ? server.setConfigurationAsync(change)
                            : server.transferLeadershipAsync((TransferLeadershipRequest) request))
                    .join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static void require(RaftClientReply reply) throws IOException {
        if (!reply.isSuccess()) {
            throw reply.getException();
        }
    }
}
