package org.seatside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScanTest {
    @TempDir
    private Path folder;

    private record Answer(int status, List<String> out, List<String> err) {}

    @Test
    void jsonHasALineForEachImageInOrderAndOneWithTheTotals() throws IOException {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        code(folder.resolve("b.png"), "second \u202e\"quoted\"");
        code(folder.resolve("a.png"), "첫째");
        Files.write(sub.resolve("c.png"), blank());
        Files.writeString(folder.resolve("notes.md"), "is no image");

        Answer answer = run("scan", "--json", folder.toString());

        assertEquals(
                List.of(
                        "{\"file\":\"" + folder + "/a.png\",\"texts\":[\"첫째\"],\"ms\":#,\"stage\":\"full/first-mean\"}",
                        "{\"file\":\"" + folder + "/b.png\",\"texts\":[\"second \\u202e\\\"quoted\\\"\"],\"ms\":#,"
                                + "\"stage\":\"full/first-mean\"}",
                        "{\"file\":\"" + folder + "/sub/c.png\",\"texts\":[],\"ms\":#,\"stage\":null}",
                        "{\"files\":3,\"read\":2,\"msMedian\":#,\"msP95\":#}"),
                withoutTimes(answer.out()));
        assertEquals(List.of(), answer.err());
        assertEquals(0, answer.status());
    }

    @Test
    void textFilesBesideTheImagesAreWhatIsExpected() throws IOException {
        code(folder.resolve("right.png"), "expected\r\ntext");
        Files.writeString(folder.resolve("right.txt"), "expected\ntext\n");
        code(folder.resolve("wrong.png"), "something else");
        Files.writeString(folder.resolve("wrong.txt"), "expected");
        Files.write(folder.resolve("missed.png"), blank());
        Files.writeString(folder.resolve("missed.txt"), "expected");
        code(folder.resolve("free.png"), "nothing is expected");

        Answer json = run("scan", "--json", folder.toString());
        Answer table = run("scan", folder.toString());

        assertEquals(
                "{\"files\":4,\"read\":3,\"msMedian\":#,\"msP95\":#,\"expected\":3,\"right\":1,\"wrong\":1}",
                withoutTimes(json.out()).getLast());
        assertTrue(
                table.out().getLast().strip().matches("4 +3 +3 +1 +1 +[0-9.]+ +[0-9.]+ +all"),
                table.out().getLast());
    }

    @Test
    void peopleSeeTextsThatCannotSteerTheirTerminal() throws IOException {
        Path image = folder.resolve("a.png");
        code(image, "a\u001b[31m\nb\u202e");

        Answer answer = run("scan", image.toString());

        assertTrue(answer.out().getFirst().startsWith(image + ": \"a\\u001b[31m\\nb\\u202e\" ("), answer.toString());
        assertEquals(0, answer.status());
    }

    @Test
    void aTruncatedImageIsALineAndTheOthersAreReadAllTheSame() throws IOException {
        code(folder.resolve("b.png"), "whole");
        byte[] whole = Files.readAllBytes(folder.resolve("b.png"));
        Files.write(folder.resolve("a.png"), Arrays.copyOf(whole, whole.length / 2));

        Answer answer = run("scan", "--json", folder.toString());

        assertEquals(
                "{\"file\":\"" + folder + "/a.png\",\"error\":\"truncated or damaged image; make or copy it again\"}",
                answer.out().get(0));
        assertTrue(answer.out().get(1).contains("\"texts\":[\"whole\"]"), answer.toString());
        assertEquals(
                "{\"files\":2,\"read\":1,\"msMedian\":#,\"msP95\":#,\"errors\":1}",
                withoutTimes(answer.out()).getLast());
        assertEquals(1, answer.status());
    }

    @Test
    void aHugeDigitCodePassesThrough() throws IOException {
        String digits = "1234567".repeat(7089 / 7) + "12345";
        code(folder.resolve("large.png"), digits);

        Answer answer = run("scan", "--json", folder.toString());

        assertTrue(answer.out().getFirst().contains("[\"" + digits + "\"]"), "the digits are not there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan",
                "scan --effort 10 .",
                "scan --effort many .",
                "scan --max-side 0 .",
                "scan --nonsense .",
                "scan /no/such/folder",
                "",
                "dance"
            })
    void badUsageIsOneLineThatSaysHowToMendIt(String line) {
        Answer answer = run(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertEquals(List.of(), answer.out());
        assertEquals(1, answer.err().size(), answer.toString());
        assertTrue(answer.err().getFirst().matches("seatside: .+; see 'seatside.* --help'"), answer.toString());
        assertEquals(2, answer.status());
    }

    @Test
    void aFolderWithoutImagesIsBadUsage() {
        Answer answer = run("scan", folder.toString());

        assertEquals(
                List.of(2, 0, 1),
                List.of(answer.status(), answer.out().size(), answer.err().size()));
        assertTrue(answer.err().getFirst().contains("no PNG, JPEG, GIF or BMP image in"), answer.toString());
    }

    @Test
    void helpIsAnAnswer() {
        Answer answer = run("scan", "--help");

        assertTrue(String.join("\n", answer.out()).contains("Exit status: 0"), answer.toString());
        assertEquals(0, answer.status());
    }

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = SeatsideCli.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Answer(
                status, out.toString().lines().toList(), err.toString().lines().toList());
    }

    private static List<String> withoutTimes(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("(\"ms[A-Za-z0-9]*\":)[0-9]+\\.[0-9]{2}", "$1#"))
                .toList();
    }

    private static void code(Path file, String text) throws IOException {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
        int side = modules.getWidth() * 4;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, modules.get(i % side / 4, i / side / 4) ? 0 : 0xffffff);
        }
        assertTrue(ImageIO.write(image, "png", file.toFile()));
    }

    private static byte[] blank() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(100, 80, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return bytes.toByteArray();
    }
}
