package org.seatside.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.seatside.model.imports.ImportTicket;
import org.seatside.model.imports.NewImport;
import org.seatside.server.resource.ImportsResource;
import org.seatside.service.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files on their way in, in a folder of the node's: taken in parts, since no request body is longer than one,
/// and dropped after an hour. Nothing of them is in the log until it is applied, so a crash leaves nothing.
/// Thread-safe.
final class Uploads implements ImportsResource.Files, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int PART = 128 * 1024;
    private static final long LARGEST = 50L << 20;
    private static final int AT_ONCE = 8;
    private static final Duration KEPT = Duration.ofHours(1);

    private final Path folder;
    private final InstantSource clock;
    private final Map<String, Upload> open = new HashMap<>();

    private record Upload(String actor, String name, long bytes, Path path, Instant until) {}

    Uploads(Path folder, InstantSource clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        Files.createDirectories(folder);
        clear();
    }

    @Override
    public synchronized ImportTicket begin(NewImport file, String actor) throws IOException {
        dropOld();
        if (file.bytes() < 1 || file.bytes() > LARGEST || file.name().length() > 200) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "file-too-large", "An import takes files of up to 50 MB.");
        }
        if (open.size() >= AT_ONCE) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_MANY_ATTEMPTS,
                    "imports-open",
                    "Other imports are open: try again later.");
        }
        String id = UUID.randomUUID().toString();
        Path path = Files.createFile(folder.resolve(id));
        open.put(
                id,
                new Upload(
                        actor, file.name(), file.bytes(), path, clock.instant().plus(KEPT)));
        return new ImportTicket(id, PART);
    }

    @Override
    public void part(String id, int number, byte[] bytes, String actor) throws IOException {
        Upload upload = upload(id, actor);
        long from = (long) number * PART;
        if (number < 0 || from >= upload.bytes() || bytes.length != Math.min(PART, upload.bytes() - from)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "part-malformed", "This part does not fit the file as announced.");
        }
        try (FileChannel channel = FileChannel.open(upload.path(), StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, from + buffer.position());
            }
        }
    }

    @Override
    public Whole whole(String id, String actor) throws IOException {
        Upload upload = upload(id, actor);
        if (Files.size(upload.path()) != upload.bytes()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "file-not-whole", "Parts of the file are missing: send them first.");
        }
        return new Whole(upload.path(), upload.name());
    }

    @Override
    public synchronized void drop(String id, String actor) throws IOException {
        Files.deleteIfExists(upload(id, actor).path());
        open.remove(id);
    }

    private synchronized Upload upload(String id, String actor) {
        Upload upload = open.get(id);
        if (upload == null || !upload.actor().equals(actor)) {
            throw new RefusedException(RefusedException.Kind.NOT_FOUND, "not-found", "There is no such import.");
        }
        return upload;
    }

    private void dropOld() throws IOException {
        for (Iterator<Upload> each = open.values().iterator(); each.hasNext(); ) {
            Upload upload = each.next();
            if (clock.instant().isAfter(upload.until())) {
                Files.deleteIfExists(upload.path());
                each.remove();
            }
        }
    }

    private void clear() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
    }

    @Override
    public synchronized void close() {
        open.clear();
        try {
            clear();
        } catch (IOException e) {
            LOG.warn("files of imports were left behind in {}", folder, e);
        }
    }
}
