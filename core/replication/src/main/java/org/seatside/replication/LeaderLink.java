package org.seatside.replication;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.ratis.client.RaftClientRpc;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcFactory;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to whoever leads: into this node's own log without a network, to another node by Ratis' protocol for
/// clients. Nothing is tried again here; who submitted does that, by another leader as the case may be. Thread-safe.
///
/// Entries were put together where they came from, so a follower hands on a few hundred of them a second. One call
/// for each check-in reached a third of that (2,822 a second instead of 8,098 at 128 connections, measured with a
/// prototype).
final class LeaderLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaderLink.class);

    private final RaftServer server;
    private final Parameters parameters;
    private final boolean alone;
    private final AppliedIndex applied;
    private final ClientId client = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong();

    /// What another node has not answered yet.
    private final Map<Long, Away> away = new ConcurrentHashMap<>();

    private @Nullable Network network;

    LeaderLink(RaftServer server, Parameters parameters, boolean alone, AppliedIndex applied) {
        this.server = server;
        this.parameters = parameters;
        this.alone = alone;
        this.applied = applied;
    }

    private record Away(RaftPeerId leader, CompletableFuture<RaftClientReply> answer) {}

    /// Connections, and the addresses for which they were made: Ratis keeps the first address of an id.
    private record Network(RaftClientRpc rpc, Map<RaftPeerId, String> addresses) {}

    RaftClientRequest.Builder request(RaftPeerId to) {
        return RaftClientRequest.newBuilder()
                .setClientId(client)
                .setServerId(to)
                .setGroupId(RaftSettings.GROUP)
                .setCallId(calls.incrementAndGet());
    }

    ClientId client() {
        return client;
    }

    long nextCall() {
        return calls.incrementAndGet();
    }

    /// Hands over an entry.
    ///
    /// A follower hears that an entry counts with the next one, or with the leader's next heartbeat, 150 ms later
    /// at most. Check-ins are not kept waiting for that: what they came to is in the leader's answer, and 32
    /// connections to a follower got 180 answers a second otherwise. Whoever sent another command reads next what
    /// it changed.
    ///
    /// @return the leader's answer; of an entry that has other commands than check-ins given once this node's view
    ///     has it too
    /// @throws IOException where nobody leads, as far as this node knows
    CompletableFuture<RaftClientReply> submit(Message entry) throws IOException {
        RaftPeerId leader = leader();
        RaftClientRequest request = request(leader)
                .setMessage(entry)
                .setType(RaftClientRequest.writeRequestType())
                .build();
        if (leader.equals(server.getId())) {
            return server.submitClientRequestAsync(request);
        }
        CompletableFuture<RaftClientReply> answer = forward(leader, request);
        if (entry instanceof Entry) {
            return answer; // check-ins alone
        }
        return answer.thenCompose(reply -> reply.isSuccess()
                ? applied.reached(reply.getLogIndex()).thenApply(_ -> reply)
                : CompletableFuture.completedFuture(reply));
    }

    RaftPeerId leader() throws IOException {
        RaftPeerId leader = server.getDivision(RaftSettings.GROUP).getInfo().getLeaderId();
        if (leader == null) {
            throw new IOException("No node leads the log");
        }
        return leader;
    }

    private CompletableFuture<RaftClientReply> forward(RaftPeerId leader, RaftClientRequest request)
            throws IOException {
        RaftClientRpc rpc = rpc();
        CompletableFuture<RaftClientReply> answer = new CompletableFuture<>();
        away.put(request.getCallId(), new Away(leader, answer));
        var _ = rpc.sendRequestAsyncUnordered(request).whenComplete((reply, failure) -> {
            if (failure == null) {
                answer.complete(reply);
            } else {
                // A channel that failed once would wait for minutes before it tried again.
                rpc.handleException(leader, failure, true);
                answer.completeExceptionally(failure);
            }
        });
        return answer.whenComplete((_, _) -> away.remove(request.getCallId()));
    }

    /// Gives up what was handed to a node that leads no longer: a node that stands still answers nothing.
    void follow(@Nullable RaftPeerId leader) {
        away.values().forEach(open -> {
            if (!open.leader().equals(leader)) {
                open.answer().completeExceptionally(new IOException("Another node leads the log now"));
            }
        });
    }

    /// Connections to the nodes that keep the log now.
    RaftClientRpc rpc() throws IOException {
        return rpc(server.getDivision(RaftSettings.GROUP).getRaftConf().getAllPeers());
    }

    /// Connections to some nodes.
    synchronized RaftClientRpc rpc(Collection<RaftPeer> peers) throws IOException {
        if (alone) {
            throw new IOException("This node keeps the log alone");
        }
        Map<RaftPeerId, String> wanted =
                peers.stream().collect(Collectors.toMap(RaftPeer::getId, peer -> String.valueOf(peer.getAddress())));
        Network current = network;
        if (current == null
                || wanted.entrySet().stream()
                        .anyMatch(peer -> !peer.getValue()
                                .equals(current.addresses().getOrDefault(peer.getKey(), peer.getValue())))) {
            close();
            network = new Network(
                    new GrpcFactory(parameters).newRaftClientRpc(client, new RaftProperties()),
                    new ConcurrentHashMap<>());
        }
        Network made = Objects.requireNonNull(network);
        made.addresses().putAll(wanted);
        made.rpc().addRaftPeers(peers);
        return made.rpc();
    }

    @Override
    public synchronized void close() {
        if (network != null) {
            try {
                network.rpc().close();
            } catch (IOException e) {
                LOG.warn("the connections to other nodes did not close", e);
            }
            network = null;
        }
    }
}
