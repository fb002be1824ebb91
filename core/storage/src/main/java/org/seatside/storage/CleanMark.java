package org.seatside.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.seatside.service.log.LogPosition;

/// Says that a view was closed in peace, and how its file looked then. Written and forced after H2 has closed
/// the file, taken away and forced before anything writes to it again, so a crash never leaves one behind.
final class CleanMark {
    private final Path folder;
    private final Path database;
    private final Path mark;

    CleanMark(Path folder, Path database) {
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
        return HexFormat.of().formatHex(Durable.sha256(database));
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
