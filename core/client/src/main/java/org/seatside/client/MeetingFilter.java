package org.seatside.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;

/// Which meetings to list; null is no limit.
public record MeetingFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable RoomId room) {
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        NodeClient.put(parameters, "from", from);
        NodeClient.put(parameters, "until", until);
        NodeClient.put(parameters, "room", room);
        return parameters;
    }
}
