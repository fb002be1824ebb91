package org.seatside.client.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Makes a folder one process's own, until closed or the process ends.
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Makes the folder where it is missing.
    static DirectoryLock of(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(directory, RealDisk.attributes(directory, "rwx------"));
        }
        Path file = directory.resolve("lock");
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                RealDisk.attributes(file, "rw-------"));
        try {
            if (channel.tryLock() != null) {
                return new DirectoryLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(directory, e);
        }
        channel.close();
        throw inUse(directory, new IOException("locked by another process"));
    }

    private static OutboxException inUse(Path directory, Exception cause) {
        return new OutboxException(
                OutboxException.Kind.IN_USE,
                "Another kiosk uses " + directory + ": end it or give another folder",
                cause);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
