package org.seatside.kiosk.checkin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.model.api.Provision;
import org.seatside.model.api.SignedProvision;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.PinRule;
import org.seatside.payload.InstitutionId;
import org.seatside.payload.PassHandle;
import org.seatside.payload.PassIssuer;
import org.seatside.payload.RoomCodeIssuer;
import org.seatside.payload.RoomTagDigest;

/// A campus with two rooms, its keys, and another campus beside it.
public final class SampleCampus {
    public static final Instant NOW = Instant.parse("2026-03-02T00:02:00Z");
    public static final RoomId ROOM = new RoomId(new UUID(0x7000, 0x8000_0000_0000_0001L));
    public static final RoomId OTHER_ROOM = new RoomId(new UUID(0x7000, 0x8000_0000_0000_0002L));
    public static final String TAG = "00112233445566778899aabbccddeeff";
    public static final String UNKNOWN_TAG = "ff112233445566778899aabbccddeeff";
    private static final InstitutionId INSTITUTION = InstitutionId.parse("00112233445566778899aabbccddeeff");
    private static final InstitutionId ELSEWHERE = InstitutionId.parse("ffeeddccbbaa99887766554433221100");
    private static final PassHandle HANDLE = new PassHandle(0x01020304050607L);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /// Later than any clock these tests run by.
    private static final LocalDate FAR = LocalDate.of(2099, 12, 31);

    private final KeyPair keys;

    public SampleCampus() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param room where the kiosk stands; null for a kiosk on wheels
    public Provision provision(@Nullable RoomId room) {
        SectionId section = new SectionId(new UUID(0x7000, 0x8000_0000_0000_0003L));
        Instant start = NOW.minus(Duration.ofMinutes(2));
        Meeting meeting = new Meeting(
                new MeetingId(new UUID(0x7000, 0x8000_0000_0000_0004L)),
                section,
                ROOM,
                start.minus(Duration.ofMinutes(10)),
                start,
                start.plus(Duration.ofMinutes(10)),
                start.plus(Duration.ofMinutes(30)),
                start.plus(Duration.ofMinutes(75)));
        return new Provision(
                new KioskId(new UUID(0x7000, 0x8000_0000_0000_0005L)),
                "창가 1",
                NOW,
                "한빛대학교",
                "Asia/Seoul",
                INSTITUTION.toString(),
                Map.of(1, issuerKey()),
                "^[0-9]{8}$",
                room,
                Map.of(ROOM, "19C4", OTHER_ROOM, "20A1"),
                Map.of(RoomTagDigest.ofTag(TAG).orElseThrow().hex(), OTHER_ROOM),
                List.of(meeting),
                Map.of(section.toString(), "자료구조 01분반"));
    }

    /// The public issuer key as the wire has it.
    public String issuerKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /// As a node signs it.
    public SignedProvision signed(Provision provision) throws GeneralSecurityException {
        byte[] content = new Json().write(provision);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update("SEATSIDE-PROVISION-1\n".getBytes(StandardCharsets.US_ASCII));
        signature.update(content);
        Base64.Encoder base64 = Base64.getEncoder();
        return new SignedProvision(base64.encodeToString(content), base64.encodeToString(signature.sign()));
    }

    /// The same campus, asking the PIN so often.
    public CampusRules rules(@Nullable RoomId room, PinRule pin) {
        Provision plain = provision(room);
        return CampusRules.of(new Provision(
                plain.kiosk(),
                plain.kioskName(),
                plain.issuedAt(),
                plain.campus(),
                plain.zone(),
                plain.institution(),
                plain.issuerKeys(),
                plain.numberPattern(),
                plain.room(),
                plain.rooms(),
                plain.roomTags(),
                plain.meetings(),
                plain.sections(),
                pin,
                Map.of(),
                plain.authorities()));
    }

    public CampusRules rules(@Nullable RoomId room) {
        return CampusRules.of(provision(room));
    }

    public String pass() {
        return new PassIssuer(INSTITUTION, 1, keys.getPrivate()).card(HANDLE, 0, FAR);
    }

    public String expiredPass() {
        return new PassIssuer(INSTITUTION, 1, keys.getPrivate()).card(HANDLE, 0, TODAY.minusDays(1));
    }

    public String passUnderNewKey() {
        return new PassIssuer(INSTITUTION, 2, keys.getPrivate()).card(HANDLE, 0, FAR);
    }

    public String passOfAnotherCampus() {
        return new PassIssuer(ELSEWHERE, 1, keys.getPrivate()).card(HANDLE, 0, FAR);
    }

    public String roomCode() {
        return new RoomCodeIssuer(INSTITUTION, 1, keys.getPrivate()).code(ROOM.value());
    }

    public String roomCodeOfAnotherCampus() {
        return new RoomCodeIssuer(ELSEWHERE, 1, keys.getPrivate()).code(ROOM.value());
    }

    public String codeOfAnUnknownRoom() {
        return new RoomCodeIssuer(INSTITUTION, 1, keys.getPrivate()).code(new UUID(1, 2));
    }
}
