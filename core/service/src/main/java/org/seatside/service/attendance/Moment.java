package org.seatside.service.attendance;

import java.time.Duration;
import java.time.Instant;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.roster.Meeting;

/// When a check-in happened, as well as the kiosk's clock tells: at `likely`, and surely between the other two. With a
/// clock that is trusted all three are one.
///
/// @param likely never after the node received it
record Moment(Instant likely, Instant earliest, Instant latest) {
    /// A clock more uncertain than this makes a record provisional: staff see that its time is not to be trusted.
    static final Duration TRUSTED = Duration.ofSeconds(30);

    /// However little a clock knows, no more of the timetable than this is looked at either way.
    private static final Duration FARTHEST = Duration.ofDays(1);

    static Moment of(KioskTime time, Instant receivedAt) {
        Instant corrected = time.corrected();
        Instant likely = earlier(corrected, receivedAt);
        if (!isUncertain(time)) {
            return new Moment(likely, likely, likely);
        }
        Duration off = time.uncertainty().compareTo(FARTHEST) > 0 ? FARTHEST : time.uncertainty();
        return new Moment(likely, earlier(corrected.minus(off), likely), earlier(corrected.plus(off), receivedAt));
    }

    static boolean isUncertain(KioskTime time) {
        return time.uncertainty().compareTo(TRUSTED) > 0;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// Whether it may have happened while the meeting took attendance.
    boolean meets(Meeting meeting) {
        return !latest.isBefore(meeting.opensAt()) && !earliest.isAfter(meeting.closesAt());
    }

    /// The likeliest time at which the meeting took attendance.
    Instant within(Meeting meeting) {
        return likely.isBefore(meeting.opensAt()) ? meeting.opensAt() : earlier(likely, meeting.closesAt());
    }
}
