package org.seatside.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.seatside.payload.InstitutionId;

/// The folder in which a node keeps everything. What is secret in it is protected by file permissions alone:
/// only the account that runs the node can read it (`0700`, files `0600`); whoever is that account, or root,
/// has the keys.
final class DataFolder {
    /// File with the campus's id.
    static final String INSTITUTION = "institution";

    private final Path path;

    /// Makes it where it is missing.
    DataFolder(Path path) throws IOException {
        this.path = path.toAbsolutePath().normalize();
        Files.createDirectories(this.path, mode(this.path, "rwx------"));
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    Optional<String> read(String name) throws IOException {
        try {
            return Optional.of(Files.readString(path.resolve(name)).strip());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Writes a file that only this account reads, whole or not at all.
    void write(String name, byte[] content) throws IOException {
        writeOwn(path.resolve(name), content);
    }

    /// The same, anywhere.
    static void writeOwn(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, mode(fresh, "rw-------"));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void write(String name, String text) throws IOException {
        write(name, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
    }

    /// The campus's id: as configured, else as drawn at the first start. It must never change, since every pass
    /// is signed with it.
    ///
    /// @throws NodeStartException where the configuration says another than the folder
    InstitutionId institution(Optional<InstitutionId> configured, InstitutionId drawn)
            throws IOException, NodeStartException {
        Optional<InstitutionId> kept = read(INSTITUTION).map(InstitutionId::parse);
        if (kept.isPresent() && configured.isPresent() && !kept.equals(configured)) {
            throw new NodeStartException("campus.institution is not the one in " + path.resolve(INSTITUTION)
                    + ": passes already printed would stop working. Remove the key, or use another data folder");
        }
        InstitutionId institution = kept.or(() -> configured).orElse(drawn);
        if (kept.isEmpty()) {
            write(INSTITUTION, institution.toString());
        }
        return institution;
    }

    private static FileAttribute<?>[] mode(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
