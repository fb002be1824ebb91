package org.seatside.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// Files that outlive a power cut.
final class Durable {
    private static final int BUFFER = 1 << 20;

    private Durable() {}

    /// Forces a file's content to the disk.
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Forces the names in a folder to the disk. Windows opens no folder for this and keeps names by its own
    /// journal.
    static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// Reads the channel from where it stands into the digest, and into `copy` where there is one.
    ///
    /// @param most after how many bytes to stop; earlier where the channel ends
    /// @return how many bytes it read
    static long pump(FileChannel from, long most, MessageDigest digest, @Nullable FileChannel copy) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long total = 0;
        while (total < most) {
            buffer.clear().limit((int) Math.min(BUFFER, most - total));
            if (from.read(buffer) < 0) {
                break;
            }
            buffer.flip();
            total += buffer.remaining();
            digest.update(buffer.duplicate());
            while (copy != null && buffer.hasRemaining()) {
                copy.write(buffer);
            }
        }
        return total;
    }

    static byte[] sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            pump(channel, Long.MAX_VALUE, digest, null);
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
