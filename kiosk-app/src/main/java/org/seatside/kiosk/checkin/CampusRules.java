package org.seatside.kiosk.checkin;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Provision;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.Place;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Meeting;
import org.seatside.payload.InstitutionId;
import org.seatside.payload.IssuerKeys;
import org.seatside.payload.IssuerPublicKey;
import org.seatside.payload.PassCheck;
import org.seatside.payload.PassVerifier;
import org.seatside.payload.PayloadReader;
import org.seatside.payload.RoomCodeCheck;
import org.seatside.payload.RoomCodeVerifier;
import org.seatside.payload.RoomTagDigest;
import org.seatside.payload.ScannedPayload;
import org.seatside.payload.StudentNumberFormat;

/// What a kiosk can tell by itself, from its provision: public keys, room tables, meetings. Immutable.
public final class CampusRules {
    private final Provision provision;
    private final PayloadReader reader;
    private final PassVerifier passes;
    private final RoomCodeVerifier roomCodes;

    private CampusRules(Provision provision, IssuerKeys keys) {
        this.provision = provision;
        reader = new PayloadReader(StudentNumberFormat.of(provision.numberPattern()));
        passes = new PassVerifier(keys, ZoneId.of(provision.zone()));
        roomCodes = new RoomCodeVerifier(keys);
    }

    /// @throws IllegalArgumentException where the provision holds a key, zone or pattern that is none
    public static CampusRules of(Provision provision) {
        Map<Integer, IssuerPublicKey> keys = new HashMap<>();
        provision.issuerKeys().forEach((kid, key) -> keys.put(kid, issuerKey(key)));
        return new CampusRules(provision, new IssuerKeys(InstitutionId.parse(provision.institution()), keys));
    }

    private static IssuerPublicKey issuerKey(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return IssuerPublicKey.of(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key", e);
        }
    }

    public Provision provision() {
        return provision;
    }

    public ZoneId zone() {
        return ZoneId.of(provision.zone());
    }

    ScannedPayload read(String text) {
        return reader.read(text);
    }

    PassCheck check(String pass, Instant now, Duration uncertainty) {
        return passes.verify(pass, now, uncertainty);
    }

    RoomCodeCheck checkRoomCode(String text) {
        return roomCodes.verify(text);
    }

    Optional<RoomId> room(RoomTagDigest digest) {
        return Optional.ofNullable(provision.roomTags().get(digest.hex()));
    }

    boolean knows(RoomId room) {
        return provision.rooms().containsKey(room);
    }

    /// Whether a check-in needs the student's PIN.
    ///
    /// @param shown the room of this visit; null where the kiosk's own counts
    boolean asksPin(Identification how, @Nullable RoomId shown, Instant now) {
        RoomId where = shown == null ? provision.room() : shown;
        return where != null && provision.pinRule(where, now).asks(how);
    }

    /// The room, and the title of what meets there at this time.
    public Place place(RoomId room, Instant now) {
        String name = provision.rooms().getOrDefault(room, "");
        return new Place(room, name, meeting(room, now));
    }

    /// The kiosk's own place; empty for a kiosk on wheels.
    public Optional<Place> ownPlace(Instant now) {
        return Optional.ofNullable(provision.room()).map(room -> place(room, now));
    }

    private @Nullable String meeting(RoomId room, Instant now) {
        return provision.meetings().stream()
                .filter(meeting -> meeting.room().equals(room))
                .filter(meeting -> !now.isBefore(meeting.opensAt()) && now.isBefore(meeting.endsAt()))
                .findFirst()
                .map(this::title)
                .orElse(null);
    }

    private @Nullable String title(Meeting meeting) {
        return provision.sections().get(meeting.section().toString());
    }
}
