package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.camera.Frame;
import org.seatside.camera.SourceState;
import org.seatside.camera.SourceState.Running;
import org.seatside.camera.SourceState.WaitReason;
import org.seatside.camera.SourceState.Waiting;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.kiosk.capture.CameraWatch;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.model.attendance.Outcome;

/// Plugged in and out two hundred times, with people at the keypad and the scanner meanwhile.
@ExtendWith(HeadlessToolkit.class)
class CameraCyclesTest {
    private static final int CYCLES = 200;
    private static final long MOST_GROWTH = 5L << 20;
    private static final Outcome PRESENT = SampleOutcomes.all().getFirst();

    @Test
    void twoHundredTimesGoneAndBackIsSaidAndLeavesNothing(@TempDir Path folder) throws Exception {
        ScreenFixture fixture = new ScreenFixture(Locale.KOREAN, Theme.LIGHT, 1);
        Frame frame = SampleFrames.card(folder.resolve("frames"));
        CameraWatch watch = new CameraWatch(true, folder, fixture.model::cameraIs);
        List<Long> used = new ArrayList<>();
        KioskView view = HeadlessToolkit.onScreen(() -> fixture.view(960, 540));
        fixture.line.answer = new NodeAnswer.Decided(PRESENT);
        HeadlessToolkit.onScreen(() -> {
            fixture.model.start();
            return view;
        });
        List<SourceState> gone = List.of(
                new Waiting(WaitReason.NO_FRAMES),
                new Waiting(WaitReason.NO_CAMERA),
                new Waiting(WaitReason.CAMERA_BUSY));

        for (int i = 0; i < CYCLES; i++) {
            int cycle = i;
            HeadlessToolkit.onScreen(() -> {
                watch.sourceIs(gone.get(cycle % gone.size()));
                StageContent.Camera lost = assertInstanceOf(
                        StageContent.Camera.class, fixture.model.stage().get());
                assertEquals(Phrase.of("camera.sentence"), lost.sentence());
                fixture.model.scannedByHand(fixture.campus.pass());
                assertEquals(
                        new KioskState.ShowingOutcome(PRESENT),
                        fixture.model.state().get());
                fixture.model.cancel();
                watch.sourceIs(new Running(frame.width(), frame.height(), 30));
                view.show(frame);
                StageContent.Camera back = assertInstanceOf(
                        StageContent.Camera.class, fixture.model.stage().get());
                assertTrue(back.cameraWorks());
                fixture.line.recorded.clear();
                fixture.line.calls.clear();
                fixture.reports.clear();
                fixture.tones.clear();
                return cycle;
            });
            if (i == CYCLES / 5 || i == CYCLES - 1) {
                System.gc();
                System.gc();
                used.add(Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory());
            }
        }

        assertTrue(used.getLast() - used.getFirst() < MOST_GROWTH, used::toString);
    }
}
