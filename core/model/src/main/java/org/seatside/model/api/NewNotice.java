package org.seatside.model.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;

/// A notice to be shown on kiosks.
///
/// @param displaySeconds 3 to 120; null for 10
/// @param rooms null or empty for every kiosk
/// @param texts by language, `ko` and `en`, at least one, 1 to 300 characters each
public record NewNotice(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Integer displaySeconds,
        @Nullable List<RoomId> rooms,
        @Nullable Map<String, String> texts) {}
