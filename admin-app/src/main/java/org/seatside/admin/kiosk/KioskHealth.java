package org.seatside.admin.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Role;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;

/// How a kiosk does, as far as the node knows.
///
/// @param concern what a person should do something about; empty where nothing
public record KioskHealth(Mark mark, Optional<Notice> concern) {
    /// A kiosk speaks at least every 30 seconds; after three times that it counts as quiet.
    public static final Duration QUIET = Duration.ofSeconds(90);

    private static final long CLOCK_OFF_MILLIS = 60_000;
    private static final String CAMERA_WORKS = "RUNNING";
    private static final String CAMERA_STARTS = "STARTING";

    public static KioskHealth of(KioskView view, Instant now) {
        String name = view.kiosk().name();
        KioskState state = view.state();
        Instant seen = view.lastSeen();
        if (view.kiosk().revoked()) {
            return well(new Mark(MaterialDesignC.CANCEL, "kiosk.health.revoked", Role.QUIET));
        }
        if (!view.kiosk().paired()) {
            return well(new Mark(MaterialDesignL.LINK_VARIANT_OFF, "kiosk.health.unpaired", Role.QUIET));
        }
        if (seen == null || seen.plus(QUIET).isBefore(now)) {
            return ill(
                    new Mark(MaterialDesignP.POWER_PLUG_OFF_OUTLINE, "kiosk.health.quiet", Role.REFUSED),
                    Notice.failed("today.concern.quiet", name));
        }
        if (state == null) {
            return well(new Mark(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "kiosk.health.ready", Role.PRESENT));
        }
        return ofState(name, state);
    }

    private static KioskHealth ofState(String name, KioskState state) {
        if (state.refused() > 0) {
            return ill(
                    new Mark(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "kiosk.health.refused", Role.REFUSED),
                    Notice.failed("today.concern.refused", name, state.refused()));
        }
        if (state.camera().equals(CAMERA_STARTS)) {
            return well(new Mark(MaterialDesignC.CAMERA_OUTLINE, "kiosk.health.cameraStarts", Role.QUIET));
        }
        if (!state.camera().equals(CAMERA_WORKS)) {
            return ill(
                    new Mark(MaterialDesignC.CAMERA_OFF_OUTLINE, "kiosk.health.noCamera", Role.REFUSED),
                    Notice.failed("today.concern.camera", name));
        }
        Long offset = state.offsetMillis();
        if (offset != null && Math.abs(offset) > CLOCK_OFF_MILLIS) {
            return ill(
                    new Mark(MaterialDesignC.CLOCK_ALERT_OUTLINE, "kiosk.health.clock", Role.LATE),
                    Notice.care("today.concern.clock", name));
        }
        if (state.waiting() > 0) {
            return ill(
                    new Mark(MaterialDesignC.CLOUD_UPLOAD_OUTLINE, "kiosk.health.waiting", Role.KNOWN),
                    Notice.news("today.concern.waiting", name, state.waiting()));
        }
        return well(new Mark(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "kiosk.health.ready", Role.PRESENT));
    }

    private static KioskHealth well(Mark mark) {
        return new KioskHealth(mark, Optional.empty());
    }

    private static KioskHealth ill(Mark mark, Notice concern) {
        return new KioskHealth(mark, Optional.of(concern));
    }
}
