package org.seatside.service.roster;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Room;
import org.seatside.payload.PayloadReader;
import org.seatside.payload.RoomCodeCheck;
import org.seatside.payload.RoomCodeVerifier;
import org.seatside.payload.RoomTagCipher;
import org.seatside.payload.ScannedPayload;

/// Finds the room that a room code or legacy tag stands for. Thread-safe.
public final class RoomResolver {
    private final PayloadReader payloads;
    private final RoomCodeVerifier codes;
    private final @Nullable RoomTagCipher tags;
    private final RosterStore roster;

    /// @param tags null where the campus has no legacy tags
    public RoomResolver(
            PayloadReader payloads, RoomCodeVerifier codes, @Nullable RoomTagCipher tags, RosterStore roster) {
        this.payloads = payloads;
        this.codes = codes;
        this.tags = tags;
        this.roster = roster;
    }

    /// @param text as it was read; empty where it is no room's
    public Optional<Room> resolve(String text) {
        return switch (payloads.read(text)) {
            case ScannedPayload.RoomCodeText(String code) ->
                codes.verify(code) instanceof RoomCodeCheck.Valid(var valid)
                        ? roster.room(new RoomId(valid.room()))
                        : Optional.empty();
            case ScannedPayload.RoomTag(String tag, var digest) ->
                roster.roomByTagDigest(digest.hex()).or(() -> tagName(tag).flatMap(roster::roomByTag));
            case ScannedPayload.PassText _, ScannedPayload.NumberText _, ScannedPayload.Unknown _ -> Optional.empty();
        };
    }

    /// What a legacy tag calls its room; empty where it is none or the campus has no key for it.
    public Optional<String> tagName(String text) {
        return tags == null ? Optional.empty() : tags.decrypt(text);
    }

    /// Whether this campus reads legacy tags at all.
    public boolean readsTags() {
        return tags != null;
    }
}
