package org.seatside.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatside.cli.bench.Measurement.BadUsageException;

/// The part of a README between two marks that a measurement writes. Each measurement has marks of its own.
final class ReadmeBlock {
    private final Path file;
    private final String begin;
    private final String end;

    /// @param measurement as the marks name it: `bench scan`
    private ReadmeBlock(Path file, String measurement) {
        this.file = file;
        begin = "<!-- " + measurement + ": begin -->";
        end = "<!-- " + measurement + ": end -->";
    }

    /// The block of a measurement in the file that was asked for, if one was.
    ///
    /// @throws BadUsageException if it cannot be written, before anything is measured
    static Optional<ReadmeBlock> of(Settings settings, String measurement) throws IOException {
        Path readme = settings.readme();
        if (readme == null) {
            return Optional.empty();
        }
        ReadmeBlock block = new ReadmeBlock(readme, measurement);
        String obstacle = block.obstacle();
        if (!obstacle.isEmpty()) {
            throw new BadUsageException(obstacle);
        }
        return Optional.of(block);
    }

    /// What keeps this from writing, empty if nothing does.
    private String obstacle() throws IOException {
        if (!Files.isRegularFile(file)) {
            return "there is no file '" + file + "': name the README with --readme FILE";
        }
        List<String> lines = Files.readAllLines(file);
        int first = lines.indexOf(begin);
        return first >= 0 && lines.indexOf(end) > first
                ? ""
                : "'" + file + "' has no lines '" + begin + "' and '" + end + "': add them where the table belongs";
    }

    void write(List<String> block) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> changed = new ArrayList<>(lines.subList(0, lines.indexOf(begin) + 1));
        changed.addAll(block);
        changed.addAll(lines.subList(lines.indexOf(end), lines.size()));
        Files.writeString(file, String.join("\n", changed) + "\n");
    }
}
