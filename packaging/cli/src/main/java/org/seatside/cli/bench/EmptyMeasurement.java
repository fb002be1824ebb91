package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.seatside.bench.Contest;
import org.seatside.bench.Decoder;
import org.seatside.bench.Decoders;
import org.seatside.bench.Tally;
import org.seatside.bench.folder.ImageFolders;
import org.seatside.bench.generate.EmptyBench;
import org.seatside.bench.generate.FrameGenerator;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.corpus.Label.Verdict;
import picocli.CommandLine.ExitCode;

/// Frames without a code: generated ones, and the images of folders that have none.
final class EmptyMeasurement implements Measurement {
    private static final int FRAMES_OF_EACH = 13;
    private static final int HIGHEST_CHEAP_EFFORT = 2;

    @Override
    public int run(Settings settings, PrintWriter out) throws IOException {
        FrameGenerator generator = new FrameGenerator(settings.seed());
        List<Luminance> frames = new ArrayList<>(EmptyBench.frames(generator, settings.countOr(FRAMES_OF_EACH)));
        if (!settings.what().isEmpty()) {
            frames.addAll(ImageFolders.pictures(settings.folders(), settings.maxSide()));
        }
        Map<String, Tally> tallies = new EmptyBench(new Contest(decoders(settings), settings.warmUp())).run(frames);
        if (settings.json()) {
            tallies.forEach((decoder, tally) ->
                    new JsonLine().with("decoder", decoder).with(tally, true).print(out));
            return ExitCode.OK;
        }
        Table table =
                new Table("decoder", "frames", "false", "cpu ms median", "p95", "max", "wall ms median", "p95", "max");
        tallies.forEach((decoder, tally) -> table.row(
                decoder,
                tally.pictures(),
                tally.count(Verdict.UNEXPECTED),
                tally.cpuMillis().median(),
                tally.cpuMillis().p95(),
                tally.cpuMillis().max(),
                tally.millis().median(),
                tally.millis().p95(),
                tally.millis().max()));
        table.print(out);
        return ExitCode.OK;
    }

    private static List<Decoder> decoders(Settings settings) {
        List<Decoder> decoders = new ArrayList<>();
        for (int level = 0; level <= HIGHEST_CHEAP_EFFORT; level++) {
            decoders.add(Decoders.seatside("effort " + level, Effort.untimed(level)));
        }
        decoders.add(Decoders.live("live"));
        if (settings.baseline()) {
            decoders.addAll(Decoders.others());
        }
        return decoders;
    }
}
