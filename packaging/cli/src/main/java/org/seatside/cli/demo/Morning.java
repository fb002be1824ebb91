package org.seatside.cli.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.seatside.camera.PictureFrameSource;
import org.seatside.client.NodeException;
import org.seatside.kiosk.ui.CheckInReport;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.sample.SampleCampus;
import org.seatside.sample.SampleVisit;
import org.seatside.sample.frames.SampleFrames;

/// Holds one code after the other before the kiosk's camera, going on when the kiosk has answered.
final class Morning {
    private static final long ANSWER_SECONDS = 10;
    private static final long UPSTREAM_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(3_500);

    private final DemoOptions options;
    private final DemoReport report;
    private final SampleNode node;
    private final SampleNode.Open open;
    private final Windows windows;
    private final PictureFrameSource camera;
    private final Instant programStart;
    private int codes;
    private int asExpected;
    private int recorded;
    private int accepted;
    private @Nullable Long firstMs;

    Morning(
            DemoOptions options,
            DemoReport report,
            SampleNode node,
            SampleNode.Open open,
            Windows windows,
            PictureFrameSource camera,
            Instant programStart) {
        this.options = options;
        this.report = report;
        this.node = node;
        this.open = open;
        this.windows = windows;
        this.camera = camera;
        this.programStart = programStart;
    }

    /// The sample's own frames. With windows on a screen it starts over until they are closed.
    ///
    /// @param pictures one for each visit, in order, drawn while the ones before are shown
    boolean samples(List<SampleVisit> visits, List<? extends Future<BufferedImage>> pictures)
            throws IOException, NodeException, InterruptedException, ExecutionException {
        BufferedImage nobody = new SampleFrames(new SplittableRandom(0)).empty();
        for (int i = 0; i < visits.size(); i++) {
            SampleVisit visit = visits.get(i);
            if (!show(visit.name(), pictures.get(i).get(), visit.outcome(), visit.counts())) {
                break;
            }
            pause(nobody);
        }
        boolean right = asExpected == visits.size() && heardRightly() == accepted && accepted == recorded;
        report.totals(new DemoReport.Totals(codes, asExpected, recorded, heardRightly(), firstMs));
        while (!options.headless() && windows.anyOpen()) {
            for (Future<BufferedImage> picture : pictures) {
                camera.show(picture.get());
                pause(nobody);
            }
        }
        return right;
    }

    /// Somebody's own frames; nothing is known of what should come of them.
    boolean folder(List<Path> images) throws IOException, NodeException, InterruptedException {
        BufferedImage nobody = new SampleFrames(new SplittableRandom(0)).empty();
        for (Path image : images) {
            String name = image.getFileName().toString();
            BufferedImage picture = ImageIO.read(image.toFile());
            if (picture == null) {
                report.say(name + ": no picture");
                continue;
            }
            show(name, picture, null, true);
            pause(nobody);
        }
        report.totals(new DemoReport.Totals(codes, asExpected, recorded, heardRightly(), firstMs));
        return accepted == recorded;
    }

    /// @param expected kind of outcome; null for any
    /// @return whether the windows are still there to go on with
    private boolean show(String name, BufferedImage frame, @Nullable String expected, boolean counts)
            throws IOException, NodeException, InterruptedException {
        windows.reports().clear();
        codes++;
        camera.show(frame);
        CheckInReport answer = windows.reports().poll(ANSWER_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            report.line(DemoReport.Line.unseen(name));
            return options.headless() || windows.anyOpen();
        }
        if (firstMs == null) {
            firstMs = Demo.millisSince(programStart);
        }
        String kind = answer.outcome().kind();
        boolean newRecord = counts && (kind.equals("Present") || kind.equals("Late"));
        UpstreamState upstream = newRecord ? upstream(answer) : null;
        recorded += newRecord ? 1 : 0;
        accepted += upstream == UpstreamState.ACCEPTED ? 1 : 0;
        asExpected += expected == null || expected.equals(kind) ? 1 : 0;
        report.line(DemoReport.Line.of(name, answer.outcome(), answer.millis(), upstream));
        if (options.shots() != null) {
            windows.shoot(options.shots(), "%02d-%s".formatted(codes, name));
        }
        return true;
    }

    private UpstreamState upstream(CheckInReport answer) throws NodeException {
        long deadline = System.nanoTime() + UPSTREAM_NANOS;
        UpstreamState state = UpstreamState.NEW;
        while (answer.checkIn() != null && System.nanoTime() - deadline < 0) {
            Optional<CheckInEvent> event = SampleNode.find(open, answer.checkIn());
            state = event.map(CheckInEvent::upstream).orElse(UpstreamState.NEW);
            if (state == UpstreamState.ACCEPTED || state == UpstreamState.REJECTED) {
                return state;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return state;
    }

    /// People look at the outcome for a while; then nobody is in view.
    private void pause(BufferedImage nobody) {
        if (!options.headless()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        camera.show(nobody);
        LockSupport.parkNanos(GAP_NANOS);
    }

    /// How many students of the class the upstream heard of exactly once, in the room, in its own spelling.
    private int heardRightly() {
        String tag = base64(SampleCampus.ROOM_TAG);
        Set<String> students = open.campus().enrolled().stream()
                .map(member -> base64(member.student().number()))
                .collect(Collectors.toSet());
        Set<String> heard = new HashSet<>();
        int right = 0;
        for (String query : node.upstream().queries()) {
            Map<String, String> values = values(query);
            boolean well = students.contains(values.getOrDefault("sno", ""))
                    && tag.equals(values.get("nfc"))
                    && "UQ==".equals(values.get("type"))
                    && "24".equals(values.get("ver"))
                    && values.getOrDefault("time_stamp", "")
                            .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            right += well && heard.add(values.getOrDefault("sno", "")) ? 1 : -1;
        }
        return right;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> values(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (one, _) -> one));
    }
}
