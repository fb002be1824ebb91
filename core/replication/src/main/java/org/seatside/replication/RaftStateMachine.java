package org.seatside.replication;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.StateMachineStorage;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.util.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Command;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies committed entries to the view, in Ratis' own applying thread.
///
/// Entries that the view has already are passed over: Ratis replays from its last snapshot, the view knows
/// better. When the view fails, the first failure is kept, nothing is applied or answered any more, and
/// `onFailure` ends the server: the entry will be tried again by the next start.
final class RaftStateMachine extends BaseStateMachine {
    private static final Logger LOG = LoggerFactory.getLogger(RaftStateMachine.class);

    private final CommandCodec codec;
    private final Snapshots snapshots;
    private final AppliedIndex applied;
    private final Consumer<String> onFailure;
    private volatile @Nullable String failure;
    private volatile Consumer<Exception> onSnapshotFailure = _ -> {};
    private volatile Consumer<RaftPeerId> onLeader = _ -> {};
    private final AtomicLong commandsSinceKept = new AtomicLong();
    private @Nullable View view;

    RaftStateMachine(CommandCodec codec, Snapshots snapshots, AppliedIndex applied, Consumer<String> onFailure) {
        this.codec = codec;
        this.snapshots = snapshots;
        this.applied = applied;
        this.onFailure = onFailure;
    }

    /// Why the view takes nothing more; empty while all is well.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    long commandsSinceKept() {
        return commandsSinceKept.get();
    }

    @Override
    public void initialize(RaftServer server, RaftGroupId group, RaftStorage storage) throws IOException {
        super.initialize(server, group, storage);
        getLifeCycle().startAndTransition(() -> use(snapshots.open(storage)), IOException.class);
    }

    private void use(View opened) {
        view = opened;
        commandsSinceKept.set(0);
        LogPosition position = opened.position();
        setLastAppliedTermIndex(TermIndex.valueOf(position.term(), position.index()));
        applied.moveTo(position.index());
    }

    /// @param heard is told of each new leader, on Ratis' threads: must not block
    void whenLed(Consumer<RaftPeerId> heard) {
        onLeader = heard;
    }

    @Override
    public void notifyLeaderChanged(RaftGroupMemberId self, RaftPeerId leader) {
        onLeader.accept(leader);
    }

    @Override
    public StateMachineStorage getStateMachineStorage() {
        return snapshots.storage();
    }

    /// Refuses on the leader, before the log, what apply could not read.
    @Override
    public TransactionContext startTransaction(RaftClientRequest request) throws IOException {
        ByteString entry = request.getMessage().getContent();
        return TransactionContext.newBuilder()
                .setStateMachine(this)
                .setClientRequest(request)
                .setLogData(entry)
                .setStateMachineContext(new Decoded(codec.commands(request.getMessage())))
                .build();
    }

    private record Decoded(List<Command> commands) {}

    @Override
    public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
        LogEntryProto entry = transaction.getLogEntry();
        LogPosition position = new LogPosition(entry.getTerm(), entry.getIndex());
        View current = current();
        if (failure != null || position.index() <= current.position().index()) {
            return CompletableFuture.completedFuture(Message.EMPTY);
        }
        try {
            List<Command> commands = transaction.getStateMachineContext() instanceof Decoded decoded
                    ? decoded.commands()
                    : codec.commands(entry.getStateMachineLogEntry().getLogData());
            List<ApplyResult> results = current.apply(position, commands);
            moved(position);
            commandsSinceKept.addAndGet(commands.size());
            return CompletableFuture.completedFuture(new Answer(codec, results));
        } catch (Throwable e) {
            fail("The view failed at entry " + position.index() + " of the log", e);
            return CompletableFuture.completedFuture(Message.EMPTY);
        }
    }

    @Override
    public void notifyTermIndexUpdated(long term, long index) {
        View current = current();
        if (failure == null && index > current.position().index()) {
            LogPosition position = new LogPosition(term, index);
            current.skip(position);
            moved(position);
        }
    }

    private void moved(LogPosition position) {
        updateLastAppliedTermIndex(position.term(), position.index());
        applied.moveTo(position.index());
    }

    /// Has the view keep its state between two entries. On any thread.
    View.Kept keep() throws IOException {
        if (failure != null || getLifeCycleState().isClosingOrClosed()) {
            throw new IOException("A view that failed or was closed keeps nothing");
        }
        View.Kept state = snapshots.keep(current());
        commandsSinceKept.set(0);
        return state;
    }

    /// Has the view give back room, where it has much; a snapshot was written just before. On any thread.
    void tidy(BooleanSupplier goOn) throws IOException {
        current().tidy(goOn);
    }

    /// The snapshot was written before Ratis is asked for one, while more was applied: what Ratis does is to forget
    /// the log that nobody needs any more.
    @Override
    public long takeSnapshot() throws IOException {
        try {
            return snapshots.neededAfter();
        } catch (IOException | RuntimeException e) {
            onSnapshotFailure.accept(e);
            throw e;
        }
    }

    /// Ratis lets whoever asked for a snapshot wait till the end when it fails.
    ///
    /// @param heard is told of the next failures
    void whenSnapshotFails(Consumer<Exception> heard) {
        onSnapshotFailure = heard;
    }

    /// A snapshot of the leader's is about to replace the view. Nothing is applied until [#reinitialize].
    @Override
    public void pause() {
        getLifeCycle().transition(LifeCycle.State.PAUSING);
        getLifeCycle().transition(LifeCycle.State.PAUSED);
    }

    @Override
    public void reinitialize() throws IOException {
        current().close();
        use(snapshots.openInstalled());
        getLifeCycle().transition(LifeCycle.State.STARTING);
        getLifeCycle().transition(LifeCycle.State.RUNNING);
    }

    @Override
    public void close() {
        View current = view;
        if (current != null) {
            current.close();
        }
        getLifeCycle().checkStateAndClose();
    }

    private void fail(String what, Throwable cause) {
        LOG.error("{}; this node acknowledges nothing more and stops its part of the log", what, cause);
        String why = what + ": " + cause.getMessage();
        failure = why;
        onFailure.accept(why);
    }

    private View current() {
        View current = view;
        if (current == null) {
            throw new IllegalStateException("used before initialize");
        }
        return current;
    }
}
