package org.seatside.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;

/// Which rows a log or an export has: those that fit all that is not null.
///
/// @param from first effective time
/// @param until first effective time that is out again
/// @param outcome kind of the outcome of check-ins, status of attendance: `Present`, `NotEnrolled`; in any case
/// @param trace what the kiosk's screen showed, see [org.seatside.model.id.CheckInId#trace]
/// @param how the student was identified
/// @param upstream how far it got on its way to the institution's own service; `NONE` is what does not go there
public record ExportFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable StudentId student,
        @Nullable SectionId section,
        @Nullable RoomId room,
        @Nullable KioskId kiosk,
        @Nullable String outcome,
        @Nullable String trace,
        @Nullable Identification how,
        @Nullable UpstreamState upstream) {
    public static final ExportFilter ALL = between(null, null);

    /// However they were identified, wherever they went.
    public ExportFilter(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable StudentId student,
            @Nullable SectionId section,
            @Nullable RoomId room,
            @Nullable KioskId kiosk,
            @Nullable String outcome,
            @Nullable String trace) {
        this(from, until, student, section, room, kiosk, outcome, trace, null, null);
    }

    /// Between two instants, nothing else asked.
    public static ExportFilter between(@Nullable Instant from, @Nullable Instant until) {
        return new ExportFilter(from, until, null, null, null, null, null, null);
    }

    public ExportFilter withTrace(String other) {
        return new ExportFilter(from, until, student, section, room, kiosk, outcome, other, how, upstream);
    }

    public ExportFilter withSection(SectionId other) {
        return new ExportFilter(from, until, student, other, room, kiosk, outcome, trace, how, upstream);
    }

    public ExportFilter withHow(Identification other) {
        return new ExportFilter(from, until, student, section, room, kiosk, outcome, trace, other, upstream);
    }

    public ExportFilter withUpstream(UpstreamState other) {
        return new ExportFilter(from, until, student, section, room, kiosk, outcome, trace, how, other);
    }
}
