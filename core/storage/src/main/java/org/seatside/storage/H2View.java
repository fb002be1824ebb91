package org.seatside.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

/// The state in an H2 file that one connection writes.
///
/// After a failure the view refuses to go on and is not marked as clean when it closes: what the file holds
/// then is not known, and the next start builds it again.
final class H2View implements View {
    /// Milliseconds after which H2 stores what was committed.
    static final int WRITE_DELAY = 500;

    private final Path database;
    private final CleanMark mark;
    private final Statements writer;
    private final Reads.Source connections;
    private final Reads reads;
    private final AttendanceStateMachine machine;
    private final Consumer<Change> applied;
    private final H2StateTransaction state;
    private final Runnable onClose;
    /// Written by the applying thread alone.
    private volatile LogPosition position;

    private LogPosition stored;
    private boolean failed;
    private boolean closed;

    H2View(
            Path database,
            CleanMark mark,
            Statements writer,
            Reads.Source connections,
            Reads reads,
            AttendanceStateMachine machine,
            Consumer<Change> applied,
            Runnable onClose) {
        this.database = database;
        this.mark = mark;
        this.writer = writer;
        this.connections = connections;
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
    public List<ApplyResult> apply(LogPosition entry, List<Command> commands) {
        requireNext(entry);
        try {
            state.begin();
            List<ApplyResult> results = new ArrayList<>(commands.size());
            for (Command command : commands) {
                results.add(machine.apply(entry.index(), command, state));
            }
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
    public void skip(LogPosition entry) {
        requireNext(entry);
        position = entry;
    }

    /// Closes the file for it and opens it again. A file that H2 still has open may be copied, but what is
    /// found in the copy depends on H2's recovery, as after a crash: with the room of old pages used again at
    /// once, it went back to an earlier state in most of 60 copies, `checkpoint sync` before them or not.
    @Override
    public void snapshot(Path file) throws IOException {
        requireUsable();
        try {
            storeSkipped();
            reads.without(() -> {
                writer.close();
                try {
                    SnapshotFile.write(database, position, file);
                } finally {
                    reopen();
                }
            });
        } catch (ViewFailedException e) {
            failed = true;
            throw e;
        }
    }

    private void reopen() {
        try {
            writer.moveTo(connections.open());
        } catch (SQLException e) {
            throw new ViewFailedException("open the view again", e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        reads.close();
        try {
            if (failed) {
                writer.execute("shutdown immediately");
                return;
            }
            storeSkipped();
            writer.close();
            mark.write(position);
        } catch (IOException e) {
            throw new UncheckedIOException("The view is closed but not marked as clean; it will be built again", e);
        } finally {
            onClose.run();
        }
    }

    private void storeSkipped() {
        if (!stored.equals(position)) {
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
