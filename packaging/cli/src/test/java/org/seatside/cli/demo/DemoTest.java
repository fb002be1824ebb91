package org.seatside.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.cli.SeatsideCli;
import org.seatside.json.Json;

/// The whole of it, once: node in its own process, both windows on the headless platform.
class DemoTest {
    @TempDir
    Path folder;

    @Test
    void everySampleCodeHasItsOutcomeAndReachesTheUpstream() throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int status = SeatsideCli.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "demo",
                "--headless",
                "--json",
                "--shots",
                folder.toString());

        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new Json().read(line.getBytes(StandardCharsets.UTF_8), new TypeReference<>() {}));
        }
        Map<String, Object> totals = lines.removeLast();
        assertEquals(0, status, () -> out + "\n" + err);
        assertEquals(14, totals.get("codes"));
        assertEquals(14, totals.get("asExpected"));
        assertEquals(8, totals.get("recorded"));
        assertEquals(8, totals.get("upstream"));
        assertEquals(
                List.of(
                        "Present",
                        "Present",
                        "Present",
                        "Present",
                        "Present",
                        "Present",
                        "Present",
                        "StudentNeeded",
                        "Present",
                        "AlreadyRecorded",
                        "NotEnrolled",
                        "PassRevoked",
                        "UnknownCode",
                        "NotACode"),
                lines.stream().map(line -> line.get("outcome")).toList());
        try (Stream<Path> shots = Files.list(folder)) {
            assertEquals(28, shots.count(), "a picture of each window for each code");
        }
    }

    @Test
    void aMissingFolderOfFramesIsSaidInOneLine() {
        StringWriter err = new StringWriter();

        int status = SeatsideCli.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "demo",
                "--headless",
                "--frames",
                folder.resolve("nowhere").toString());

        assertEquals(2, status);
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("nowhere: give one with PNG or JPEG images"), err.toString());
    }
}
