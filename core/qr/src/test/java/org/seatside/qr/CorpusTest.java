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
import org.seatside.qr.image.ImageFiles;

/// Photographs with known texts and the number of each folder that must be read: raise a floor when more is read, never
/// lower one. The folder is beside the project, or given by `-Dseatside.corpus`.
class CorpusTest {
    private static final int LONGEST_SIDE = 1280;
    private static final Effort EFFORT = Effort.untimed(9);

    private static final Map<String, Integer> FLOORS = new TreeMap<>(Map.ofEntries(
            Map.entry("jsqr", 29),
            Map.entry("zxcpp-qr-1", 8),
            Map.entry("zxcpp-qr-2", 51),
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

    /// Read, but not with the text in the text file, and the reading is right: checked by eye, one by one.
    private static final Map<String, String> OTHER_TEXT_IS_RIGHT = Map.of(
            "jsqr/155.png", "the file lists one text in two character sets",
            "jsqr/billboard-2.png", "the file lists one text in several character sets",
            "jsqr/cupake-5.png", "has no text file",
            "zxcpp-qr-2/16.png", "a code within a code: the outer one was read, the file has the inner one",
            "zxing-qr-2/13.png", "the code says photography, the file photograph");

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
            Optional<String> expected = expected(image);
            if (expected.isPresent() && texts.stream().anyMatch(text -> same(text, expected.get()))) {
                right++;
            } else if (!texts.isEmpty()) {
                addUnlessRight(image, texts + " instead of " + expected, wrong);
            }
        }
        return new Count(images, right, wrong);
    }

    private static void addUnlessRight(Path image, String difference, List<String> wrong) {
        String name =
                image.subpath(image.getNameCount() - 2, image.getNameCount()).toString();
        if (!OTHER_TEXT_IS_RIGHT.containsKey(name)) {
            wrong.add(name + " " + difference);
        }
    }

    /// Line endings and white space at both ends were lost when the text files were made.
    private static boolean same(String text, String expected) {
        return text.replace("\r\n", "\n")
                .strip()
                .equals(expected.replace("\r\n", "\n").strip());
    }

    private static Optional<String> expected(Path image) throws IOException {
        String name = image.getFileName().toString();
        Path text = image.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
        return Files.exists(text) ? Optional.of(Files.readString(text)) : Optional.empty();
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
