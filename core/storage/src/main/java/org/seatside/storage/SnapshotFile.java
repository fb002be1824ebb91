package org.seatside.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.seatside.service.log.LogPosition;

/// A copy of the view in one file: 80 bytes of header, then H2's own file.
///
/// Header, big-endian: the 8 characters `SEATVIEW`, format (int), schema version (int), term, index, and length
/// of the content (long each), 8 bytes of zero, SHA-256 over the header's first 48 bytes and the content. All of
/// it must agree before a byte is used: H2 opens a file cut in half without an error.
final class SnapshotFile {
    private static final byte[] MAGIC = "SEATVIEW".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int PREFIX = 48;
    private static final int SHA = 32;

    /// Bytes that stay free: the log is on the same disk and must never find it full.
    private static final long SPARE = 128L << 20;

    private SnapshotFile() {}

    /// What a snapshot says of itself.
    record Header(int schema, LogPosition position, long length) {}

    /// Copies H2's file as it was at some moment, while H2 writes on behind it. The snapshot appears under its name
    /// only when it is complete and on the disk; nothing of it stays where that fails.
    ///
    /// @param length of the file at that moment
    /// @param head how the file began at that moment, see [RestorePoint#head]
    /// @param good whether the file is still the one it was, asked at the end
    /// @throws IOException also where the target exists, or the disk has no room for it
    static void write(Path database, long length, byte[] head, LogPosition position, Path target, BooleanSupplier good)
            throws IOException {
        if (Files.exists(target)) {
            throw new IOException("There is a snapshot already: " + target);
        }
        requireRoom(length, Files.getFileStore(folderOf(target)).getUsableSpace(), target);
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            copy(database, new Header(Schema.VERSION, position, length), head, unfinished);
            if (!good.getAsBoolean()) {
                throw new IOException("The view was closed while the snapshot " + target + " was written");
            }
            Files.move(unfinished, target);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Durable.forceFolder(folderOf(target));
    }

    static void requireRoom(long needed, long usable, Path target) throws IOException {
        if (usable < needed + SPARE) {
            throw new IOException("No room for the snapshot " + target + ": it takes " + (needed >> 20) + " MiB, and "
                    + (usable >> 20) + " MiB are free on its disk");
        }
    }

    private static void copy(Path database, Header header, byte[] head, Path unfinished) throws IOException {
        try (FileChannel from = FileChannel.open(database, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] prefix = prefix(header);
            MessageDigest digest = Durable.sha256();
            digest.update(prefix);
            digest.update(head);
            to.position(PREFIX + SHA);
            writeAll(to, ByteBuffer.wrap(head));
            from.position(head.length);
            long rest = header.length() - head.length;
            if (Durable.pump(from, rest, digest, to) != rest) {
                throw new IOException("The view's file became shorter while it was copied");
            }
            to.position(0);
            writeAll(
                    to,
                    ByteBuffer.allocate(PREFIX + SHA)
                            .put(prefix)
                            .put(digest.digest())
                            .flip());
            to.force(true);
        }
    }

    private static void writeAll(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /// Copies the content out, verified.
    ///
    /// @param database must not exist; is not there when this throws
    /// @throws IOException where the snapshot is damaged or was written by a newer program
    static Header restore(Path snapshot, Path database) throws IOException {
        try (FileChannel from = FileChannel.open(snapshot, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(database, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer start = ByteBuffer.allocate(PREFIX + SHA);
            while (start.hasRemaining() && from.read(start) >= 0) {
                // reads on until the header is whole or the file ends
            }
            Header header = header(snapshot, start);
            MessageDigest digest = Durable.sha256();
            digest.update(start.array(), 0, PREFIX);
            long length = Durable.pump(from, Long.MAX_VALUE, digest, to);
            if (length != header.length()
                    || !Arrays.equals(digest.digest(), Arrays.copyOfRange(start.array(), PREFIX, PREFIX + SHA))) {
                throw damaged(snapshot, "its content does not have the checksum it was written with");
            }
            return header;
        } catch (IOException e) {
            Files.deleteIfExists(database);
            throw e;
        }
    }

    private static byte[] prefix(Header header) {
        return ByteBuffer.allocate(PREFIX)
                .put(MAGIC)
                .putInt(FORMAT)
                .putInt(header.schema())
                .putLong(header.position().term())
                .putLong(header.position().index())
                .putLong(header.length())
                .array();
    }

    private static Header header(Path snapshot, ByteBuffer start) throws IOException {
        if (start.hasRemaining()) {
            throw damaged(snapshot, "it is shorter than its header");
        }
        start.flip();
        byte[] magic = new byte[MAGIC.length];
        start.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw damaged(snapshot, "it does not begin like a snapshot");
        }
        int format = start.getInt();
        int schema = start.getInt();
        if (format != FORMAT || schema < 1 || schema > Schema.VERSION) {
            throw new IOException("The snapshot " + snapshot + " has format " + format + ", schema " + schema
                    + "; this program reads format " + FORMAT + ", schema up to " + Schema.VERSION
                    + ". Start the newer program that wrote it");
        }
        return new Header(schema, new LogPosition(start.getLong(), start.getLong()), start.getLong());
    }

    private static IOException damaged(Path snapshot, String how) {
        return new IOException("The snapshot " + snapshot + " is damaged: " + how);
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("Not a file in a folder: " + file);
        }
        return folder;
    }
}
