package org.seatside.kiosk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seatside.fx.testing.HeadlessToolkit.onScreen;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.camera.PictureFrameSource;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.fx.testing.Pictures;
import org.seatside.json.config.ConfigReader;
import org.seatside.kiosk.checkin.SampleCampus;
import org.seatside.kiosk.ui.Inspection;
import org.seatside.kiosk.ui.KioskState;
import org.seatside.model.api.KioskAction;
import org.seatside.model.id.KioskActionId;
import org.seatside.sample.frames.SampleFrames;

/// What staff ask from afar, on a whole kiosk with a window.
@ExtendWith(HeadlessToolkit.class)
class StaffErrandsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final KioskState IDLE = new KioskState.Idle();

    private final SampleCampus campus = new SampleCampus();
    private final SampleFrames frames = new SampleFrames(new Random(9));
    private final PictureFrameSource camera = new PictureFrameSource(10, frames.empty());

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LoopbackNode node;

    @SuppressWarnings("NullAway.Init")
    private Kiosk kiosk;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        node = new LoopbackNode(campus, 0);
        KioskConfig config = new ConfigReader(Map.of(
                        "SEATSIDE_NODES",
                        node.address().toString(),
                        "SEATSIDE_DATA",
                        folder.resolve("data").toString(),
                        "SEATSIDE_PAIRING_CODE",
                        "ABCD1234",
                        "SEATSIDE_FULL_SCREEN",
                        "false"))
                .readEnvironment(KioskConfig.class);
        kiosk = new Kiosk(config, camera, _ -> {});
        stage = onScreen(() -> {
            Stage window = new Stage();
            kiosk.show(window);
            return window;
        });
        until(() -> state().equals(IDLE));
    }

    @AfterEach
    void close() throws Exception {
        onScreen(() -> {
            stage.close();
            return stage;
        });
        kiosk.close();
        node.close();
    }

    @Test
    void aPictureIsToldOnTheScreenBeforeItIsTakenAndWhoeverIsHereCanRefuseIt() throws Exception {
        KioskActionId expired = node.ask(KioskAction.Kind.PICTURE, Instant.now().minusSeconds(1));
        KioskActionId taken = ask(KioskAction.Kind.PICTURE);
        until(() -> isInspected(Inspection.PICTURE));
        boolean early = node.answers.containsKey(taken);
        onScreen(() -> Pictures.save(stage.getScene(), "inspected-picture"));
        until(() -> node.answers.containsKey(taken));
        until(() -> state().equals(IDLE));

        KioskActionId refused = ask(KioskAction.Kind.PICTURE);
        until(() -> isInspected(Inspection.PICTURE));
        onScreen(() -> {
            kiosk.model().cancel();
            return kiosk;
        });
        until(() -> node.told.contains(refused + " REFUSED"));

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer(taken)));
        assertFalse(early);
        assertEquals(960, picture.getWidth());
        assertTrue(answer(taken).length <= KioskAction.LARGEST_ANSWER);
        assertFalse(node.answers.containsKey(refused));
        assertTrue(node.told.stream().noneMatch(move -> move.startsWith(expired.toString())), node.told::toString);
    }

    @Test
    void aTestScanReadsACodeAndRecordsNothing() throws Exception {
        KioskActionId test = ask(KioskAction.Kind.TEST_SCAN);
        until(() -> isInspected(Inspection.TEST_SCAN));
        camera.show(frames.card(campus.pass(), "한빛대학교", SampleFrames.Held.PLAIN));
        until(() -> node.answers.containsKey(test));
        camera.show(frames.empty());
        until(() -> state().equals(IDLE));

        String answer = new String(answer(test), StandardCharsets.UTF_8);
        assertTrue(answer.contains("\"codes\":[" + campus.pass().length() + "]"), answer);
        assertFalse(answer.contains(campus.pass()), "the pass itself is for nobody to see");
        assertEquals(List.of(), node.checkIns);
    }

    @Test
    void itTellsHowItDoesAndStartsAgainOnlyWhileNobodyIsServed() throws Exception {
        KioskActionId report = ask(KioskAction.Kind.SELF_CHECK);
        until(() -> node.answers.containsKey(report));
        onScreen(() -> {
            kiosk.model().askNumber();
            return kiosk;
        });
        KioskActionId tooSoon = ask(KioskAction.Kind.RESTART);
        until(() -> node.told.contains(tooSoon + " REFUSED"));
        boolean openStill = stage.isShowing();
        onScreen(() -> {
            kiosk.model().cancel();
            return kiosk;
        });
        KioskActionId restart = ask(KioskAction.Kind.RESTART);
        until(() -> !stage.isShowing());

        String page = new String(answer(report), StandardCharsets.UTF_8);
        assertTrue(page.contains("<th>Camera</th><td>") && page.contains("0 wait, 0 refused"), page);
        assertTrue(openStill);
        assertTrue(node.told.contains(restart + " DONE"), node.told::toString);
    }

    private KioskActionId ask(KioskAction.Kind kind) {
        return node.ask(kind, Instant.now().plusSeconds(60));
    }

    private byte[] answer(KioskActionId action) {
        return Objects.requireNonNull(node.answers.get(action));
    }

    private boolean isInspected(Inspection inspection) {
        return state().equals(new KioskState.Inspected(inspection, null));
    }

    private KioskState state() {
        return kiosk.model().state().get();
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }
}
