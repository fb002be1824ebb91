package org.seatside.model.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;

/// What a record rests on: the check-in as the node keeps it.
///
/// @param scannedAt by the kiosk's own clock
/// @param offsetMillis node clock minus kiosk clock as measured then; null where it was not
/// @param receivedAt by the node
/// @param effectiveAt what counts: the scan, corrected for the kiosk's clock
/// @param provisional whether staff have to look: the kiosk's clock was too uncertain to be trusted, or the PIN that
///     the policy asks could not be checked
/// @param logIndex where it stands in the log
public record Evidence(
        CheckInId checkIn,
        KioskId kiosk,
        Identification how,
        Instant scannedAt,
        @Nullable Long offsetMillis,
        @Nullable Long uncertaintyMillis,
        Instant receivedAt,
        Instant effectiveAt,
        boolean provisional,
        long logIndex) {}
