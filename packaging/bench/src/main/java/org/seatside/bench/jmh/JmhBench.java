package org.seatside.bench.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the JMH benchmarks, each in a JVM of its own.
public final class JmhBench {
    private final int seconds;
    private final boolean gc;
    private final boolean verbose;

    /// @param seconds of each warm-up and measuring iteration, of which there are three
    /// @param gc whether allocation is measured, as with `-prof gc`
    /// @param verbose whether JMH says on standard output what it does
    public JmhBench(int seconds, boolean gc, boolean verbose) {
        this.seconds = seconds;
        this.gc = gc;
        this.verbose = verbose;
    }

    /// What JMH measured for one set of parameters.
    ///
    /// @param millis a call, the mean
    /// @param error half the 99.9 % confidence interval, NaN where there are too few iterations
    /// @param bytes allocated by a call, NaN without the profiler
    public record Score(String name, double millis, double error, double bytes) {}

    /// Runs the benchmarks whose `frame decoder`, such as `hard boofcv`, matches.
    ///
    /// @param pattern found anywhere in the name
    /// @throws RunnerException if JMH cannot run one
    public List<Score> run(Pattern pattern) throws RunnerException {
        List<Score> scores = new ArrayList<>();
        for (String frame : List.of("empty", "easy", "hard")) {
            for (String decoder : List.of("seatside", "zxing", "boofcv")) {
                if (pattern.matcher(frame + " " + decoder).find()) {
                    scores.addAll(run(frame, decoder));
                }
            }
        }
        return scores;
    }

    private List<Score> run(String frame, String decoder) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Pattern.quote(ReadFrame.class.getName()))
                .param("frame", frame)
                .param("decoder", decoder)
                .forks(1)
                // Not this JVM's own flags: with the launcher's, the fork would write the launcher's start cache.
                .jvmArgs("-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(seconds))
                .shouldFailOnError(true)
                .verbosity(verbose ? VerboseMode.NORMAL : VerboseMode.SILENT);
        if (gc) {
            options.addProfiler(GCProfiler.class);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.stream()
                .map(result -> score(frame + " " + decoder, result))
                .toList();
    }

    private static Score score(String name, RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        Map<String, Double> secondary = new TreeMap<>();
        result.getSecondaryResults().forEach((key, value) -> secondary.put(key, value.getScore()));
        double bytes = secondary.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElse(Double.NaN);
        return new Score(name, primary.getScore(), primary.getScoreError(), bytes);
    }
}
