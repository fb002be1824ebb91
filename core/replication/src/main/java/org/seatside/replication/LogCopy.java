package org.seatside.replication;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;

/// Copies Ratis' folder while Ratis writes to it: the newest snapshot, then the log's files as far as they are
/// written. A file that is closed or thrown away meanwhile makes it begin anew.
final class LogCopy {
    private static final int TRIES = 5;
    private static final Pattern SEGMENT = Pattern.compile("log_(?:inprogress_)?(\\d+)(?:-(\\d+))?");

    private LogCopy() {}

    static void of(Path snapshots, Path current, Path target, long last) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                copy(
                        snapshots,
                        current,
                        target.resolve(RaftSettings.GROUP.getUuid().toString()),
                        last);
                return;
            } catch (NoSuchFileException | DamagedLogException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                delete(target);
            }
        }
    }

    private static void copy(Path snapshots, Path current, Path group, long last) throws IOException {
        Path log = Files.createDirectories(group.resolve("current"));
        Path states = Files.createDirectories(group.resolve("sm"));
        for (Path file : newestSnapshot(snapshots, last)) {
            Files.copy(file, states.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path file : files(current)) {
            Matcher segment = SEGMENT.matcher(String.valueOf(file.getFileName()));
            if (!segment.matches() || Long.parseLong(segment.group(1)) <= last) {
                Files.copy(file, log.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        cutBehind(log, last);
        LogFiles.verify(log);
    }

    /// The snapshot with its checksum file; none where there is none yet.
    private static List<Path> newestSnapshot(Path folder, long last) throws IOException {
        List<Path> all = Files.isDirectory(folder) ? files(folder) : List.of();
        return all.stream()
                .filter(file -> index(file) >= 0 && index(file) <= last)
                .max(Comparator.comparingLong(LogCopy::index))
                .map(newest -> all.stream()
                        .filter(file -> file.getFileName().toString().startsWith(newest.getFileName() + "")
                                && !file.getFileName().toString().endsWith(".unfinished"))
                        .toList())
                .orElse(List.of());
    }

    private static long index(Path file) {
        Matcher name = SimpleStateMachineStorage.SNAPSHOT_REGEX.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Long.parseLong(name.group(2)) : -1;
    }

    /// A closed file that goes on behind the last entry becomes the one that is being written to.
    private static void cutBehind(Path log, long last) throws IOException {
        for (Path file : files(log)) {
            Matcher segment = SEGMENT.matcher(String.valueOf(file.getFileName()));
            if (!segment.matches() || (segment.group(2) != null && Long.parseLong(segment.group(2)) <= last)) {
                continue;
            }
            long start = Long.parseLong(segment.group(1));
            long length = LogFileScan.behind(file, start, last);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
                channel.force(true);
            }
            Files.move(file, log.resolve("log_inprogress_" + start), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            if (!file.equals(folder)) {
                Files.delete(file);
            }
        }
    }
}
