package org.seatside.cli.bench.kiosk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seatside.cli.bench.node.ServerProcess;
import org.seatside.client.NodeException;
import org.seatside.client.outbox.Draft;
import org.seatside.client.outbox.Outbox;
import org.seatside.json.Json;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;

/// Starts a node and, one after the other, kiosks on drawn frames, and takes the figures from their logs and from
/// `/proc`.
///
/// @param starts how often a start is timed
/// @param visits students who show their pass
/// @param idleSeconds how long a kiosk before which nothing moves is watched
/// @param waiting check-ins that wait in the outbox when the kiosk starts; 0 leaves that out
record KioskLoad(Path launcher, Path cache, boolean headless, int starts, int visits, int idleSeconds, int waiting) {
    private static final Pattern PICTURE = Pattern.compile("first picture is on the screen after (\\d+) ms");
    private static final Pattern PAIRED = Pattern.compile("Paired as (\\S+)");
    private static final Pattern CHECK_IN = Pattern.compile("Check-in \\S+ (\\S+) after (\\d+) ms");
    private static final Pattern SENT = Pattern.compile("(\\d+) check-ins that waited were sent in (\\d+) ms");

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration CACHE = Duration.ofMinutes(3);
    private static final Duration VISIT = Duration.ofSeconds(60);
    private static final Duration DRAIN = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofSeconds(12);
    private static final int FRAMES_PER_SECOND = 15;
    private static final int SHOWN = 10;
    private static final int BETWEEN = 5;

    void run(Path folder, Consumer<Figure> each) throws IOException, NodeException, InterruptedException {
        Path data = folder.resolve("node");
        Path config =
                Files.writeString(folder.resolve("node.yaml"), "data: \"" + text(data) + "\"\nhttp:\n  port: 0\n");
        List<String> arguments = List.of("--config", config.toString());
        try (ServerProcess node = ServerProcess.start(
                "org.seatside.server.NodeMain", List.of("-XX:+UseSerialGC"), arguments, folder.resolve("log"))) {
            KioskCampus campus = KioskCampus.enter(node.uri(), data, visits);
            campus.draw(folder.resolve("frames"), SHOWN, BETWEEN);
            KioskCampus.drawEmpty(folder.resolve("empty"), 8);
            Path onFrames = config(folder, "frames", node.uri(), campus.pairingCode());
            Path onNothing = config(folder, "empty", node.uri(), campus.pairingCode());
            KioskId kiosk = first(onFrames);
            starts(onNothing, each);
            visits(onFrames, each);
            idle(onNothing, each);
            if (waiting > 0) {
                drain(folder, onNothing, kiosk, campus, each);
            }
        }
    }

    private static String text(Path path) {
        return path.toString().replace("\\", "\\\\");
    }

    private static Path config(Path folder, String frames, URI node, String code) throws IOException {
        return Files.writeString(folder.resolve(frames + ".yaml"), """
                nodes: ["%s"]
                data: "%s"
                pairingCode: "%s"
                fullScreen: false
                camera:
                  source: folder
                  folder: "%s"
                  framesPerSecond: %d
                """.formatted(
                        node, text(folder.resolve("kiosk")), code, text(folder.resolve(frames)), FRAMES_PER_SECOND));
    }

    /// The first run pairs, and leaves what later starts are made faster with.
    private KioskId first(Path config) throws IOException, InterruptedException {
        KioskId paired;
        try (KioskProcess kiosk = new KioskProcess(launcher, config, headless)) {
            kiosk.await(PICTURE, START);
            paired = KioskId.of(kiosk.await(PAIRED, START).group(1));
            kiosk.await(CHECK_IN, VISIT);
        }
        long until = System.nanoTime() + CACHE.toNanos();
        while (!Files.exists(cache)) {
            if (System.nanoTime() - until > 0) {
                throw new IOException("No " + cache + " came within " + CACHE.toSeconds() + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return paired;
    }

    private void starts(Path config, Consumer<Figure> each) throws IOException, InterruptedException {
        double[] millis = new double[starts];
        double[] processor = new double[starts];
        for (int i = 0; i < starts; i++) {
            try (KioskProcess kiosk = new KioskProcess(launcher, config, headless)) {
                millis[i] = Long.parseLong(kiosk.await(PICTURE, START).group(1));
                processor[i] = kiosk.cpu().toMillis();
            }
        }
        each.accept(new Figure("first picture on the screen after the start, median", median(millis), "ms", 1_500));
        each.accept(new Figure("  the quickest", Arrays.stream(millis).min().orElse(0), "ms", 1_500));
        each.accept(Figure.of("  processor time until then, median", median(processor), "ms"));
    }

    private void visits(Path config, Consumer<Figure> each) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        int right = 0;
        try (KioskProcess kiosk = new KioskProcess(launcher, config, headless)) {
            kiosk.await(PICTURE, START);
            double early = 0;
            for (int i = 0; i < visits; i++) {
                Matcher visit = kiosk.await(CHECK_IN, VISIT);
                String outcome = visit.group(1);
                right += outcome.equals("Present") || outcome.equals("AlreadyRecorded") ? 1 : 0;
                millis.add(Double.parseDouble(visit.group(2)));
                if (i == visits / 4) {
                    early = kiosk.resident();
                }
            }
            millis.sort(null);
            each.accept(new Figure("code to outcome on the screen, p50", at(millis, 0.5), "ms", 100));
            each.accept(new Figure("code to outcome on the screen, p99", at(millis, 0.99), "ms", 300));
            each.accept(new Figure("outcomes that were not right, of " + visits, visits - right, "", 0));
            each.accept(new Figure("resident memory after " + visits + " visits", kiosk.resident(), "MB", 250));
            each.accept(Figure.of("  growth over the last three quarters", kiosk.resident() - early, "MB"));
        }
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(Math.ceil(share * sorted.size()) - 1)));
    }

    private void idle(Path config, Consumer<Figure> each) throws IOException, InterruptedException {
        try (KioskProcess kiosk = new KioskProcess(launcher, config, headless)) {
            kiosk.await(PICTURE, START);
            LockSupport.parkNanos(REST.toNanos());
            Duration before = kiosk.cpu();
            long begun = System.nanoTime();
            LockSupport.parkNanos(Duration.ofSeconds(idleSeconds).toNanos());
            double share = 100.0 * kiosk.cpu().minus(before).toNanos() / (System.nanoTime() - begun);
            each.accept(new Figure("processor time while nobody is there", share, "% of a core", 10));
            each.accept(new Figure("resident memory while nobody is there", kiosk.resident(), "MB", 250));
        }
    }

    private void drain(Path folder, Path config, KioskId kiosk, KioskCampus campus, Consumer<Figure> each)
            throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        Ids ids = new Ids(clock, new SecureRandom());
        try (Outbox outbox =
                Outbox.open(folder.resolve("kiosk").resolve("outbox"), new Json(), clock, new SecureRandom())) {
            for (int i = 0; i < waiting; i++) {
                outbox.append(new Draft(
                        ids.checkIn(),
                        kiosk,
                        Identification.PASS,
                        campus.passes().get(i % visits),
                        null,
                        null,
                        new KioskTime(clock.instant(), System.nanoTime(), null, null)));
            }
        }
        try (KioskProcess process = new KioskProcess(launcher, config, headless)) {
            Matcher sent = process.await(SENT, DRAIN);
            each.accept(new Figure(
                    sent.group(1) + " check-ins that waited are sent",
                    Long.parseLong(sent.group(2)) / 1_000.0,
                    "s",
                    60));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
