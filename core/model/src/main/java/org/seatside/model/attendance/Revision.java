package org.seatside.model.attendance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One state of a record and who gave it.
///
/// @param at null of revisions written before their times were kept
/// @param actor an account id, a kiosk id, or `node`
/// @param reason null where a check-in made it
/// @param batch of corrections it was made in; null for one by itself
public record Revision(
        int revision,
        AttendanceStatus status,
        @Nullable String mark,
        @Nullable Instant at,
        Instant writtenAt,
        String actor,
        @Nullable String reason,
        @Nullable UUID batch) {}
