package org.seatside.bench.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.bench.Contest;
import org.seatside.bench.Decoder;
import org.seatside.bench.Tally;
import org.seatside.bench.folder.FolderBench.Result;
import org.seatside.bench.generate.EmptyKind;
import org.seatside.bench.generate.FrameFiles;
import org.seatside.bench.generate.FrameGenerator;
import org.seatside.bench.generate.Kind;
import org.seatside.qr.Luminance;
import org.seatside.qr.corpus.Label.Verdict;

class FolderBenchTest {
    @TempDir
    private Path root;

    private static Decoder always(String text) {
        return new Decoder() {
            @Override
            public String name() {
                return "always " + text;
            }

            @Override
            public Answer read(Luminance picture) {
                return Answer.of(List.of(text), "guess");
            }
        };
    }

    @Test
    void everyFolderIsCountedForEveryDecoder() throws IOException {
        Path codes = root.resolve("a/codes");
        Path empty = root.resolve("b");
        FrameGenerator generator = new FrameGenerator(1);
        new FrameFiles(codes).write(generator.frame(Kind.SIZE, 4, 0));
        new FrameFiles(empty).write(generator.empty(EmptyKind.ROOM, 0));
        Files.writeString(codes.resolve("size-4-00.txt"), "one\n");
        Files.writeString(codes.resolve("broken.png"), "is no image");

        FolderBench bench = new FolderBench(new Contest(List.of(always("one"), always("two")), Duration.ZERO), 320);
        List<Result> results = ImageFolders.below(List.of(root)).stream()
                .map(folder -> measured(bench, folder))
                .toList();

        Tally right = tally(results.getFirst(), "always one");
        Tally wrong = tally(results.getFirst(), "always two");
        assertEquals(
                List.of(1, 1, 1, 0),
                List.of(right.pictures(), right.codes(), right.codesRead(), right.count(Verdict.WRONG)));
        assertEquals(
                List.of(1, 1, 0, 1),
                List.of(wrong.pictures(), wrong.codes(), wrong.codesRead(), wrong.count(Verdict.WRONG)));
        assertEquals(1, results.getFirst().unreadable().size());
        assertEquals(1, tally(results.getLast(), "always one").count(Verdict.UNEXPECTED));
        assertEquals(2, results.getLast().wrong().size());
    }

    @Test
    void aMissingFolderAndOneWithoutImagesAreSaid() {
        String missing = assertThrows(
                        MissingImagesException.class, () -> ImageFolders.below(List.of(root.resolve("none"))))
                .getMessage();
        String empty = assertThrows(MissingImagesException.class, () -> ImageFolders.below(List.of(root)))
                .getMessage();

        assertTrue(String.valueOf(missing).startsWith("there is no folder"), missing);
        assertTrue(String.valueOf(empty).startsWith("no PNG, JPEG, GIF or BMP image"), empty);
    }

    private static Tally tally(Result result, String decoder) {
        return result.tallies().getOrDefault(decoder, new Tally());
    }

    private static Result measured(FolderBench bench, ImageFolders.Folder folder) {
        try {
            return bench.run(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
