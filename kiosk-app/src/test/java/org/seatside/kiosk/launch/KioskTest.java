package org.seatside.kiosk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.camera.FolderFrameSource;
import org.seatside.camera.FrameSource;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.fx.testing.Pictures;
import org.seatside.json.config.ConfigReader;
import org.seatside.kiosk.checkin.SampleCampus;
import org.seatside.kiosk.ui.CheckInReport;
import org.seatside.kiosk.ui.KioskState;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Outcome;
import org.seatside.payload.PairingCode;
import org.seatside.sample.frames.SampleFrames;

/// The whole kiosk on a real window: frames from a folder, disk, HTTP.
@ExtendWith(HeadlessToolkit.class)
class KioskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_BLOCK = Duration.ofMillis(50);
    private static final Duration SEEDED_BLOCK = Duration.ofMillis(80);

    private final SampleCampus campus = new SampleCampus();
    private final List<CheckInReport> reports = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aCardBeforeTheCameraBecomesAnAttendance() throws Exception {
        try (LoopbackNode node = new LoopbackNode(campus, 0);
                Kiosk kiosk = kiosk(node.address(), frames("", campus.pass()))) {
            Stage stage = show(kiosk);

            Awaitility.await().atMost(PATIENCE).until(() -> !reports.isEmpty());

            CheckInReport report = reports.getFirst();
            assertEquals(LoopbackNode.PRESENT, report.outcome());
            assertEquals(
                    List.of(campus.pass()),
                    node.checkIns.stream().map(CheckIn::student).toList());
            assertEquals(node.checkIns.getFirst().id(), report.checkIn());
            HeadlessToolkit.onScreen(() -> Pictures.save(stage.getScene(), "whole-kiosk"));
            hide(stage);
        }
    }

    @Test
    void withADeadNodeItGoesOnAndSendsLater() throws Exception {
        int port;
        try (LoopbackNode node = new LoopbackNode(campus, 0)) {
            port = node.port();
            try (Kiosk kiosk = kiosk(node.address(), frames(""))) {
                Stage stage = show(kiosk);
                Awaitility.await().atMost(PATIENCE).until(() -> isIdle(kiosk));
                hide(stage);
            }
        }
        try (Kiosk kiosk = kiosk(URI.create("http://127.0.0.1:" + port), frames("", campus.pass()))) {
            Stage stage = show(kiosk);
            Awaitility.await().atMost(PATIENCE).until(() -> !reports.isEmpty());

            Outcome offline = reports.getFirst().outcome();
            int waiting = kiosk.waiting();
            try (LoopbackNode again = new LoopbackNode(campus, port)) {
                Awaitility.await().atMost(PATIENCE).until(() -> kiosk.waiting() == 0);

                assertEquals("RecordedOffline", offline.kind());
                assertEquals(1, waiting);
                assertEquals(
                        List.of(campus.pass()),
                        again.checkIns.stream().map(CheckIn::student).distinct().toList());
            }
            hide(stage);
        }
    }

    @Test
    void aRevokedKioskPairsAnewWithANewCodeAndNotWithTheOldOne() throws Exception {
        try (LoopbackNode node = new LoopbackNode(campus, 0)) {
            try (Kiosk kiosk = kiosk(node.address(), frames(""))) {
                Stage stage = show(kiosk);
                Awaitility.await().atMost(PATIENCE).until(() -> isIdle(kiosk));
                hide(stage);
            }
            node.revoke();
            try (Kiosk kiosk = kiosk(node.address(), frames(""))) {
                Stage stage = show(kiosk);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> kiosk.model().state().get() instanceof KioskState.OutOfOrder);
                hide(stage);
            }
            assertEquals(List.of("ABCD1234"), node.codes);
            try (Kiosk kiosk = kiosk(node.address(), frames("", campus.pass()), "EFGH5678")) {
                Stage stage = show(kiosk);

                Awaitility.await().atMost(PATIENCE).until(() -> !node.checkIns.isEmpty());

                hide(stage);
            }
        }
    }

    @Test
    void aKioskPairsByLookingAtTheCodeOfTheAdminApp() throws Exception {
        try (LoopbackNode node = new LoopbackNode(campus, 0)) {
            String shown = new PairingCode(node.address(), "WXYZ2345").text();
            URI nobody = URI.create("http://127.0.0.1:1");
            try (Kiosk kiosk = kiosk(nobody, frames("", shown), "")) {
                Stage stage = show(kiosk);
                Awaitility.await().atMost(PATIENCE).until(() -> isIdle(kiosk));
                hide(stage);
            }
            try (Kiosk again = kiosk(nobody, frames("", campus.pass(), "", shown), "")) {
                Stage stage = show(again);

                Awaitility.await().atMost(PATIENCE).until(() -> reports.size() > 1);

                hide(stage);
            }
            assertEquals(List.of("WXYZ2345"), node.codes);
            assertEquals(LoopbackNode.PRESENT, reports.getFirst().outcome());
            assertEquals(new Outcome.NotACode(), reports.get(1).outcome());
        }
    }

    @Test
    void aCallForHelpIsSeenAndComesAndIsTakenBack() throws Exception {
        try (LoopbackNode node = new LoopbackNode(campus, 0);
                Kiosk kiosk = kiosk(node.address(), frames(""))) {
            Stage stage = show(kiosk);
            Awaitility.await().atMost(PATIENCE).until(() -> isIdle(kiosk));
            HeadlessToolkit.onScreen(() -> {
                kiosk.model().callHelp();
                return kiosk;
            });
            Awaitility.await().atMost(PATIENCE).until(() -> shows(stage, "직원에게 알렸어요", "Staff have been called"));
            node.helpMoves(HelpCallState.SEEN);
            Awaitility.await().atMost(PATIENCE).until(() -> shows(stage, "직원이 확인했어요", "Somebody has seen your call"));
            node.helpMoves(HelpCallState.COMING);
            Awaitility.await().atMost(PATIENCE).until(() -> shows(stage, "직원이 오고 있어요", "Somebody is coming"));
            HeadlessToolkit.onScreen(() -> {
                kiosk.model().cancel();
                return kiosk;
            });

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> node.help().filter(call -> !call.open()).isPresent());
            hide(stage);
        }
    }

    private static boolean shows(Stage stage, String korean, String english) throws Exception {
        return HeadlessToolkit.onScreen(() -> stage.getScene().getRoot().lookupAll(".outcome-word").stream()
                .map(Label.class::cast)
                .anyMatch(label ->
                        label.getText().equals(korean) || label.getText().equals(english)));
    }

    private static boolean isIdle(Kiosk kiosk) {
        return kiosk.model().state().get() instanceof KioskState.Idle;
    }

    @Test
    void aFolderInUseIsOutOfOrderUntilTheOtherKioskEnds() throws Exception {
        try (LoopbackNode node = new LoopbackNode(campus, 0);
                Kiosk second = kiosk(node.address(), frames(""))) {
            try (Kiosk first = kiosk(node.address(), frames(""))) {
                Stage stage = show(first);
                Awaitility.await().atMost(PATIENCE).until(() -> isIdle(first));
                show(second);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> new KioskState.OutOfOrder(KioskState.Fault.OUTBOX)
                                .equals(second.model().state().get()));
                hide(stage);
            }

            Awaitility.await().atMost(PATIENCE).until(() -> isIdle(second));
        }
    }

    private Kiosk kiosk(URI node, FrameSource camera) throws Exception {
        return kiosk(node, camera, "ABCD1234");
    }

    private Kiosk kiosk(URI node, FrameSource camera, String code) throws Exception {
        KioskConfig config = new ConfigReader(Map.of(
                        "SEATSIDE_NODES",
                        node.toString(),
                        "SEATSIDE_DATA",
                        folder.resolve("data").toString(),
                        "SEATSIDE_PAIRING_CODE",
                        code,
                        "SEATSIDE_FULL_SCREEN",
                        "false",
                        "SEATSIDE_SCREEN_WIDTH",
                        "960",
                        "SEATSIDE_SCREEN_HEIGHT",
                        "540"))
                .readEnvironment(KioskConfig.class);
        return new Kiosk(config, camera, reports::add);
    }

    private static Stage show(Kiosk kiosk) throws Exception {
        return HeadlessToolkit.onScreen(() -> {
            Stage stage = new Stage();
            kiosk.show(stage);
            return stage;
        });
    }

    private static void hide(Stage stage) throws Exception {
        HeadlessToolkit.onScreen(() -> {
            stage.close();
            return stage;
        });
    }

    /// In the quickest of some rounds: what holds the screen up does so in each, and the machine may have
    /// other work.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theScreenIsNeverHeldUpLongerThanFiftyMilliseconds() throws Exception {
        try (LoopbackNode node = new LoopbackNode(campus, 0);
                Kiosk kiosk = kiosk(node.address(), frames("", campus.pass(), "", ""))) {
            Stage stage = show(kiosk);
            Awaitility.await().atMost(PATIENCE).until(() -> isIdle(kiosk));
            round(kiosk, () -> {});

            Duration usual = Duration.ofDays(1);
            for (int i = 0; i < 6 && usual.compareTo(LONGEST_BLOCK) > 0; i++) {
                usual = least(usual, round(kiosk, () -> {}));
            }
            Duration working = round(kiosk, () -> work(SEEDED_BLOCK));
            Duration sleeping = round(kiosk, () -> LockSupport.parkNanos(SEEDED_BLOCK.toNanos()));
            hide(stage);

            assertTrue(usual.compareTo(LONGEST_BLOCK) <= 0, "held up for " + usual);
            assertTrue(working.compareTo(LONGEST_BLOCK) > 0, "work of 80 ms was taken for " + working);
            assertTrue(sleeping.compareTo(LONGEST_BLOCK) > 0, "a sleep of 80 ms was taken for " + sleeping);
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// By the thread's processor time, which other work of the machine does not shorten.
    private static void work(Duration time) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + time.toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    /// Through what a visitor can do, while frames are shown and read.
    ///
    /// @return the longest for which the JavaFX thread did not answer
    private static Duration round(Kiosk kiosk, Runnable block) throws Exception {
        try (UiWatch watch = new UiWatch()) {
            List<Runnable> steps = List.of(
                    () -> kiosk.model().askNumber(),
                    () -> "2026001".chars().forEach(key -> kiosk.model().digit((char) key)),
                    () -> kiosk.model().erase(),
                    () -> kiosk.model().adjust(),
                    () -> kiosk.model().callHelp(),
                    () -> kiosk.model().cancel(),
                    block);
            for (Runnable step : steps) {
                int before = watch.answers();
                HeadlessToolkit.onScreen(() -> {
                    step.run();
                    return kiosk;
                });
                Awaitility.await().atMost(PATIENCE).until(() -> watch.answers() > before + 3);
            }
            return watch.longest();
        }
    }

    /// Empty frames for two seconds, then those with a code.
    private FrameSource frames(String... texts) throws Exception {
        Path images = Files.createTempDirectory(folder, "frames");
        SampleFrames drawn = new SampleFrames(new Random(9));
        BufferedImage empty = drawn.empty();
        for (int i : IntStream.range(0, 10).toArray()) {
            ImageIO.write(
                    empty, "png", images.resolve("0-%02d.png".formatted(i)).toFile());
        }
        for (int i = 0; i < texts.length; i++) {
            BufferedImage image = texts[i].isEmpty() ? empty : drawn.card(texts[i], "한빛대학교", SampleFrames.Held.PLAIN);
            ImageIO.write(
                    image, "png", images.resolve("1-%02d.png".formatted(i)).toFile());
        }
        return new FolderFrameSource(images, 5, FolderFrameSource.Repeat.LOOP);
    }
}
