package org.seatside.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seatside.bench.folder.MissingImagesException;
import org.seatside.qr.Effort;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures the decoding engine.
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Measure what the decoding engine reads and what that costs.",
        footer = {
            "",
            "bench scan DIR...               images in folders; NAME.txt beside NAME.png is what it says; a folder",
            "                                without any text file shows no code, and what is read there is false",
            "bench scan --generated [KIND...]  generated frames by kind and strength, against ZXing and BoofCV alone",
            "bench scan --disturb DIR...     the same images blurred, bent, covered and so on, each in part of the ways",
            "bench scan --sequences [N]      from the first frame that fully shows a code to its text",
            "bench scan --empty [DIR...]     frames without a code, generated and from folders, by effort",
            "bench scan --worst              frames that cost the most: noise, forty codes, 8K, dense text",
            "bench scan --jmh [PATTERN]      JMH: an empty, an easy and a hard frame; allocation with --gc",
            "",
            "Times are by the wall and, as 'cpu', of the thread alone. Compare only within a run: decoders take turns",
            "picture by picture.",
            "",
            "Exit status: 0 if everything could be measured; 1 if an image could not be opened; 2 for bad usage."
        })
final class BenchScanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = true)
    private @Nullable Mode mode;

    /// Which measurement; folders where none is named.
    static final class Mode {
        @Option(names = "--generated", required = true, description = "Measure on generated frames.")
        private boolean generated;

        @Option(names = "--disturb", required = true, description = "Measure on photographs made harder.")
        private boolean disturb;

        @Option(names = "--sequences", required = true, description = "Measure on generated video.")
        private boolean sequences;

        @Option(names = "--empty", required = true, description = "Measure on frames without a code.")
        private boolean empty;

        @Option(names = "--worst", required = true, description = "Measure on frames that cost the most.")
        private boolean worst;

        @Option(names = "--jmh", required = true, description = "Run the JMH benchmarks.")
        private boolean jmh;

        Measurement measurement() {
            if (generated) {
                return new GeneratedMeasurement();
            }
            if (disturb) {
                return new DisturbedMeasurement();
            }
            if (sequences) {
                return new SequenceMeasurement();
            }
            if (empty) {
                return new EmptyMeasurement();
            }
            if (worst) {
                return new WorstMeasurement();
            }
            return jmh ? new JmhMeasurement() : new FolderMeasurement();
        }
    }

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Option(
            names = "--effort",
            paramLabel = "N|all",
            defaultValue = "9",
            description = "0 (one quick pass) to 9 (everything), or all for the curve; default ${DEFAULT-VALUE}.")
    private String effort;

    @Option(
            names = "--cap",
            paramLabel = "MS",
            split = ",",
            defaultValue = "1500",
            description = "Deadline for one image, or several to compare: 60,1500; default ${DEFAULT-VALUE}.")
    private List<Long> caps = new ArrayList<>();

    @Option(names = "--baseline", description = "Let ZXing, ZXing with TRY_HARDER and BoofCV read in the same run.")
    private boolean baseline;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of generated frames; default 1.")
    private long seed;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "How many frames of each kind and strength, pictures of each disturbance, sequences, or seconds of JMH.")
    private int count;

    @Option(names = "--gc", description = "Measure allocation too, with --jmh.")
    private boolean gc;

    @Option(names = "--max-side", paramLabel = "N", defaultValue = "1280", description = "Shrink larger images; 1280.")
    private int maxSide;

    @Option(
            names = "--warm-up",
            paramLabel = "MS",
            defaultValue = "2500",
            description = "How long each decoder reads before anything counts; default ${DEFAULT-VALUE}.")
    private long warmUp;

    @Option(names = "--save", paramLabel = "DIR", description = "Write the generated frames there.")
    private @Nullable Path save;

    @Option(names = "--update-readme", description = "Write the table into a README too.")
    private boolean updateReadme;

    @Option(
            names = "--readme",
            paramLabel = "FILE",
            defaultValue = "core/qr/README.md",
            description = "Which README, with --update-readme; default ${DEFAULT-VALUE}.")
    private Path readme;

    @Parameters(paramLabel = "WHAT", arity = "0..*", description = "Folders or kinds, see below.")
    private List<String> what = new ArrayList<>();

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    BenchScanCommand() {}

    @Override
    public Integer call() {
        Settings settings = settings();
        try {
            return measurement().run(settings, spec.commandLine().getOut());
        } catch (Measurement.BadUsageException | MissingImagesException e) {
            throw usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw usage("cannot read or write: " + e);
        }
    }

    private Measurement measurement() {
        Mode chosen = mode;
        return chosen == null ? new FolderMeasurement() : chosen.measurement();
    }

    private Settings settings() {
        if (caps.stream().anyMatch(cap -> cap < 1)) {
            throw usage("--cap takes 1 or more milliseconds, not " + caps);
        }
        if (count < 0) {
            throw usage("--count takes 1 or more, not " + count);
        }
        if (warmUp < 0) {
            throw usage("--warm-up takes 0 or more milliseconds, not " + warmUp);
        }
        if (maxSide < 1) {
            throw usage("--max-side takes 1 or more pixels, not " + maxSide);
        }
        return new Settings(
                what,
                efforts(),
                caps,
                baseline,
                json,
                gc,
                seed,
                count,
                maxSide,
                Duration.ofMillis(warmUp),
                save,
                updateReadme ? readme : null);
    }

    private List<Integer> efforts() {
        if (effort.equals("all")) {
            return Settings.CURVE;
        }
        if (!effort.matches("[0-9]")) {
            throw usage("--effort takes 0 to " + Effort.MAX_LEVEL + " or all, not " + effort);
        }
        return List.of(Integer.parseInt(effort));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
