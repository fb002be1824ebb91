package org.seatside.kiosk.ui;

import java.time.ZoneId;
import org.seatside.kiosk.ui.KioskState.Fault;
import org.seatside.model.attendance.Outcome;

/// From what the kiosk is doing to what fills the middle of its screen.
final class Stages {
    private Stages() {}

    static StageContent content(KioskState state, boolean cameraWorks, ZoneId zone, String elsewhere) {
        return switch (state) {
            case KioskState.Starting _ -> camera("mdi2t-timer-sand", "starting", cameraWorks);
            case KioskState.Idle _ ->
                cameraWorks
                        ? camera("mdi2q-qrcode-scan", "idle", true)
                        : camera("mdi2c-camera-off", "idle.noCamera", false);
            case KioskState.Reading _ -> camera("mdi2m-magnify", "reading", cameraWorks);
            case KioskState.Checking _ -> camera("mdi2t-timer-sand", "checking", cameraWorks);
            case KioskState.AskingNumber _ -> new StageContent.Keypad();
            case KioskState.ShowingOutcome(Outcome outcome) ->
                outcome(OutcomePresentation.of(outcome, zone, elsewhere), cameraWorks);
            case KioskState.OutOfOrder(Fault fault) -> closed(fault, elsewhere);
        };
    }

    private static StageContent camera(String icon, String name, boolean cameraWorks) {
        return new StageContent.Camera(
                icon, Phrase.of(name + ".headline"), "", Phrase.of(name + ".sentence"), cameraWorks);
    }

    private static StageContent outcome(OutcomePresentation shown, boolean cameraWorks) {
        return shown.keepsCamera()
                ? new StageContent.Camera(shown.icon(), shown.word(), shown.where(), shown.next(), cameraWorks)
                : new StageContent.Result(shown);
    }

    private static StageContent closed(Fault fault, String elsewhere) {
        String name = switch (fault) {
            case OUTBOX -> "broken.outbox";
            case NOT_PAIRED -> "broken.notPaired";
        };
        return new StageContent.Closed(
                "mdi2w-wrench",
                Phrase.of(name + ".headline"),
                elsewhere.isBlank() ? Phrase.of(name + ".remedy") : Phrase.of("broken.elsewhere", elsewhere));
    }
}
