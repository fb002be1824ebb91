package org.seatside.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.seatside.bench.Decoder;
import org.seatside.bench.Decoders;
import org.seatside.bench.sequence.SequenceBench;
import org.seatside.bench.sequence.SequenceBench.Result;
import org.seatside.bench.sequence.Video;
import org.seatside.qr.Effort;
import picocli.CommandLine.ExitCode;

/// Video: how soon a code that is brought into view is read, at live effort.
final class SequenceMeasurement implements Measurement {
    private static final int VIDEOS = 20;

    @Override
    public int run(Settings settings, PrintWriter out) throws BadUsageException {
        List<Video> videos = IntStream.range(0, videos(settings))
                .mapToObj(number -> Video.draw(settings.seed(), number))
                .toList();
        List<Supplier<Decoder>> decoders = new ArrayList<>(List.of(
                () -> Decoders.live("seatside live"), () -> Decoders.seatside("each frame alone", Effort.LIVE)));
        if (settings.baseline()) {
            decoders.addAll(List.of(Decoders::zxing, Decoders::zxingTryHarder, Decoders::boofcv));
        }
        SequenceBench bench = new SequenceBench(decoders);
        if (!settings.warmUp().isZero()) {
            bench.warmUp(videos.getFirst());
        }
        List<Result> results = bench.run(videos);
        if (settings.json()) {
            results.forEach(result -> json(result, out));
        } else {
            text(results, out);
        }
        return ExitCode.OK;
    }

    private static int videos(Settings settings) throws BadUsageException {
        if (settings.what().isEmpty()) {
            return settings.countOr(VIDEOS);
        }
        String number = settings.what().getFirst();
        if (settings.what().size() > 1 || !number.matches("[1-9][0-9]{0,4}")) {
            throw new BadUsageException("--sequences takes one number of sequences, not " + settings.what());
        }
        return Integer.parseInt(number);
    }

    private static void json(Result result, PrintWriter out) {
        new JsonLine()
                .with("decoder", result.decoder())
                .with("sequences", result.videos())
                .with("never", result.never())
                .with("wrong", result.wrong())
                .with("framesFromShown", result.fromShown())
                .with("framesFromClear", result.fromClear())
                .with("cpuMs", result.cpuMillis())
                .with("emptyCpuMs", result.emptyCpuMillis())
                .print(out);
    }

    private static void text(List<Result> results, PrintWriter out) {
        Table table = new Table(
                "decoder",
                "sequences",
                "never",
                "wrong",
                "frames from shown: median",
                "p95",
                "max",
                "from clear: median",
                "p95",
                "max",
                "cpu ms a frame: median",
                "p95",
                "max");
        for (Result result : results) {
            table.row(
                    result.decoder(),
                    result.videos(),
                    result.never(),
                    result.wrong(),
                    result.fromShown().median(),
                    result.fromShown().p95(),
                    result.fromShown().max(),
                    result.fromClear().median(),
                    result.fromClear().p95(),
                    result.fromClear().max(),
                    result.cpuMillis().median(),
                    result.cpuMillis().p95(),
                    result.cpuMillis().max());
        }
        table.print(out);
        out.println(
                "shown: from the first frame with the whole code in it, however blurred; clear: from the first that "
                        + "is sharp and rightly exposed too");
    }
}
