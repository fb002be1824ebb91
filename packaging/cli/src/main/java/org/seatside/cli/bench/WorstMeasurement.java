package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatside.bench.Contest;
import org.seatside.bench.Decoder;
import org.seatside.bench.Decoders;
import org.seatside.bench.Tally;
import org.seatside.bench.generate.EmptyBench;
import org.seatside.bench.generate.FrameGenerator;
import org.seatside.bench.generate.WorstKind;
import org.seatside.qr.Luminance;
import picocli.CommandLine.ExitCode;

/// What the dearest frames cost: as video, and as still pictures with the deadlines asked for.
final class WorstMeasurement implements Measurement {
    private static final int FRAMES = 8;

    @Override
    public int run(Settings settings, PrintWriter out) throws IOException {
        Optional<ReadmeBlock> readme = ReadmeBlock.of(settings, "bench scan --worst");
        FrameGenerator generator = new FrameGenerator(settings.seed());
        Map<WorstKind, Map<String, Tally>> tallies = new LinkedHashMap<>();
        for (WorstKind kind : WorstKind.values()) {
            List<Luminance> frames = new ArrayList<>();
            for (int number = 0; number < settings.countOr(FRAMES); number++) {
                frames.add(generator.worst(kind, number));
            }
            tallies.put(kind, new EmptyBench(new Contest(decoders(settings), settings.warmUp())).run(frames));
        }
        if (settings.json()) {
            tallies.forEach((kind, byDecoder) -> byDecoder.forEach((decoder, tally) -> new JsonLine()
                    .with("frames", kind.label())
                    .with("decoder", decoder)
                    .with("images", tally.pictures())
                    .with("ms", tally.millis())
                    .with("cpuMs", tally.cpuMillis())
                    .with("overMs", tally.overMillis())
                    .print(out)));
        } else {
            table(tallies).print(out);
        }
        if (readme.isPresent()) {
            List<String> block = new ArrayList<>(table(tallies).markdown());
            block.add("");
            block.add(settings.countOr(FRAMES) + " frames a row, seed " + settings.seed() + "; still: "
                    + settings.inWords() + ".");
            readme.get().write(block);
        }
        return ExitCode.OK;
    }

    private static List<Decoder> decoders(Settings settings) {
        List<Decoder> decoders = new ArrayList<>(List.of(Decoders.live("live")));
        decoders.addAll(settings.ours());
        return decoders;
    }

    private static Table table(Map<WorstKind, Map<String, Tally>> tallies) {
        Table table = new Table(
                "frames", "decoder", "cpu ms median", "p95", "max", "wall ms median", "p95", "max", "ms late max");
        tallies.forEach((kind, byDecoder) -> byDecoder.forEach((decoder, tally) -> table.row(
                kind.label(),
                decoder,
                tally.cpuMillis().median(),
                tally.cpuMillis().p95(),
                tally.cpuMillis().max(),
                tally.millis().median(),
                tally.millis().p95(),
                tally.millis().max(),
                tally.overMillis().max())));
        return table;
    }
}
