package org.seatside.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The part of a README between two marks that a measurement writes.
final class ReadmeBlock {
    private static final String BEGIN = "<!-- bench scan: begin -->";
    private static final String END = "<!-- bench scan: end -->";

    private final Path file;

    ReadmeBlock(Path file) {
        this.file = file;
    }

    /// What keeps this from writing, empty if nothing does.
    String obstacle() throws IOException {
        if (!Files.isRegularFile(file)) {
            return "there is no file '" + file + "': name the README with --readme FILE";
        }
        List<String> lines = Files.readAllLines(file);
        int begin = lines.indexOf(BEGIN);
        return begin >= 0 && lines.indexOf(END) > begin
                ? ""
                : "'" + file + "' has no lines '" + BEGIN + "' and '" + END + "': add them where the table belongs";
    }

    void write(List<String> block) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> changed = new ArrayList<>(lines.subList(0, lines.indexOf(BEGIN) + 1));
        changed.addAll(block);
        changed.addAll(lines.subList(lines.indexOf(END), lines.size()));
        Files.writeString(file, String.join("\n", changed) + "\n");
    }
}
