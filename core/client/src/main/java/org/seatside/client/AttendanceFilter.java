package org.seatside.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;

/// Which records to list; null is no limit.
public record AttendanceFilter(
        @Nullable StudentId student,
        @Nullable MeetingId meeting,
        @Nullable Instant from,
        @Nullable Instant until) {
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        NodeClient.put(parameters, "student", student);
        NodeClient.put(parameters, "meeting", meeting);
        NodeClient.put(parameters, "from", from);
        NodeClient.put(parameters, "until", until);
        return parameters;
    }
}
