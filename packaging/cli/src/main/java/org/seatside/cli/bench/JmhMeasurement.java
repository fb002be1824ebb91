package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.RunnerException;
import org.seatside.bench.jmh.JmhBench;
import org.seatside.bench.jmh.JmhBench.Score;
import picocli.CommandLine.ExitCode;

/// One frame by JMH.
final class JmhMeasurement implements Measurement {
    private static final int SECONDS = 2;

    @Override
    public int run(Settings settings, PrintWriter out) throws IOException {
        Pattern pattern = pattern(settings.what());
        Optional<ReadmeBlock> readme = ReadmeBlock.of(settings, "bench scan --jmh");
        List<Score> scores;
        try {
            scores = new JmhBench(settings.countOr(SECONDS), settings.gc(), false).run(pattern);
        } catch (RunnerException e) {
            throw new IOException("JMH could not run", e);
        }
        if (scores.isEmpty()) {
            throw new BadUsageException("no benchmark is called like '" + pattern + "': names are 'empty seatside', "
                    + "'easy zxing', 'hard boofcv' and so on");
        }
        if (settings.json()) {
            scores.forEach(score -> json(score, out));
        } else {
            table(scores).print(out);
        }
        if (readme.isPresent()) {
            List<String> block = new ArrayList<>(table(scores).markdown());
            block.add("");
            block.add("One frame of 1280x720 at live effort; three iterations of " + settings.countOr(SECONDS)
                    + " s after as many to warm up; ± is half the 99.9 % interval; JDK "
                    + Runtime.version().feature() + ".");
            readme.get().write(block);
        }
        return ExitCode.OK;
    }

    private static Table table(List<Score> scores) {
        Table table = new Table("frame and decoder", "ms", "±", "kB allocated");
        scores.forEach(score -> table.row(
                score.name(),
                String.format(Locale.ROOT, "%.2f", score.millis()),
                String.format(Locale.ROOT, "%.2f", score.error()),
                Double.isNaN(score.bytes()) ? "" : score.bytes() / 1024));
        return table;
    }

    private static Pattern pattern(List<String> what) throws BadUsageException {
        String text = String.join(" ", what);
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new BadUsageException("'" + text + "' is no regular expression: " + e.getDescription());
        }
    }

    private static void json(Score score, PrintWriter out) {
        JsonLine line = new JsonLine().with("benchmark", score.name()).with("ms", score.millis());
        if (!Double.isNaN(score.error())) {
            line.with("msError", score.error());
        }
        if (!Double.isNaN(score.bytes())) {
            line.with("bytes", score.bytes());
        }
        line.print(out);
    }
}
