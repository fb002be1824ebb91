package org.seatside.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.seatside.service.log.LogPosition;

/// Says that a view was closed in peace, and how its file looked then. Written and forced after H2 has closed
/// the file, taken away and forced before anything writes to it again, so a crash never leaves one behind.
///
/// A small file is looked at whole. Reading a file of gigabytes would keep the node from starting for longer
/// than building the view anew takes some: of a large one the mark knows the length, the time at which it was
/// last written, and parts all over it. That shows a file that was cut, copied in part or written to by
/// somebody else.
final class CleanMark {
    /// Longest file that is looked at whole, in bytes: a fraction of a second.
    static final long WHOLE = 128L << 20;

    private static final int PARTS = 256;
    private static final int PART = 64 << 10;
    private static final int END = 4 << 20;

    private final long whole;
    private final Path folder;
    private final Path database;
    private final Path mark;

    CleanMark(Path folder, Path database) {
        this(folder, database, WHOLE);
    }

    CleanMark(Path folder, Path database, long whole) {
        this.whole = whole;
        this.folder = folder;
        this.database = database;
        this.mark = folder.resolve("view.clean");
    }

    /// @param schema version of the tables
    record Content(int schema, LogPosition position, String sha256) {}

    void write(LogPosition position) throws IOException {
        Durable.force(database);
        Files.write(mark, lines(new Content(Schema.VERSION, position, fingerprint())));
        Durable.force(mark);
        Durable.forceFolder(folder);
    }

    /// What the mark says, where the file is still what it was when the mark was made. The mark is gone after
    /// this.
    Optional<Content> take() throws IOException {
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(mark);
        Files.delete(mark);
        Durable.forceFolder(folder);
        Optional<Content> content = parse(lines);
        if (content.isEmpty()
                || content.get().schema() > Schema.VERSION
                || !Files.exists(database)
                || !content.get().sha256().equals(fingerprint())) {
            return Optional.empty();
        }
        return content;
    }

    private String fingerprint() throws IOException {
        long size = Files.size(database);
        if (size <= whole) {
            return HexFormat.of().formatHex(Durable.sha256(database));
        }
        MessageDigest digest = Durable.sha256();
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(size)
                .putLong(Files.getLastModifiedTime(database).to(TimeUnit.MICROSECONDS))
                .flip());
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ)) {
            for (int part = 0; part < PARTS; part++) {
                add(channel, size / PARTS * part, PART, digest);
            }
            add(channel, Math.max(0, size - END), END, digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(FileChannel channel, long from, int length, MessageDigest digest) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        long at = from;
        for (int read = channel.read(part, at); read > 0; read = channel.read(part, at)) {
            at += read;
        }
        digest.update(part.flip());
    }

    private static List<String> lines(Content content) {
        return List.of(
                Integer.toString(content.schema()),
                Long.toString(content.position().term()),
                Long.toString(content.position().index()),
                content.sha256());
    }

    private static Optional<Content> parse(List<String> lines) {
        if (lines.size() != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Content(
                    Integer.parseInt(lines.get(0)),
                    new LogPosition(Long.parseLong(lines.get(1)), Long.parseLong(lines.get(2))),
                    lines.get(3)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
