package org.seatside.model.assist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.seatside.model.id.RoomId;

/// What staff have kiosks show while nobody is served.
///
/// @param from first shown
/// @param until no longer shown
/// @param displaySeconds how long at a time, 3 to 120
/// @param rooms whose kiosks show it, and kiosks on wheels; empty for every kiosk
/// @param texts by language, `ko` and `en`; a kiosk shows that of its language, else whichever there is
public record Notice(
        NoticeId id, Instant from, Instant until, int displaySeconds, List<RoomId> rooms, Map<String, String> texts) {
    public Notice {
        rooms = List.copyOf(rooms);
        texts = Map.copyOf(texts);
    }
}
