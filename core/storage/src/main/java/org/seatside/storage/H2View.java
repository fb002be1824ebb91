package org.seatside.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.AuditChange;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.HookChange;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.RecordChange;
import org.seatside.service.log.StaffChange;
import org.seatside.service.log.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The state in an H2 file that one connection writes.
///
/// After a failure the view refuses to go on and is not marked as clean when it closes: what the file holds
/// then is not known, and the next start builds it again.
final class H2View implements View, Reads.Applying {
    private static final Logger LOG = LoggerFactory.getLogger(H2View.class);

    /// How long H2 tidies up before it is asked again whether to go on.
    private static final int TIDY_MILLIS = 200;

    private final Path database;
    private final long tidyFrom;
    private final CleanMark mark;
    private final RestorePoint point;
    private final Statements writer;
    private final Reads reads;
    private final AttendanceStateMachine machine;
    private final Consumer<Change> applied;
    private final H2StateTransaction state;
    private final Runnable onClose;
    /// Written by the applying thread alone.
    private volatile LogPosition position;

    private LogPosition stored;
    private volatile boolean failed;
    private volatile boolean closed;

    H2View(
            Path database,
            long tidyFrom,
            CleanMark mark,
            RestorePoint point,
            Statements writer,
            Reads reads,
            AttendanceStateMachine machine,
            Consumer<Change> applied,
            Runnable onClose) {
        this.database = database;
        this.tidyFrom = tidyFrom;
        this.mark = mark;
        this.point = point;
        this.writer = writer;
        this.reads = reads;
        this.machine = machine;
        this.applied = applied;
        this.onClose = onClose;
        this.state = new H2StateTransaction(writer);
        this.position = readPosition(writer);
        this.stored = position;
    }

    private static LogPosition readPosition(Statements writer) {
        return writer.first(
                        "select term, log_index from applied where id = 1",
                        row -> new LogPosition(row.getLong("term"), row.getLong("log_index")))
                .orElseThrow(() -> new IllegalStateException("The view does not say how far it is"));
    }

    @Override
    public LogPosition position() {
        return position;
    }

    @Override
    public synchronized List<ApplyResult> apply(LogPosition entry, List<Command> commands) {
        requireNext(entry);
        try {
            state.begin();
            List<ApplyResult> results = new ArrayList<>(commands.size());
            for (Command command : commands) {
                results.add(machine.apply(entry.index(), command, state));
            }
            state.end();
            store(entry);
            position = entry;
            if (commands.stream().map(Command::change).anyMatch(H2View::mayTouchTheRoster)) {
                reads.forget();
            }
            reads.searchTexts().touched(commands.stream().map(Command::change).toList());
            commands.forEach(command -> applied.accept(command.change()));
            return results;
        } catch (Throwable e) {
            // Errors too: half an entry must never be stored by what comes later.
            failed = true;
            takeBack(e);
            throw e;
        }
    }

    /// Only what comes many times a second and surely does not is told apart; all else makes reads forget.
    private static boolean mayTouchTheRoster(Change change) {
        return switch (change) {
            case Change.RecordCheckIn _,
                    Change.CorrectAttendance _,
                    Change.MarkUpstream _,
                    HookChange _,
                    RecordChange _,
                    Change.OpenSession _,
                    Change.CloseSession _,
                    Change.ForgetResults _,
                    StaffChange _,
                    AuditChange _ -> false;
            default -> true;
        };
    }

    private void takeBack(Throwable why) {
        try {
            writer.rollback();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /// Only remembered: the next transaction, snapshot or close writes it. Until then a restart comes by the
    /// entry again, which does no harm.
    @Override
    public synchronized void skip(LogPosition entry) {
        requireNext(entry);
        position = entry;
    }

    @Override
    public synchronized Kept keep() throws IOException {
        requireUsable();
        try {
            storeAll();
            force();
        } catch (Throwable e) {
            failed = true;
            throw e;
        }
        long length = Files.size(database);
        byte[] head = point.head();
        point.write(position, length, head);
        return new Copyable(position, length, head);
    }

    /// H2 rearranges the file then, which it must not do behind the back of the state that was kept: there is none
    /// meanwhile.
    @Override
    public void tidy(BooleanSupplier goOn) throws IOException {
        MVStore store = writer.store();
        synchronized (this) {
            requireUsable();
            if (!isUntidy(store)) {
                return;
            }
            point.delete();
            store.setReuseSpace(true);
        }
        long before = Files.size(database);
        try {
            while (isUntidy(store) && goOn.getAsBoolean()) {
                store.compactFile(TIDY_MILLIS);
            }
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        }
        synchronized (this) {
            store.setReuseSpace(false);
            keep();
        }
        LOG.info("the view's file has {} MiB instead of {}", Files.size(database) >> 20, before >> 20);
    }

    /// More than half of it is room of pages that were written anew.
    private boolean isUntidy(MVStore store) {
        FileStore<?> file = store.getFileStore();
        long percentOfPercent = (long) file.getFillRate() * file.getChunksFillRate();
        return file.size() > tidyFrom && percentOfPercent < 100 * 100 / 2;
    }

    /// Has H2 write what it holds back, and the disk keep it.
    synchronized void force() {
        writer.execute("checkpoint sync");
    }

    /// The file as it was: H2 writes behind its end alone.
    private final class Copyable implements Kept {
        private final LogPosition at;
        private final long length;
        private final byte[] head;

        Copyable(LogPosition at, long length, byte[] head) {
            this.at = at;
            this.length = length;
            this.head = head;
        }

        @Override
        public LogPosition position() {
            return at;
        }

        @Override
        public long size() {
            return length;
        }

        @Override
        public void copyTo(Path file) throws IOException {
            SnapshotFile.write(database, length, head, at, file, () -> !closed);
        }
    }

    @Override
    public synchronized void settle() {
        // Whoever reads next is told that there is no view.
        if (failed || closed) {
            return;
        }
        try {
            if (state.settle()) {
                writer.commit();
            }
        } catch (Throwable e) {
            failed = true;
            takeBack(e);
            throw e;
        }
    }

    @Override
    public synchronized <T> T between(Supplier<T> read) {
        settle();
        return read.get();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        // Reads may wait for the lock of this: it must not be held while they are waited for.
        reads.close();
        end();
    }

    private synchronized void end() {
        try {
            if (failed) {
                writer.execute("shutdown immediately");
                return;
            }
            storeAll();
            // Closing rearranges the file.
            point.delete();
            writer.close();
            mark.write(position);
        } catch (IOException e) {
            throw new UncheckedIOException("The view is closed but not marked as clean; it will be built again", e);
        } finally {
            onClose.run();
        }
    }

    private void storeAll() {
        if (state.settle() || !stored.equals(position)) {
            store(position);
        }
    }

    private void store(LogPosition reached) {
        writer.update("update applied set term = ?, log_index = ? where id = 1", reached.term(), reached.index());
        writer.commit();
        stored = reached;
    }

    private void requireNext(LogPosition entry) {
        requireUsable();
        if (entry.index() <= position.index()) {
            throw new IllegalArgumentException(
                    "Entry " + entry.index() + " was applied already, the view is at " + position.index());
        }
    }

    private void requireUsable() {
        if (failed || closed) {
            throw new IllegalStateException(failed ? "The view failed and takes nothing more" : "The view is closed");
        }
    }
}
