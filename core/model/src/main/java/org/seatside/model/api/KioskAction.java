package org.seatside.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.KioskActionId;
import org.seatside.model.id.KioskId;

/// Something staff ask a kiosk to do now. News, not record: the node that was asked keeps it in memory and forgets
/// it minutes later; that it was asked for is in the audit trail.
///
/// @param askedBy the account's id
/// @param expiresAt the kiosk has taken it by then, or answered what it took; later it does nothing any more
/// @param note what the kiosk says to its state, for people; null for nothing
/// @param answerBytes of the answer that waits to be fetched; 0 for none
public record KioskAction(
        KioskActionId id,
        KioskId kiosk,
        Kind kind,
        String askedBy,
        Instant askedAt,
        Instant expiresAt,
        State state,
        @Nullable String note,
        int answerBytes) {
    /// What may be asked.
    public enum Kind {
        /// The kiosk's app starts again. Answered before it does; nothing to fetch.
        RESTART,
        /// One picture of the camera, while the kiosk shows that it is taken. JPEG.
        PICTURE,
        /// Reading what is held to the camera now, without recording anything. JSON.
        TEST_SCAN,
        /// The kiosk's own report of camera, disk, clock and devices. HTML.
        SELF_CHECK
    }

    /// How far it is.
    public enum State {
        /// The kiosk has not heard of it.
        ASKED,
        /// The kiosk is at it.
        TAKEN,
        DONE,
        /// The kiosk does not do it now, as while somebody stands before it.
        REFUSED,
        /// The kiosk tried.
        FAILED,
        /// No answer came in time.
        EXPIRED;

        /// Whether there is nothing more to come.
        public boolean isOver() {
            return this != ASKED && this != TAKEN;
        }
    }

    /// The same, further on.
    public KioskAction moved(State to, Instant until, @Nullable String said, int bytes) {
        return new KioskAction(id, kiosk, kind, askedBy, askedAt, until, to, said, bytes);
    }

    /// Longest answer of a kiosk, in bytes.
    public static final int LARGEST_ANSWER = 240 * 1024;
}
