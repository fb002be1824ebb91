package org.seatside.replication;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks through Ratis' log files before Ratis does. Ratis refuses an entry with a wrong checksum, but takes one
/// whose length points behind the end of the file for half-written, drops it with all that follows, and goes on;
/// and it only warns of a closed file that ends early. Here a file ends early where a write was torn, and nowhere
/// else.
final class LogFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LogFiles.class);
    private static final Pattern CLOSED = Pattern.compile("log_(\\d+)-(\\d+)");
    private static final Pattern OPEN = Pattern.compile("log_inprogress_(\\d+)");

    private LogFiles() {}

    /// @param end last entry by the file's name; empty while the file is written to
    private record Segment(Path file, long start, OptionalLong end) {}

    /// Index of the first entry in the folder; 0 for an empty log.
    static long firstIndex(Path folder) throws IOException {
        return segments(folder).stream().mapToLong(Segment::start).min().orElse(0);
    }

    /// Bytes of the log in the folder.
    static long length(Path folder) throws IOException {
        long length = 0;
        for (Segment segment : segments(folder)) {
            try {
                length += Files.size(segment.file());
            } catch (NoSuchFileException e) {
                LOG.debug("{} was closed or forgotten meanwhile", segment.file(), e);
            }
        }
        return length;
    }

    /// Checks every entry and cuts off what a torn last write left behind: it was never acknowledged.
    ///
    /// @param folder Ratis' `current` folder; need not exist
    /// @throws DamagedLogException where an entry is damaged or missing
    static void verify(Path folder) throws IOException {
        List<Segment> segments = segments(folder);
        long expected = segments.isEmpty() ? 0 : segments.getFirst().start();
        for (Segment segment : segments) {
            if (segment.start() != expected) {
                throw new DamagedLogException(
                        segment.file(), 0, "entries " + expected + " to " + (segment.start() - 1) + " are missing");
            }
            expected = verify(segment);
        }
    }

    /// @return index of the entry that comes next
    private static long verify(Segment segment) throws IOException {
        LogFileScan scan = LogFileScan.of(segment.file(), segment.start());
        boolean open = segment.end().isEmpty();
        if (scan.end() == LogFileScan.End.DAMAGED || (scan.end() == LogFileScan.End.TORN && !open)) {
            throw new DamagedLogException(
                    segment.file(), scan.offset(), "entry " + scan.next() + " does not have its checksum");
        }
        if (!open && scan.next() != segment.end().getAsLong() + 1) {
            throw new DamagedLogException(
                    segment.file(),
                    scan.offset(),
                    "it ends before entry " + segment.end().getAsLong());
        }
        if (scan.end() == LogFileScan.End.TORN) {
            LOG.warn(
                    "cut a half-written entry {} off {} at byte {}; it was never acknowledged",
                    scan.next(),
                    segment.file(),
                    scan.offset());
            cut(segment.file(), scan.offset());
        }
        return scan.next();
    }

    private static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    private static List<Segment> segments(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(LogFiles::segment)
                    .flatMap(Stream::ofNullable)
                    .sorted(Comparator.comparingLong(Segment::start))
                    .toList();
        }
    }

    private static @Nullable Segment segment(Path file) {
        String name = String.valueOf(file.getFileName());
        Matcher closed = CLOSED.matcher(name);
        if (closed.matches()) {
            return new Segment(file, Long.parseLong(closed.group(1)), OptionalLong.of(Long.parseLong(closed.group(2))));
        }
        Matcher open = OPEN.matcher(name);
        return open.matches() ? new Segment(file, Long.parseLong(open.group(1)), OptionalLong.empty()) : null;
    }
}
