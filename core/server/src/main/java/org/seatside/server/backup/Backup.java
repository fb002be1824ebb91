package org.seatside.server.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One backup as a file: sealed, within it what it is and then each file of the node's folder with its path and
/// length.
public final class Backup {
    private static final String END = "";

    private Backup() {}

    /// What a backup says of itself.
    ///
    /// @param index last entry of the log in it
    /// @param stateHash hash of the state at that entry, see `H2Stores.contentHash`
    public record Manifest(Instant made, long index, String stateHash) {}

    /// Files below a folder, by the names they have in the backup.
    static Map<String, Path> below(Path folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, Path> files = new TreeMap<>();
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(
                            prefix + folder.relativize(file).toString().replace('\\', '/'), file));
            return files;
        }
    }

    /// @param unfinished is not there when this throws
    static void write(Path unfinished, SealKey key, Manifest manifest, Map<String, Path> files) throws IOException {
        try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            SealedOutput sealed = new SealedOutput(raw, key);
            DataOutputStream out = new DataOutputStream(sealed);
            out.writeUTF(manifest.made().toString());
            out.writeLong(manifest.index());
            out.writeUTF(manifest.stateHash());
            for (Map.Entry<String, Path> file : files.entrySet()) {
                out.writeUTF(file.getKey());
                out.writeLong(Files.size(file.getValue()));
                Files.copy(file.getValue(), out);
            }
            out.writeUTF(END);
            out.flush();
            sealed.finish();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    /// Takes a backup back into a new folder, from which a node can be started.
    ///
    /// @param into missing or empty; nothing of the backup is left in it when this throws
    /// @throws IOException where the passphrase is wrong, or the backup damaged or torn; the message says which
    public static Manifest restore(Path backup, Path passphraseFile, Path into) throws IOException {
        if (Files.exists(into)) {
            try (Stream<Path> there = Files.list(into)) {
                if (there.findAny().isPresent()) {
                    throw new IOException("The folder " + into + " is not empty: restore into a new one");
                }
            }
        }
        Files.createDirectories(into);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(backup));
                SealedInput opened = new SealedInput(raw, passphraseFile);
                DataInputStream in = new DataInputStream(opened)) {
            Manifest manifest = new Manifest(Instant.parse(in.readUTF()), in.readLong(), in.readUTF());
            for (String name = in.readUTF(); !name.equals(END); name = in.readUTF()) {
                file(in, into, name);
            }
            if (in.read() >= 0) {
                throw new IOException("The backup goes on behind its end");
            }
            return manifest;
        } catch (IOException | RuntimeException e) {
            empty(into);
            throw e;
        }
    }

    private static void file(DataInputStream in, Path into, String name) throws IOException {
        Path root = into.toAbsolutePath().normalize();
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("The backup holds a file that leads out of its folder");
        }
        Files.createDirectories(file.getParent());
        long left = in.readLong();
        byte[] part = new byte[SealKey.BLOCK];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (left > 0) {
                int read = in.read(part, 0, (int) Math.min(part.length, left));
                if (read < 0) {
                    throw new EOFException("The backup ends within a file");
                }
                out.write(part, 0, read);
                left -= read;
            }
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /// Deletes all that is in a folder.
    static void empty(Path folder) throws IOException {
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
