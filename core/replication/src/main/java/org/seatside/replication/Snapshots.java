package org.seatside.replication;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.ratis.io.MD5Hash;
import org.apache.ratis.server.storage.FileInfo;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.SnapshotInfo;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;
import org.apache.ratis.statemachine.impl.SingleFileSnapshotInfo;
import org.apache.ratis.util.MD5FileUtil;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.service.log.ViewHome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The snapshots in Ratis' folder for them, and which state a node starts from.
///
/// A node starts from what its view kept last. Snapshots are copies of it, for other nodes, for backups, and for
/// the day on which the view's own files are damaged: they are written while more is applied, and the longer they
/// are, the more seldom. Two stay, and the log back to the older one: a snapshot that turns out to be damaged costs
/// a longer replay and nothing else.
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int KEPT = 2;
    private static final String DAMAGED = ".damaged";

    /// A copy is due once this many times the log are as long as it. Replaying the log costs more than reading a
    /// copy, but hardly ever happens.
    private static final long PER_LOG = 4;

    /// Bytes that are copied whenever there is something new: a fraction of a second.
    private static final long SHORT = 64L << 20;

    private final ViewHome home;
    private final SimpleStateMachineStorage storage = new SimpleStateMachineStorage();
    private Path folder = Path.of("");
    private Path log = Path.of("");
    private volatile long keptIndex;
    private volatile long keptSize;

    Snapshots(ViewHome home) {
        this.home = home;
    }

    static int kept() {
        return KEPT;
    }

    SimpleStateMachineStorage storage() {
        return storage;
    }

    /// The best state there is: the view as it was closed, else as it was kept, else the newest good snapshot, else
    /// an empty one; always one that the log reaches back to.
    View open(RaftStorage raft) throws IOException {
        folder = raft.getStorageDir().getStateMachineDir().toPath();
        log = raft.getStorageDir().getCurrentDir().toPath();
        Files.createDirectories(folder);
        View view = openBest(raft.getStorageDir().getCurrentDir());
        storage.init(raft);
        keptIndex = view.position().index();
        return view;
    }

    /// Whether the node would have to apply that many entries again after a crash, or other nodes and backups after
    /// their snapshot, where one is worth its while.
    boolean isDue(long applied, long entries) throws IOException {
        return applied - keptIndex >= entries || (applied - copied() >= entries && isWorthIt(keptSize));
    }

    /// The last entry in the newest snapshot; 0 without one.
    long copied() {
        SnapshotInfo latest = storage.getLatestSnapshot();
        return latest == null ? 0 : latest.getIndex();
    }

    private View openBest(File log) throws IOException {
        Optional<View> clean = home.openClean();
        if (clean.isPresent()) {
            return reached(clean.get(), log);
        }
        Optional<View> last = home.openKept();
        if (last.isPresent()) {
            LOG.info(
                    "going on from the state kept at entry {}",
                    last.get().position().index());
            return reached(last.get(), log);
        }
        for (Path snapshot : newestFirst()) {
            try {
                View view = home.openSnapshot(snapshot);
                LOG.info(
                        "rebuilding the view from the snapshot at entry {}",
                        view.position().index());
                return reached(view, log);
            } catch (DamagedLogException e) {
                throw e;
            } catch (IOException e) {
                LOG.error("set aside as {}: {}", snapshot.getFileName() + DAMAGED, e.getMessage());
                setAside(snapshot);
            }
        }
        return reached(home.openEmpty(), log);
    }

    /// Refuses a state behind which the log has a gap: going on would lose what was acknowledged in between.
    private View reached(View view, File log) throws IOException {
        long first = LogFiles.firstIndex(log.toPath());
        LogPosition position = view.position();
        if (first > position.index() + 1) {
            view.close();
            throw new DamagedLogException("The log in " + log + " begins at entry " + first
                    + ", but the newest usable snapshot or view ends at " + position.index()
                    + ". Entries between them are missing here: restore this node from a backup, or, where other nodes"
                    + " keep the log too, move its folder away and let them bring it up to date");
        }
        return view;
    }

    /// Has the view keep its state.
    View.Kept keep(View view) throws IOException {
        View.Kept state = view.keep();
        keptIndex = state.position().index();
        keptSize = state.size();
        return state;
    }

    /// Writes a state as a snapshot, where that is worth its while. On any thread but the one that applies, one at a
    /// time.
    ///
    /// @param anyway whether it is written however long it is
    /// @return whether there is a new snapshot
    boolean copy(View.Kept state, boolean anyway) throws IOException {
        LogPosition position = state.position();
        Optional<Path> newest = newestFirst().stream().findFirst();
        if ((newest.isPresent() && index(newest.get()) >= position.index())
                || !(anyway || newest.isEmpty() || isWorthIt(state.size()))) {
            return false;
        }
        Path file = storage.getSnapshotFile(position.term(), position.index()).toPath();
        state.copyTo(file);
        MD5Hash md5 = md5(file);
        MD5FileUtil.saveMD5File(file.toFile(), md5);
        storage.updateLatestSnapshot(
                new SingleFileSnapshotInfo(new FileInfo(file, md5), position.term(), position.index()));
        for (Path old : newestFirst().stream().skip(KEPT).toList()) {
            Files.deleteIfExists(MD5FileUtil.getDigestFileForFile(old.toFile()).toPath());
            Files.delete(old);
        }
        return true;
    }

    /// Ratis' own goes by so small parts that the first time, which is most times, it takes twice the processor time.
    private static MD5Hash md5(Path file) throws IOException {
        MessageDigest digest = MD5FileUtil.newMD5();
        byte[] part = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
        }
        return MD5Hash.newInstance(digest.digest());
    }

    /// The last entry that the log may forget: the older snapshot has it.
    long neededAfter() throws IOException {
        return newestFirst().stream()
                .skip(KEPT - 1)
                .findFirst()
                .map(Snapshots::index)
                .orElse(0L);
    }

    private boolean isWorthIt(long size) throws IOException {
        return size <= SHORT || LogFiles.length(log) * PER_LOG >= size;
    }

    /// The state that the leader sent.
    View openInstalled() throws IOException {
        SingleFileSnapshotInfo installed = storage.loadLatestSnapshot();
        if (installed == null) {
            throw new IOException("The snapshot that was installed is not there");
        }
        return home.openSnapshot(installed.getFile().getPath());
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).matches())
                    .sorted(Comparator.comparingLong(Snapshots::index).reversed())
                    .toList();
        }
    }

    private static void setAside(Path snapshot) throws IOException {
        Files.move(snapshot, snapshot.resolveSibling(snapshot.getFileName() + DAMAGED));
        Files.deleteIfExists(MD5FileUtil.getDigestFileForFile(snapshot.toFile()).toPath());
    }

    private static long index(Path snapshot) {
        Matcher name = name(snapshot);
        if (!name.matches()) {
            throw new IllegalArgumentException("not the name of a snapshot: " + snapshot);
        }
        return Long.parseLong(name.group(2));
    }

    private static Matcher name(Path file) {
        return SimpleStateMachineStorage.SNAPSHOT_REGEX.matcher(String.valueOf(file.getFileName()));
    }
}
