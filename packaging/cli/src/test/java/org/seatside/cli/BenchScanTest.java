package org.seatside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.bench.generate.EmptyKind;
import org.seatside.bench.generate.Frame;
import org.seatside.bench.generate.FrameFiles;
import org.seatside.bench.generate.FrameGenerator;
import org.seatside.bench.generate.Kind;
import org.seatside.bench.generate.WorstKind;

final class BenchScanTest {
    @TempDir
    private Path folder;

    private record Answer(int status, List<String> out, List<String> err) {}

    @Test
    void foldersAreSummedUpForEveryDecoder() throws IOException {
        frames();

        Answer answer = run("bench", "scan", "--json", "--warm-up", "0", "--baseline", folder.toString());

        assertEquals(0, answer.status(), answer.toString());
        assertEquals(3 * 4, answer.out().size(), answer.toString());
        assertTrue(
                answer.out()
                        .getFirst()
                        .matches("\\{\"folder\":\".*codes\",\"decoder\":\"seatside\",\"images\":2,"
                                + "\"codes\":2,\"hits\":2,\"recall\":1.000,\"wrong\":0,\"falseReads\":0,.*"),
                answer.toString());
        assertTrue(answer.out().get(8).startsWith("{\"total\":\"seatside\",\"images\":3,\"codes\":2,\"hits\":2,"));
    }

    @Test
    void theCurveHasAColumnForEveryEffortAndTheReadmeTakesTheTables() throws IOException {
        frames();
        Path readme = folder.resolve("README.md");
        Files.writeString(readme, "before\n<!-- bench scan: begin -->\nold\n<!-- bench scan: end -->\nafter\n");

        Answer answer = run(
                "bench",
                "scan",
                "--warm-up",
                "0",
                "--effort",
                "all",
                "--update-readme",
                "--readme",
                readme.toString(),
                folder.toString());

        List<String> lines = Files.readAllLines(readme);
        assertEquals(0, answer.status(), answer.toString());
        assertTrue(answer.out().getFirst().contains("effort 0  effort 1"), answer.toString());
        assertEquals(List.of("before", "<!-- bench scan: begin -->"), lines.subList(0, 2));
        assertEquals(List.of("<!-- bench scan: end -->", "after"), lines.subList(lines.size() - 2, lines.size()));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("| codes | 2 | 2 | ")), lines.toString());
        assertTrue(lines.stream().noneMatch("old"::equals));
    }

    @Test
    void generatedFramesAreComparedSavedAndPutIntoTheReadme() throws IOException {
        Path readme = folder.resolve("README.md");
        String begin = "<!-- bench scan --generated: begin -->";
        String end = "<!-- bench scan --generated: end -->";
        Files.writeString(readme, begin + "\n" + end + "\n");

        Answer answer = run(
                "bench",
                "scan",
                "--generated",
                "inverted",
                "--warm-up",
                "0",
                "--count",
                "1",
                "--save",
                folder.toString(),
                "--update-readme",
                "--readme",
                readme.toString());

        List<String> lines = Files.readAllLines(readme);
        assertEquals(0, answer.status(), answer.toString());
        assertEquals(begin, lines.getFirst());
        assertEquals(end, lines.getLast());
        assertTrue(lines.get(3).startsWith("| inverted | 5.0 | 1 | 1 | 0 | 0 | 0 | "), lines.toString());
        assertTrue(answer.out().get(1).matches("inverted +5\\.0 +1 +1 +0 +0 +0 .*pixels a module"), answer.toString());
        assertTrue(Files.isRegularFile(folder.resolve("inverted-5-00.png")));
        assertTrue(Files.isRegularFile(folder.resolve("inverted-5-00.txt")));
    }

    @Test
    void emptyFramesCostSomethingAtEveryCheapEffort() {
        Answer answer = run("bench", "scan", "--empty", "--warm-up", "0", "--count", "1", "--json");

        assertEquals(0, answer.status(), answer.toString());
        assertEquals(4, answer.out().size());
        assertTrue(answer.out().getLast().matches("\\{\"decoder\":\"live\",\"images\":8,.*\"falseReads\":0,.*"));
    }

    @Test
    void severalCapsAreComparedInOneRun() throws IOException {
        frames();

        Answer answer = run("bench", "scan", "--warm-up", "0", "--cap", "400,5000", folder.toString());

        assertEquals(0, answer.status(), answer.toString());
        assertTrue(answer.out().getFirst().matches("folder +images +codes +seatside 400 ms +seatside 5000 ms +.*"));
        assertTrue(answer.out().get(1).matches("codes +2 +2 +2 +2 +100\\.0 .*"), answer.toString());
        assertTrue(
                answer.out().stream().anyMatch(line -> line.matches("seatside 5000 ms +2 +100\\.0 .* 0 +0\\.0 +0\\.0")),
                answer.toString());
    }

    @Test
    void theDearestFramesAreTimed() {
        Answer answer = run("bench", "scan", "--worst", "--warm-up", "0", "--count", "1", "--cap", "60", "--json");

        assertEquals(0, answer.status(), answer.toString());
        assertEquals(2 * WorstKind.values().length, answer.out().size());
        assertTrue(
                answer.out()
                        .getFirst()
                        .matches("\\{\"frames\":\"noise\",\"decoder\":\"live\",\"images\":1,\"msMedian\":.*"),
                answer.toString());
    }

    @Test
    void videoIsWatchedUntilItsTextIsRead() {
        Answer answer = run("bench", "scan", "--sequences", "1", "--warm-up", "0", "--json");

        assertEquals(0, answer.status(), answer.toString());
        assertTrue(
                answer.out()
                        .getFirst()
                        .startsWith("{\"decoder\":\"seatside live\",\"sequences\":1,\"never\":0,\"wrong\":0,"),
                answer.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench",
                "bench scan",
                "bench scan /no/such/folder",
                "bench scan --effort 10 .",
                "bench scan --cap 0 .",
                "bench scan --cap 60,0 .",
                "bench scan --count -1 --generated",
                "bench scan --generated nonsense",
                "bench scan --generated --empty",
                "bench scan --sequences many",
                "bench scan --jmh nonsense",
                "bench scan --jmh [",
                "bench scan --update-readme --readme /no/such/file ."
            })
    void badUsageIsOneLineThatSaysHowToMendIt(String line) {
        Answer answer = run(line.split(" ", -1));

        assertEquals(List.of(), answer.out());
        assertEquals(1, answer.err().size(), answer.toString());
        assertTrue(answer.err().getFirst().matches("seatside: .+; see 'seatside.* --help'"), answer.toString());
        assertEquals(2, answer.status());
    }

    @Test
    void anImageThatCannotBeOpenedIsNamedAndTheStatusSaysSo() throws IOException {
        frames();
        Path broken = Files.writeString(folder.resolve("codes/zz.png"), "is no image");

        Answer answer = run("bench", "scan", "--warm-up", "0", folder.toString());

        assertEquals(1, answer.status(), answer.toString());
        assertTrue(answer.out().getLast().startsWith("not opened: " + broken), answer.toString());
    }

    /// A folder with two codes and one without any.
    private void frames() throws IOException {
        FrameGenerator generator = new FrameGenerator(1);
        List<Frame> codes = List.of(generator.frame(Kind.SIZE, 4, 0), generator.frame(Kind.MIRRORED, 5, 0));
        for (Frame frame : codes) {
            new FrameFiles(folder.resolve("codes")).write(frame);
        }
        new FrameFiles(folder.resolve("none")).write(generator.empty(EmptyKind.ROOM, 0));
    }

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = SeatsideCli.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Answer(
                status, out.toString().lines().toList(), err.toString().lines().toList());
    }
}
