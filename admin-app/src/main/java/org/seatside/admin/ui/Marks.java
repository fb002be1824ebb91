package org.seatside.admin.ui;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.UpstreamState;

/// How outcomes and upstream states are marked, the same on every screen.
public final class Marks {
    private Marks() {}

    /// @param kind see [org.seatside.model.attendance.Outcome#kind]
    public static Mark ofOutcome(String kind) {
        return switch (kind) {
            case "Present" -> new Mark(MaterialDesignC.CHECK_BOLD, "outcome.present", Role.PRESENT);
            case "Late" -> new Mark(MaterialDesignC.CLOCK_OUTLINE, "outcome.late", Role.LATE);
            case "AlreadyRecorded" -> new Mark(MaterialDesignC.CHECK_ALL, "outcome.already", Role.KNOWN);
            case "RecordedOffline" -> new Mark(MaterialDesignC.CLOUD_UPLOAD_OUTLINE, "outcome.offline", Role.KNOWN);
            case "NotEnrolled" -> refused("outcome.notEnrolled");
            case "NoMeetingNow" -> refused("outcome.noMeeting");
            case "TooEarly" -> refused("outcome.tooEarly");
            case "Closed" -> refused("outcome.closed");
            case "PassExpired" -> refused("outcome.passExpired");
            case "PassRevoked" -> refused("outcome.passRevoked");
            case "UnknownCode" -> refused("outcome.unknownCode");
            case "RoomNeeded" -> refused("outcome.roomNeeded");
            case "StudentNeeded" -> refused("outcome.studentNeeded");
            case "PinNeeded" -> refused("outcome.pinNeeded");
            case "KioskNotPaired" -> refused("outcome.kioskNotPaired");
            case "NotACode" -> refused("outcome.notACode");
            default -> refused("outcome.refused");
        };
    }

    public static Mark ofUpstream(UpstreamState state) {
        return switch (state) {
            case NONE -> new Mark(MaterialDesignM.MINUS, "upstream.none", Role.QUIET);
            case NEW -> new Mark(MaterialDesignC.CLOUD_UPLOAD_OUTLINE, "upstream.new", Role.KNOWN);
            case SENT -> new Mark(MaterialDesignC.CLOUD_SYNC_OUTLINE, "upstream.sent", Role.KNOWN);
            case ACCEPTED -> new Mark(MaterialDesignC.CLOUD_CHECK_OUTLINE, "upstream.accepted", Role.PRESENT);
            case REJECTED -> new Mark(MaterialDesignC.CLOUD_ALERT, "upstream.rejected", Role.REFUSED);
            case UNKNOWN -> new Mark(MaterialDesignC.CLOUD_QUESTION, "upstream.unknown", Role.LATE);
        };
    }

    public static Mark ofStatus(AttendanceStatus status) {
        return switch (status) {
            case PRESENT -> new Mark(MaterialDesignC.CHECK_BOLD, "status.present", Role.PRESENT);
            case LATE -> new Mark(MaterialDesignC.CLOCK_OUTLINE, "status.late", Role.LATE);
            case EXCUSED -> new Mark(MaterialDesignF.FILE_CHECK_OUTLINE, "status.excused", Role.KNOWN);
            case ABSENT -> new Mark(MaterialDesignC.CLOSE, "status.absent", Role.REFUSED);
            case VOID -> new Mark(MaterialDesignC.CANCEL, "status.void", Role.QUIET);
        };
    }

    /// How a notice is marked.
    public static Mark ofTone(Notice.Tone tone) {
        return switch (tone) {
            case DONE -> new Mark(MaterialDesignC.CHECK_BOLD, "tone.done", Role.PRESENT);
            case NEWS -> new Mark(MaterialDesignI.INFORMATION_OUTLINE, "tone.news", Role.KNOWN);
            case CARE -> new Mark(MaterialDesignA.ALERT_OUTLINE, "tone.care", Role.LATE);
            case FAILED -> new Mark(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "tone.failed", Role.REFUSED);
        };
    }

    private static Mark refused(String key) {
        return new Mark(MaterialDesignM.MINUS_CIRCLE_OUTLINE, key, Role.REFUSED);
    }
}
