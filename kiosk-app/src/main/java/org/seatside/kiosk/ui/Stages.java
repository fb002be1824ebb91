package org.seatside.kiosk.ui;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatside.kiosk.capture.CameraCondition;
import org.seatside.kiosk.ui.KioskState.Fault;
import org.seatside.model.attendance.Outcome;

/// From what the kiosk is doing to what fills the middle of its screen.
///
/// @param trace of the check-in that was decided last, for staff; empty for none
/// @param told what stands in place of the invitation's sentence while nobody is here
/// @param elsewhere where to go when this kiosk cannot record; blank where nothing is configured
record Stages(
        CameraCondition camera, HelpStage help, ZoneId zone, String elsewhere, String trace, Optional<Phrase> told) {
    StageContent content(KioskState state) {
        return switch (state) {
            case KioskState.Starting _ -> aiming("mdi2t-timer-sand", "starting");
            case KioskState.Idle _ -> idle();
            case KioskState.Reading _ -> aiming("mdi2m-magnify", "reading");
            case KioskState.Checking _ -> aiming("mdi2t-timer-sand", "checking");
            case KioskState.AskingNumber _ -> new StageContent.Keypad(Phrase.of("number.headline"), false);
            case KioskState.AskingPin(Pin pin) -> new StageContent.Keypad(pin.headline(), true);
            case KioskState.AskingStaffCode _ -> new StageContent.Keypad(Phrase.of("staffCode.headline"), true);
            case KioskState.ShowingOutcome(Outcome outcome) ->
                new StageContent.Result(
                        OutcomePresentation.of(outcome, zone, elsewhere), outcome.counts() ? "" : trace);
            case KioskState.AskingRoom _ -> asking(new Outcome.RoomNeeded());
            case KioskState.AskingStudent(var place) -> asking(new Outcome.StudentNeeded(place));
            case KioskState.Adjusting _ -> new StageContent.Adjust();
            case KioskState.CallingHelp _ -> calling();
            case KioskState.StaffSettings _ -> new StageContent.Staff();
            case KioskState.Inspected(Inspection inspection, Fault _) ->
                new StageContent.Notice(
                        Role.HELP,
                        inspection.icon(),
                        Phrase.of(inspection.text() + ".headline"),
                        List.of(Phrase.of(inspection.text() + ".sentence")));
            case KioskState.OutOfOrder(Fault fault) -> closed(fault);
        };
    }

    private StageContent.Camera idle() {
        return switch (camera) {
            case STARTING, FINE ->
                new StageContent.Camera(
                        "mdi2q-qrcode-scan",
                        Phrase.of("idle.headline"),
                        "",
                        told.orElse(Phrase.of("idle.sentence")),
                        true);
            case TOO_DARK -> hint("mdi2l-lightbulb-on-outline", "hint.dark");
            case COME_CLOSER -> hint("mdi2a-arrow-expand-all", "hint.closer");
            case HOLD_STILL -> hint("mdi2h-hand-back-left-outline", "hint.still");
            case TO_THE_MIDDLE -> hint("mdi2i-image-filter-center-focus", "hint.middle");
            case MISSING -> noCamera("camera.missing");
            case BUSY -> noCamera("camera.busy");
            case DENIED -> noCamera("camera.denied");
            case SILENT -> noCamera("camera.silent");
            case BLACK -> noCamera("camera.black");
            case FROZEN -> noCamera("camera.frozen");
            case COVERED -> noCamera("camera.covered");
            case UNUSABLE -> noCamera("camera.unusable");
        };
    }

    private StageContent aiming(String icon, String name) {
        return new StageContent.Camera(
                icon, Phrase.of(name + ".headline"), "", Phrase.of(name + ".sentence"), camera.works());
    }

    /// What to do better comes first, in the place everybody looks at.
    private StageContent.Camera hint(String icon, String name) {
        return new StageContent.Camera(icon, Phrase.of(name + ".headline"), "", Phrase.of(name + ".sentence"), true);
    }

    private StageContent.Camera noCamera(String name) {
        return new StageContent.Camera(
                "mdi2c-camera-off", Phrase.of(name + ".headline"), "", Phrase.of("camera.sentence"), false);
    }

    private StageContent asking(Outcome outcome) {
        OutcomePresentation shown = OutcomePresentation.of(outcome, zone, elsewhere);
        // How to hold it matters more than what else there is to do.
        Phrase next = camera.advice() ? idle().sentence() : shown.next();
        return new StageContent.Camera(shown.icon(), shown.word(), shown.where(), next, camera.works());
    }

    private StageContent calling() {
        List<Phrase> sentences = new ArrayList<>();
        sentences.add(Phrase.of(help.text() + ".sentence"));
        if (!elsewhere.isBlank()) {
            sentences.add(Phrase.of("help.elsewhere", elsewhere));
        }
        return new StageContent.Notice(
                Role.HELP, help.icon(), Phrase.of(help.text() + ".headline"), List.copyOf(sentences));
    }

    private StageContent closed(Fault fault) {
        String name = switch (fault) {
            case OUTBOX -> "broken.outbox";
            case NOT_PAIRED -> "broken.notPaired";
        };
        return new StageContent.Notice(
                Role.ASK,
                "mdi2w-wrench",
                Phrase.of(name + ".headline"),
                List.of(elsewhere.isBlank() ? Phrase.of(name + ".remedy") : Phrase.of("broken.elsewhere", elsewhere)));
    }
}
