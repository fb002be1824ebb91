package org.seatside.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.seatside.service.log.LogPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A state that the view's own file can be taken back to, whatever became of the writes after it.
///
/// H2 is told to reuse no space, so it writes behind the end of its file and nowhere else, but for the two blocks
/// at its beginning that say where the newest state is. A file cut to the length it had, with the blocks it had,
/// is the file of that moment: no page of a later, unfinished transaction is in it. Taking a state back costs what
/// opening the file costs, and not a copy of gigabytes.
///
/// The point knows parts all over the file. They show one that was exchanged, or not wholly written.
final class RestorePoint {
    private static final Logger LOG = LoggerFactory.getLogger(RestorePoint.class);

    /// Bytes at the beginning of H2's file that it writes to again and again.
    static final int HEAD = 2 * 4096;

    private static final byte[] MAGIC = "SEATKEPT".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int PARTS = 64;
    private static final int PART = 32 << 10;
    private static final int END = 1 << 20;
    private static final int SHA = 32;
    private static final int LENGTH = MAGIC.length + 2 * Integer.BYTES + 3 * Long.BYTES + HEAD + 2 * SHA;

    private final Path folder;
    private final Path database;
    private final Path point;

    RestorePoint(Path folder, Path database) {
        this.folder = folder;
        this.database = database;
        this.point = folder.resolve("view.kept");
    }

    /// @param schema version of the tables
    record State(int schema, LogPosition position) {}

    /// The blocks at the beginning of the file, which must be forced and at rest.
    byte[] head() throws IOException {
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            read(channel, 0, head);
            return head.array();
        }
    }

    /// Makes this the state to go back to, instead of the one before.
    ///
    /// @param length of the file at that moment; all of it is on the disk
    /// @param head as the file began at that moment
    void write(LogPosition position, long length, byte[] head) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .putInt(FORMAT)
                .putInt(Schema.VERSION)
                .putLong(position.term())
                .putLong(position.index())
                .putLong(length)
                .put(head)
                .put(fingerprint(length));
        content.put(checksum(content.array()));
        Path unfinished = point.resolveSibling("view.kept.unfinished");
        Files.write(unfinished, content.array());
        Durable.force(unfinished);
        Files.move(unfinished, point, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Durable.forceFolder(folder);
    }

    /// Takes the file back to the state that was kept.
    ///
    /// @return that state; empty, and the file as it was, where there is none or the file is not the one it is of
    Optional<State> restore() throws IOException {
        if (!Files.exists(point) || !Files.exists(database)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(point);
        if (bytes.length != LENGTH || !Arrays.equals(checksum(bytes), 0, SHA, bytes, LENGTH - SHA, LENGTH)) {
            LOG.warn("{} is damaged", point);
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(bytes, MAGIC.length, LENGTH - MAGIC.length);
        int format = content.getInt();
        int schema = content.getInt();
        LogPosition position = new LogPosition(content.getLong(), content.getLong());
        long length = content.getLong();
        byte[] head = new byte[HEAD];
        content.get(head);
        byte[] fingerprint = new byte[SHA];
        content.get(fingerprint);
        if (format != FORMAT
                || schema > Schema.VERSION
                || Files.size(database) < length
                || !Arrays.equals(fingerprint, fingerprint(length))) {
            LOG.warn("{} is of another file or program", point);
            return Optional.empty();
        }
        cut(length, head);
        return Optional.of(new State(schema, position));
    }

    private void cut(long length, byte[] head) throws IOException {
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            ByteBuffer start = ByteBuffer.wrap(head);
            while (start.hasRemaining()) {
                channel.write(start, start.position());
            }
            channel.force(true);
        }
    }

    /// No state can be gone back to after this: the file is about to be rearranged, or to go.
    void delete() throws IOException {
        if (Files.deleteIfExists(point)) {
            Durable.forceFolder(folder);
        }
    }

    private static byte[] checksum(byte[] content) {
        MessageDigest digest = Durable.sha256();
        digest.update(content, 0, LENGTH - SHA);
        return digest.digest();
    }

    private byte[] fingerprint(long length) throws IOException {
        MessageDigest digest = Durable.sha256();
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ)) {
            for (int part = 0; part < PARTS; part++) {
                add(channel, HEAD + (length - HEAD) / PARTS * part, PART, length, digest);
            }
            add(channel, Math.max(HEAD, length - END), END, length, digest);
        }
        return digest.digest();
    }

    private static void add(FileChannel channel, long from, int most, long length, MessageDigest digest)
            throws IOException {
        ByteBuffer part = ByteBuffer.allocate((int) Math.max(0, Math.min(most, length - from)));
        read(channel, from, part);
        digest.update(part.flip());
    }

    private static void read(FileChannel channel, long from, ByteBuffer into) throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                throw new IOException("The view's file ends at " + at + ", earlier than it should");
            }
            at += read;
        }
    }
}
