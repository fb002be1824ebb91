package org.seatside.qr.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.qr.corpus.Label.Verdict;

class LabelTest {
    @TempDir
    private Path folder;

    @Test
    void oneOfTheTextsIsTheLabelsWhateverItsLineEnds() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");
        Label label = Label.beside(folder.resolve("a.png"));

        assertEquals(Optional.of("one\ntwo\n"), label.text());
        assertEquals(Verdict.RIGHT, label.verdict(List.of("other", "one\r\ntwo")));
        assertEquals(Verdict.WRONG, label.verdict(List.of("onetwo")));
        assertEquals(Verdict.MISSED, label.verdict(List.of()));
    }

    @Test
    void withoutATextFileNothingIsExpected() throws IOException {
        Label label = Label.beside(folder.resolve("a.png"));

        assertEquals(Verdict.NOTHING, label.verdict(List.of()));
        assertEquals(Verdict.UNEXPECTED, label.verdict(List.of("anything")));
    }

    @Test
    void aCodeThatIsKnownToBeThereIsMissedWithoutATextFileToo() throws IOException {
        Path images = Files.createDirectory(folder.resolve("jsqr"));
        Label label = Label.beside(images.resolve("cupake-5.png"));

        assertEquals(Verdict.MISSED, label.verdict(List.of()));
        assertEquals(Verdict.UNSURE, label.verdict(List.of("anything")));
    }

    @Test
    void aDoubtfulLabelIsNoProofAgainstAReading() throws IOException {
        Path images = Files.createDirectory(folder.resolve("zxing-qr-2"));
        Files.writeString(images.resolve("13.txt"), "photograph");
        Label label = Label.beside(images.resolve("13.png"));

        assertEquals(Verdict.UNSURE, label.verdict(List.of("photography")));
        assertEquals(Verdict.RIGHT, label.verdict(List.of("photograph")));
        assertEquals(Verdict.MISSED, label.verdict(List.of()));
    }
}
