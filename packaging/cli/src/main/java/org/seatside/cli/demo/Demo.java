package org.seatside.cli.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatside.camera.FrameSource;
import org.seatside.camera.PictureFrameSource;
import org.seatside.camera.WebcamFrameSource;
import org.seatside.client.NodeException;
import org.seatside.sample.SampleVisit;
import org.seatside.sample.frames.SampleFrames;

/// Everything at once: starts the parts side by side, puts them together, and lets the morning run.
final class Demo implements AutoCloseable {
    private static final int FRAMES_PER_SECOND = 15;
    private static final long SEED = 19;

    private final DemoOptions options;
    private final DemoReport report;
    private final Path folder;
    private final SampleNode node;
    private final Windows windows = new Windows();

    private Demo(DemoOptions options, DemoReport report, Path folder, SampleNode node) {
        this.options = options;
        this.report = report;
        this.folder = folder;
        this.node = node;
    }

    /// Starts the node's process and the toolkit; nothing is on the screen yet.
    static Demo start(DemoOptions options, DemoReport report) throws IOException {
        Path folder = Files.createTempDirectory("seatside-demo");
        Demo demo = new Demo(options, report, folder, new SampleNode(folder, 0, startCache()));
        Windows.startToolkit(options.headless());
        return demo;
    }

    /// The launcher says where it keeps what makes later starts fast.
    private static Optional<StartCache> startCache() {
        return Optional.ofNullable(System.getProperty("seatside.start"))
                .map(start -> new StartCache(Path.of(start, "demo-node.aot"), System.getProperty("java.class.path")));
    }

    /// Runs until the morning is over (headless) or both windows are closed.
    ///
    /// @return whether everything was as it should be
    boolean run() throws IOException, NodeException, InterruptedException, ExecutionException {
        SampleNode.Open open = node.open();
        report.say("node " + open.uri() + ", process " + node.process().pid() + ", in " + folder);
        SampleFrames frames = new SampleFrames(new SplittableRandom(SEED));
        List<SampleVisit> visits = SampleVisit.morning(open.campus());
        PictureFrameSource pictures = new PictureFrameSource(FRAMES_PER_SECOND, frames.empty());
        boolean webcam = !options.headless()
                && options.frames() == null
                && !WebcamFrameSource.cameras().isEmpty();
        FrameSource camera = webcam ? new WebcamFrameSource(WebcamFrameSource.Settings.FIRST) : pictures;
        List<Future<BufferedImage>> drawing = options.frames() == null && !webcam ? draw(visits) : List.of();
        windows.openKiosk(
                open, folder.resolve("kiosk"), SampleNode.inviteKiosk(open).code(), camera);
        windows.openAdmin(open, new PictureFrameSource(FRAMES_PER_SECOND, frames.empty()));
        windows.awaitPaired();
        if (webcam) {
            report.say("the kiosk looks through the webcam; close both windows to end");
            windows.awaitClosed();
            return true;
        }
        List<Path> images = images(options.frames());
        Morning morning = new Morning(options, report, node, open, windows, pictures, programStart());
        return images.isEmpty() ? morning.samples(visits, drawing) : morning.folder(images);
    }

    /// Draws beside everything else, since the first is needed before the last.
    private static List<Future<BufferedImage>> draw(List<SampleVisit> visits) {
        SampleFrames frames = new SampleFrames(new SplittableRandom(SEED));
        ExecutorService one = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("drawing").factory());
        List<Future<BufferedImage>> pictures = new ArrayList<>();
        for (SampleVisit visit : visits) {
            pictures.add(one.submit(() -> visit.frame().apply(frames)));
        }
        one.shutdown();
        return pictures;
    }

    private static List<Path> images(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> images = files.filter(file -> file.toString().matches("(?i).*\\.(png|jpe?g)"))
                    .sorted()
                    .toList();
            if (images.isEmpty()) {
                throw new IOException("there is no PNG or JPEG image in " + folder);
            }
            return images;
        }
    }

    private static Instant programStart() {
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    @Override
    public void close() throws IOException {
        windows.close();
        node.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    static long millisSince(Instant start) {
        return Duration.between(start, Instant.now()).toMillis();
    }
}
