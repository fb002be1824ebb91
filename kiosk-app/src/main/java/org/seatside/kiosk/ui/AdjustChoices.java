package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;

/// What a visitor can set: every choice tells how it stands, and one press takes the next value.
final class AdjustChoices {
    private final KioskViewModel model;
    private final boolean staffDoor;

    AdjustChoices(KioskViewModel model, boolean staffDoor) {
        this.model = model;
        this.staffDoor = staffDoor;
    }

    List<Choice> all() {
        VisitViewModel visit = model.visit();
        Announcer announcer = model.announcer();
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(
                "adjust-text",
                "mdi2f-format-size",
                () -> Phrase.of("adjust.text", Math.round(visit.now().textScale() * 100)),
                visit::nextTextScale));
        all.add(new Choice(
                "adjust-language", "mdi2t-translate", () -> Phrase.of("adjust.language"), visit::nextLanguage));
        all.add(new Choice("adjust-theme", "mdi2c-contrast-circle", () -> theme(visit), visit::nextTheme));
        all.add(new Choice(
                "adjust-speech",
                "mdi2a-account-voice",
                () -> Phrase.of(visit.now().speech() ? "adjust.speech.on" : "adjust.speech.off"),
                () -> visit.change(now -> now.withSpeech(!now.speech()))));
        all.add(new Choice(
                "adjust-louder",
                "mdi2v-volume-plus",
                () -> Phrase.of("adjust.louder", announcer.loudness().get()),
                announcer::louder));
        all.add(new Choice(
                "adjust-quieter",
                "mdi2v-volume-minus",
                () -> Phrase.of("adjust.quieter", announcer.loudness().get()),
                announcer::quieter));
        all.add(new Choice(
                "adjust-private",
                "mdi2h-headphones",
                () -> Phrase.of(announcer.privately().get() ? "adjust.private.on" : "adjust.private.off"),
                () -> announcer.declarePrivate(!announcer.privately().get())));
        all.add(new Choice(
                "adjust-time",
                "mdi2t-timer-plus-outline",
                () -> Phrase.of("adjust.time", Math.round(visit.now().timeFactor())),
                visit::nextTimeFactor));
        all.add(new Choice(
                "adjust-reach",
                "mdi2a-arrow-down-bold-box-outline",
                () -> Phrase.of(visit.now().lowReach() ? "adjust.reach.on" : "adjust.reach.off"),
                () -> visit.change(now -> now.withLowReach(!now.lowReach()))));
        all.add(new Choice(
                "adjust-steady",
                "mdi2h-hand-back-right-outline",
                () -> Phrase.of(visit.now().steadyHands() ? "adjust.steady.on" : "adjust.steady.off"),
                () -> visit.change(now -> now.withSteadyHands(!now.steadyHands()))));
        all.add(new Choice("adjust-operation", "mdi2g-gesture-tap", () -> operation(visit), visit::nextOperation));
        all.add(new Choice("adjust-where", "mdi2m-map-marker", () -> Phrase.of("adjust.where"), model::sayWhere));
        if (staffDoor) {
            all.add(new Choice("adjust-staff", "mdi2w-wrench", () -> Phrase.of("adjust.staff"), model::askStaffCode));
        }
        return all;
    }

    private static Phrase theme(VisitViewModel visit) {
        return switch (visit.now().theme()) {
            case LIGHT -> Phrase.of("adjust.theme.light");
            case DARK -> Phrase.of("adjust.theme.dark");
            case WHITE_ON_BLACK -> Phrase.of("adjust.theme.white-on-black");
            case BLACK_ON_WHITE -> Phrase.of("adjust.theme.black-on-white");
            case YELLOW_ON_BLACK -> Phrase.of("adjust.theme.yellow-on-black");
        };
    }

    private static Phrase operation(VisitViewModel visit) {
        return switch (visit.now().operation()) {
            case DIRECT -> Phrase.of("adjust.operation.direct");
            case ONE_SWITCH -> Phrase.of("adjust.operation.one");
            case TWO_SWITCHES -> Phrase.of("adjust.operation.two");
            case DWELL -> Phrase.of("adjust.operation.dwell");
        };
    }
}
