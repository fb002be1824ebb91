package org.seatside.admin.room;

import java.util.List;
import java.util.Optional;
import org.seatside.payload.RoomTagDigest;
import org.seatside.qr.Reading;

/// Tells tags from other codes.
final class TagTexts {
    private TagTexts() {}

    /// The first code that has the form of a tag.
    static Optional<String> tag(List<Reading> codes) {
        return codes.stream()
                .map(Reading::text)
                .filter(text -> RoomTagDigest.ofTag(text).isPresent())
                .findFirst();
    }
}
