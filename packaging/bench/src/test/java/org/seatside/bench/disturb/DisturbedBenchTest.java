package org.seatside.bench.disturb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.bench.Contest;
import org.seatside.bench.Decoders;
import org.seatside.bench.disturb.DisturbedBench.Row;
import org.seatside.bench.folder.ImageFolders;
import org.seatside.bench.generate.FrameFiles;
import org.seatside.bench.generate.FrameGenerator;
import org.seatside.bench.generate.Kind;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.corpus.Label.Verdict;

class DisturbedBenchTest {
    @TempDir
    private Path root;

    @Test
    void everyDisturbanceChangesThePictureAndTheSameSeedGivesTheSameOne() {
        Luminance picture = new FrameGenerator(1).frame(Kind.SIZE, 4, 0).picture();
        Disturber.Original original = new Disturber(1).original(picture, "size/4.png");
        Disturber.Original again = new Disturber(1).original(picture, "size/4.png");

        for (Disturbance disturbance : Disturbance.values()) {
            Luminance once = original.disturbed(disturbance);
            Luminance twice = again.disturbed(disturbance);

            assertTrue(Math.max(once.width(), once.height()) <= 1280, disturbance.label());
            assertArrayEquals(once.pixels(), twice.pixels(), disturbance.label());
            assertTrue(!Arrays.equals(picture.pixels(), once.pixels()), disturbance.label());
        }
    }

    @Test
    void aCodeIsReadThroughMostOfWhatIsDoneToIt() throws IOException {
        FrameFiles files = new FrameFiles(root);
        files.write(new FrameGenerator(1).frame(Kind.SIZE, 4, 0));
        Contest contest = new Contest(List.of(Decoders.seatside("ours", new Effort(9, 10_000))), Duration.ZERO);

        List<Row> rows = new DisturbedBench(contest, new Disturber(1), 1280).run(ImageFolders.below(List.of(root)), 60);

        assertEquals(Disturbance.values().length, rows.size());
        assertEquals(
                List.of(), rows.stream().flatMap(row -> row.wrong().stream()).toList());
        long read = rows.stream()
                .flatMap(row -> row.tallies().values().stream())
                .filter(tally -> tally.count(Verdict.RIGHT) == 1)
                .count();
        assertTrue(read >= 18, read + " of " + rows.size());
    }
}
