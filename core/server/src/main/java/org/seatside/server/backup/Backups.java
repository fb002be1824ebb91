package org.seatside.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.seatside.model.api.BackupStatus;
import org.seatside.replication.RaftCommandLog;
import org.seatside.storage.H2Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The backups of a running node: a snapshot at an entry of the log, the log behind it, and the node's keys.
/// What is copied while entries are applied is cut at the entry whose state was hashed, so that a drill can
/// compare.
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String PREFIX = "seatside-";
    private static final String SUFFIX = ".backup";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String COPY = "backup-copy";
    private static final String DRILL = "backup-drill";

    /// What is made anew at a start, or is of this run alone.
    private static final Set<String> LEFT_OUT = Set.of("view", "log", "imports", "node.json", COPY, DRILL);

    private final Path data;
    private final BackupConfig config;
    private final RaftCommandLog log;
    private final H2Stores stores;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /// @param data the node's folder
    public Backups(Path data, BackupConfig config, RaftCommandLog log, H2Stores stores, InstantSource clock) {
        this.data = data;
        this.config = config;
        this.log = log;
        this.stores = stores;
        this.clock = clock;
    }

    /// Writes a backup where the newest is older than configured, and lets the oldest go.
    public synchronized void writeIfDue() {
        Path folder = config.folder();
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            List<Path> there = newestFirst(folder);
            boolean due = there.isEmpty()
                    || !clock.instant().isBefore(made(there.getFirst()).plus(Objects.requireNonNull(config.every())));
            if (due) {
                write(folder);
                letGo(folder);
            }
        } catch (IOException e) {
            LOG.error("no backup was written to {}; the next try is soon", folder, e);
        }
    }

    /// Writes a backup however old the newest is, and lets the oldest go.
    ///
    /// @throws IOException where there is none then
    public synchronized void writeNow() throws IOException {
        Path folder = Objects.requireNonNull(config.folder());
        Files.createDirectories(folder);
        write(folder);
        letGo(folder);
    }

    /// The newest stays in any case.
    private void letGo(Path folder) throws IOException {
        List<Path> there = newestFirst(folder);
        Duration keepFor = config.keepFor();
        for (int i = 1; i < there.size(); i++) {
            boolean tooOld = keepFor != null && made(there.get(i)).plus(keepFor).isBefore(clock.instant());
            if (tooOld || i >= Objects.requireNonNull(config.keep())) {
                Files.delete(there.get(i));
            }
        }
    }

    BackupConfig config() {
        return config;
    }

    /// Those there are, the newest first.
    List<BackupStatus.File> files() throws IOException {
        Path folder = config.folder();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<BackupStatus.File> files = new ArrayList<>();
        for (Path file : newestFirst(folder)) {
            files.add(new BackupStatus.File(String.valueOf(file.getFileName()), made(file), Files.size(file)));
        }
        return files;
    }

    /// The backup of this name; empty where there is none.
    Optional<Path> file(String name) {
        Path folder = config.folder();
        return folder == null || !isBackup(name)
                ? Optional.empty()
                : Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }

    private static boolean isBackup(String name) {
        return name.matches(PREFIX + "\\d{8}T\\d{6}Z" + SUFFIX);
    }

    /// Restores a backup beside, in this node's folder, and leaves nothing of it there.
    ///
    /// @throws IOException where it does not restore, with the reason
    void drill(Path file) throws IOException {
        Path beside = data.resolve(DRILL);
        Files.createDirectories(beside);
        Backup.empty(beside);
        try {
            Drill.run(file, Objects.requireNonNull(config.passphraseFile()), beside);
        } finally {
            Backup.empty(beside);
            Files.deleteIfExists(beside);
        }
    }

    private void write(Path folder) throws IOException {
        Path copy = data.resolve(COPY);
        Files.createDirectories(copy);
        Backup.empty(copy);
        try {
            log.snapshotNow();
            H2Stores.StateHash state = stores.stateHash();
            log.copyTo(copy, state.index());
            Instant now = clock.instant();
            Map<String, Path> files = new TreeMap<>(Backup.below(copy, "log/"));
            files.putAll(own());
            byte[] salt = new byte[SealKey.SALT];
            random.nextBytes(salt);
            SealKey key = SealKey.of(Objects.requireNonNull(config.passphraseFile()), salt);
            String name = PREFIX + NAME.format(now) + SUFFIX;
            Path unfinished = folder.resolve(name + ".unfinished");
            Backup.write(unfinished, key, new Backup.Manifest(now, state.index(), state.sha256()), files);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            LOG.info("backed up to entry {} of the log, {} files", state.index(), files.size());
        } finally {
            Backup.empty(copy);
            Files.deleteIfExists(copy);
        }
    }

    private Map<String, Path> own() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        List<Path> all;
        try (Stream<Path> entries = Files.list(data)) {
            all = entries.filter(entry -> !LEFT_OUT.contains(String.valueOf(entry.getFileName())))
                    .toList();
        }
        for (Path entry : all) {
            String name = String.valueOf(entry.getFileName());
            if (Files.isDirectory(entry)) {
                files.putAll(Backup.below(entry, name + "/"));
            } else if (!name.endsWith(".new")) {
                files.put(name, entry);
            }
        }
        return files;
    }

    /// By its name: a file that was copied about has another time.
    private static Instant made(Path backup) {
        String name = String.valueOf(backup.getFileName());
        return Instant.from(NAME.parse(name.substring(PREFIX.length(), name.length() - SUFFIX.length())));
    }

    private static List<Path> newestFirst(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isBackup(String.valueOf(file.getFileName())))
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .toList();
        }
    }
}
