package org.seatside.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import org.seatside.json.Json;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checkpoints of the audit trail in a file that only grows, a line each, outside of log and view. A copy of it
/// on another machine shows even that a trail was cut together with what this node knows of it. Thread-safe.
final class CheckpointFile implements Consumer<AuditCheckpoint> {
    static final String NAME = "audit-checkpoints.jsonl";
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFile.class);

    private final Path file;
    private final DataFolder folder;
    private final AuditLine.Trail owner;
    private final Json json;

    CheckpointFile(DataFolder folder, AuditLine.Trail owner, Json json) {
        this.folder = folder;
        this.owner = owner;
        this.file = folder.resolve(NAME);
        this.json = json;
    }

    @Override
    public synchronized void accept(AuditCheckpoint checkpoint) {
        byte[] line = line(AuditLine.of(checkpoint));
        try {
            if (!Files.exists(file)) {
                folder.write(NAME, line(AuditLine.of(owner)));
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            LOG.error("checkpoint {} of the audit trail is in the log and not in {}", checkpoint.number(), NAME, e);
        }
    }

    private byte[] line(AuditLine line) {
        byte[] bytes = json.write(line);
        byte[] ended = Arrays.copyOf(bytes, bytes.length + 1);
        ended[bytes.length] = '\n';
        return ended;
    }
}
