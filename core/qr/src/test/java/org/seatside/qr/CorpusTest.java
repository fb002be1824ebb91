package org.seatside.qr;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.seatside.qr.corpus.Label;
import org.seatside.qr.image.ImageFiles;

/// Photographs with known texts and the number of each folder that must be read: raise a floor when more is
/// read, never lower one. The folder is beside the project, or given by `-Dseatside.corpus`.
class CorpusTest {
    private static final int LONGEST_SIDE = 1280;
    private static final Effort EFFORT = Effort.untimed(9);

    private static final Map<String, Integer> FLOORS = new TreeMap<>(Map.ofEntries(
            Map.entry("jsqr", 29),
            Map.entry("zxcpp-qr-1", 8),
            Map.entry("zxcpp-qr-2", 55),
            Map.entry("zxcpp-qr-3", 18),
            Map.entry("zxcpp-qr-4", 24),
            Map.entry("zxcpp-qr-5", 16),
            Map.entry("zxcpp-qr-6", 15),
            Map.entry("zxcpp-qr-7", 4),
            Map.entry("zxing-neg-1", 0),
            Map.entry("zxing-neg-2", 0),
            Map.entry("zxing-qr-1", 20),
            Map.entry("zxing-qr-2", 23),
            Map.entry("zxing-qr-3", 42),
            Map.entry("zxing-qr-4", 48),
            Map.entry("zxing-qr-5", 15),
            Map.entry("zxing-qr-6", 1)));

    private record Count(int images, int right, List<String> wrong) {}

    @Test
    void readsAtLeastTheFloorOfEveryFolderAndNothingElse() throws IOException {
        Path corpus = corpus();
        QrReader reader = new QrReader();

        Map<String, Count> counts = new TreeMap<>();
        for (Path folder : sorted(corpus)) {
            if (Files.isDirectory(folder)) {
                counts.put(folder.getFileName().toString(), count(reader, folder));
            }
        }

        assertEquals(FLOORS.keySet(), counts.keySet());
        assertAll(counts.entrySet().stream().map(entry -> () -> {
            int floor = FLOORS.getOrDefault(entry.getKey(), 0);
            assertTrue(entry.getValue().right() >= floor, entry + " is below its floor " + floor);
            assertEquals(List.of(), entry.getValue().wrong(), entry.getKey());
        }));
    }

    private static Count count(QrReader reader, Path folder) throws IOException {
        int images = 0;
        int right = 0;
        List<String> wrong = new ArrayList<>();
        for (Path image : sorted(folder)) {
            if (!ImageFiles.isImageName(image)) {
                continue;
            }
            images++;
            List<String> texts = reader.read(ImageFiles.read(image).shrunkTo(LONGEST_SIDE), EFFORT).stream()
                    .map(Reading::text)
                    .toList();
            Label label = Label.beside(image);
            switch (label.verdict(texts)) {
                case RIGHT -> right++;
                case WRONG, UNEXPECTED -> wrong.add(image + " " + texts + " instead of " + label.text());
                case MISSED, UNSURE, NOTHING -> {}
            }
        }
        return new Count(images, right, wrong);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static Path corpus() {
        String given = System.getProperty("seatside.corpus");
        Optional<Path> found = given == null ? besideTheProject() : Optional.of(Path.of(given));
        return found.filter(Files::isDirectory).orElseGet(() -> {
            System.out.println("skipped: no corpus");
            return abort("no corpus");
        });
    }

    private static Optional<Path> besideTheProject() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("../shared/qr").normalize())
                .filter(Files::isDirectory)
                .findFirst();
    }
}
