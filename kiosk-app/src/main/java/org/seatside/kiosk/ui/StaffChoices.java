package org.seatside.kiosk.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The staff's list: how the kiosk does, what was refused, the camera, the way out.
final class StaffChoices {
    /// From this on the node's clock and the kiosk's are worth a line.
    private static final long SKEW_MILLIS = 2_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final StaffDesk desk;
    private final CameraPane camera;
    private final Runnable refresh;

    /// @param refresh to be called when something in the list has changed
    StaffChoices(StaffDesk desk, CameraPane camera, Runnable refresh) {
        this.desk = desk;
        this.camera = camera;
        this.refresh = refresh;
    }

    /// As it is now.
    List<Choice> all(ZoneId zone) {
        List<Choice> all = new ArrayList<>();
        int waiting = desk.waiting();
        List<StaffDesk.DeadLetter> dead = desk.deadLetters();
        all.add(new Choice(
                "staff-waiting",
                "mdi2c-cloud-upload",
                () -> Phrase.of("staff.waiting", waiting, dead.size()),
                refresh));
        desk.clockOffset().stream()
                .filter(millis -> Math.abs(millis) > SKEW_MILLIS)
                .forEach(millis -> all.add(new Choice(
                        "staff-clock",
                        "mdi2c-clock-alert-outline",
                        () -> Phrase.of("staff.clock", Math.round(millis / 1_000.0)),
                        refresh)));
        for (StaffDesk.DeadLetter letter : dead) {
            all.add(new Choice(
                    "staff-again-" + letter.id(),
                    "mdi2s-send",
                    () -> Phrase.of("staff.again", TIME.format(letter.at().atZone(zone)), letter.code()),
                    () -> desk.sendAgain(letter.id(), refresh)));
        }
        all.add(new Choice(
                "staff-camera",
                "mdi2c-camera",
                () -> desk.camera().isBlank()
                        ? Phrase.of("staff.camera.first")
                        : Phrase.of("staff.camera", desk.camera()),
                () -> desk.nextCamera(refresh)));
        all.add(new Choice(
                "staff-mirror",
                "mdi2f-flip-horizontal",
                () -> Phrase.of(camera.look().mirrored() ? "staff.mirror.on" : "staff.mirror.off"),
                () -> look(
                        new CameraLook(!camera.look().mirrored(), camera.look().zoom()))));
        all.add(new Choice(
                "staff-zoom",
                "mdi2m-magnify-plus-outline",
                () -> Phrase.of("staff.zoom", Math.round(camera.look().zoom() * 100)),
                () -> look(new CameraLook(
                        camera.look().mirrored(), nextZoom(camera.look().zoom())))));
        all.add(new Choice("staff-exit", "mdi2e-exit-to-app", () -> Phrase.of("staff.exit"), desk::exit));
        return all;
    }

    private static double nextZoom(double zoom) {
        return zoom >= CameraLook.MOST_ZOOM ? 1 : Math.min(CameraLook.MOST_ZOOM, zoom + 0.5);
    }

    private void look(CameraLook wanted) {
        camera.look(wanted);
        desk.keep(wanted);
        refresh.run();
    }
}
