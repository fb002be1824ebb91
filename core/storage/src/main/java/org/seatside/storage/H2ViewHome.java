package org.seatside.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.service.log.ViewHome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder with the view in H2. One view of it is open at a time; [#stores] reads whichever that is.
///
/// The folder is locked by a file of its own: H2's lock would be lost by copying H2's file, since POSIX drops a
/// process's locks on a file when any handle to it closes.
public final class H2ViewHome implements ViewHome, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(H2ViewHome.class);
    private static final String NAME = "view";

    /// Milliseconds: a day.
    private static final int NEVER = 86_400_000;

    /// Bytes of rows or keys after which H2 begins another page. A check-in changes pages all over the indexes of
    /// records, and each is written whole; a list of old records reads as many.
    private static final int PAGE = 4096;

    private static final long TIDY_FROM = 256L << 20;

    private final Path folder;
    private final Path database;
    private final long tidyFrom;
    private final CleanMark mark;
    private final RestorePoint point;
    private final AttendanceStateMachine machine;
    private final Consumer<Change> applied;
    private final Reads reads = new Reads();
    private final FileChannel lockFile;
    private @Nullable H2View open;

    /// Takes the folder for this process and makes it where it is missing.
    ///
    /// @throws IOException where another node has it, or it cannot be written
    public H2ViewHome(Path folder, AttendanceStateMachine machine) throws IOException {
        this(folder, machine, _ -> {});
    }

    /// @param applied hears of each change once reads can see it, on the applying thread: must not block or throw
    /// @throws IOException where another node has it, or it cannot be written
    public H2ViewHome(Path folder, AttendanceStateMachine machine, Consumer<Change> applied) throws IOException {
        this(folder, machine, applied, TIDY_FROM);
    }

    /// @param tidyFrom how long a file is worth tidying up, in bytes
    H2ViewHome(Path folder, AttendanceStateMachine machine, Consumer<Change> applied, long tidyFrom)
            throws IOException {
        this.tidyFrom = tidyFrom;
        this.folder = folder.toAbsolutePath().normalize();
        this.database = this.folder.resolve(NAME + ".mv.db");
        this.mark = new CleanMark(this.folder, database);
        this.point = new RestorePoint(this.folder, database);
        this.machine = machine;
        this.applied = applied;
        if (this.folder.toString().indexOf(';') >= 0) {
            throw new IOException("H2 takes no folder with a semicolon in its name: " + this.folder);
        }
        Files.createDirectories(this.folder);
        this.lockFile = lock(this.folder.resolve("lock"));
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("locked by this process", e);
        }
        channel.close();
        throw new IOException("Another node uses " + file.getParent() + ": stop it or choose another folder");
    }

    /// The reads. Valid as long as this home.
    public H2Stores stores() {
        return new H2Stores(reads);
    }

    @Override
    public synchronized Optional<View> openClean() throws IOException {
        requireNoneOpen();
        Optional<CleanMark.Content> content = mark.take();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        H2View view = open(content.get().schema());
        if (!view.position().equals(content.get().position())) {
            throw new IOException("The view in " + folder + " is at " + view.position() + ", its mark says "
                    + content.get().position() + ". Delete the folder: it will be built again");
        }
        keep(view);
        return Optional.of(view);
    }

    @Override
    public synchronized Optional<View> openKept() throws IOException {
        requireNoneOpen();
        Optional<RestorePoint.State> kept = point.restore();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            H2View view = open(kept.get().schema());
            if (view.position().equals(kept.get().position())) {
                return Optional.of(view);
            }
            view.close();
            LOG.error("the view shows another state than the one that was kept; it is thrown away");
        } catch (IOException | RuntimeException e) {
            LOG.error("the state that was kept cannot be opened; it is thrown away", e);
        }
        throwAway();
        return Optional.empty();
    }

    /// Without it a start after a crash takes longer, and that is all.
    private static void keep(H2View view) {
        try {
            view.keep();
        } catch (IOException e) {
            LOG.warn("the state at {} could not be kept", view.position(), e);
        }
    }

    @Override
    public synchronized View openSnapshot(Path snapshot) throws IOException {
        requireNoneOpen();
        throwAway();
        SnapshotFile.Header header = SnapshotFile.restore(snapshot, database);
        H2View view = open(header.schema());
        if (!view.position().equals(header.position())) {
            view.close();
            throwAway();
            throw new IOException("The snapshot " + snapshot + " is damaged: it holds the state at " + view.position()
                    + " and says " + header.position());
        }
        keep(view);
        return view;
    }

    @Override
    public synchronized View openEmpty() throws IOException {
        requireNoneOpen();
        throwAway();
        H2View view = open(0);
        if (!view.position().equals(LogPosition.START)) {
            throw new IllegalStateException("an empty view begins at the start");
        }
        return view;
    }

    /// Writes rows without any log behind them, to measure with.
    interface Filling {
        /// @param writer of an empty view; not committed yet
        void into(Connection writer) throws SQLException;
    }

    /// Throws away what is there and opens a view with rows of one's own, at entry 1 of term 1.
    synchronized View openFilled(Filling filling) throws IOException {
        openEmpty().close();
        try (Connection writer = connect(true)) {
            filling.into(writer);
            try (var position = writer.createStatement()) {
                position.executeUpdate("update applied set term = 1, log_index = 1 where id = 1");
            }
            writer.commit();
        } catch (SQLException e) {
            throw new IOException("The rows could not be written, H2 error " + e.getErrorCode(), e);
        }
        return open(Schema.VERSION);
    }

    /// Gives the folder back. The view must be closed before.
    @Override
    public synchronized void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("could not give {} back", folder, e);
        }
    }

    private H2View open(int schema) throws IOException {
        try {
            Statements writer = new Statements(connect(true));
            try {
                Schema.migrate(writer, schema);
                H2View view =
                        new H2View(database, tidyFrom, mark, point, writer, reads, machine, applied, this::closed);
                reads.open(() -> connect(false), view);
                open = view;
                return view;
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException("H2 cannot open " + database + ", error " + e.getErrorCode()
                    + ". Is the disk full, or the folder read-only? It may be deleted: it will be built again");
        }
    }

    private synchronized void closed() {
        open = null;
    }

    private void requireNoneOpen() {
        if (open != null) {
            throw new IllegalStateException("Close the view that is open first");
        }
    }

    /// H2 stores what was committed when 19 MB of it wait, and when a state is kept: with WRITE_DELAY=0 every entry
    /// rewrites all pages it touched, and with a delay of half a second storing took more processor time than
    /// applying did. What it never stored is in the log. It writes behind the end of its file alone
    /// (REUSE_SPACE), which is what [RestorePoint] rests on, and need not tidy up the rest. No trace file: H2
    /// writes the values of failed statements into it.
    private Connection connect(boolean writes) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve(NAME)
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;TIME ZONE=UTC"
                        + ";PAGE_SIZE=" + PAGE + ";WRITE_DELAY=" + NEVER + ";REUSE_SPACE=FALSE;RETENTION_TIME=0"
                        + ";FILE_LOCK=NO;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                "sa",
                "");
        connection.setAutoCommit(!writes);
        return connection;
    }

    private void throwAway() throws IOException {
        point.delete();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().startsWith(NAME + "."))
                    .toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        if (!files.isEmpty()) {
            LOG.info("threw away {} files of the view in {}", files.size(), folder);
        }
    }
}
