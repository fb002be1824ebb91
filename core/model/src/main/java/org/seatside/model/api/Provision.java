package org.seatside.model.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Meeting;

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
        Map<String, String> sections) {}
