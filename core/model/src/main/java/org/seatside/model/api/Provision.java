package org.seatside.model.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.PinRule;

/// All a kiosk needs to go on without a node: public keys, room tables and the meetings of its room. No secret,
/// no student.
///
/// @param issuedAt the node's clock when it was made
/// @param institution 32 hexadecimal digits
/// @param issuerKeys key number (0 to 255) to public issuer key, Ed25519, SubjectPublicKeyInfo in Base64
/// @param numberPattern regular expression of a student number
/// @param room where the kiosk stands; null for a kiosk on wheels
/// @param rooms names of all rooms
/// @param roomTags SHA-256 of a legacy tag's ciphertext (64 hexadecimal digits) to room
/// @param meetings of its room (all rooms for a kiosk on wheels), for the next seven days
/// @param sections titles of the sections in `meetings`, by section id
/// @param pin which check-ins need a PIN where no meeting is open; null from an older node, which asks none
/// @param pins which need one at the meetings of a section, by section id; those left out are as `pin`
/// @param authorities whom to trust to vouch for nodes, beside whom the kiosk was told to when it was paired; null from
///     an older node, and from one without an authority of its own
public record Provision(
        KioskId kiosk,
        String kioskName,
        Instant issuedAt,
        String campus,
        String zone,
        String institution,
        Map<Integer, String> issuerKeys,
        String numberPattern,
        @Nullable RoomId room,
        Map<RoomId, String> rooms,
        Map<String, RoomId> roomTags,
        List<Meeting> meetings,
        Map<String, String> sections,
        @Nullable PinRule pin,
        @Nullable Map<String, PinRule> pins,
        @Nullable Authorities authorities) {
    @JsonCreator
    public Provision {}

    /// Pins as in [NodeAuthority].
    ///
    /// @param trusted the one that vouches for nodes now, and the one that will
    /// @param retired the ones to trust no more, also where the kiosk was told to
    public record Authorities(List<String> trusted, List<String> retired) {
        public Authorities {
            trusted = List.copyOf(trusted);
            retired = List.copyOf(retired);
        }
    }

    /// Of a campus that asks no PIN.
    public Provision(
            KioskId kiosk,
            String kioskName,
            Instant issuedAt,
            String campus,
            String zone,
            String institution,
            Map<Integer, String> issuerKeys,
            String numberPattern,
            @Nullable RoomId room,
            Map<RoomId, String> rooms,
            Map<String, RoomId> roomTags,
            List<Meeting> meetings,
            Map<String, String> sections) {
        this(
                kiosk,
                kioskName,
                issuedAt,
                campus,
                zone,
                institution,
                issuerKeys,
                numberPattern,
                room,
                rooms,
                roomTags,
                meetings,
                sections,
                null,
                null,
                null);
    }

    /// Which check-ins in a room need a PIN: as the strictest of the meetings asks that are open there, for a kiosk
    /// does not know whose a number is.
    ///
    /// @param at on the node's clock
    public PinRule pinRule(RoomId where, Instant at) {
        return meetings.stream()
                .filter(meeting -> meeting.room().equals(where) && meeting.isOpenAt(at))
                .map(meeting -> pins == null
                        ? PinRule.NEVER
                        : pins.getOrDefault(meeting.section().toString(), pinOrNever()))
                .reduce(PinRule::stricter)
                .orElse(pinOrNever());
    }

    private PinRule pinOrNever() {
        return pin == null ? PinRule.NEVER : pin;
    }
}
