package org.seatside.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;
import org.seatside.model.attendance.Profile;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;

class JsonTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant AT = Instant.parse("2026-03-02T00:02:00.123Z");
    private static final Place PLACE = new Place(new RoomId(ID), "19C4", "자료구조");
    private static final MaskedStudent HONG = new MaskedStudent("홍*동", "678");

    private final Json json = new Json();

    @Test
    void everyOutcomeComesBackAsItself() throws Exception {
        List<Outcome> outcomes = List.of(
                new Outcome.Present(HONG, PLACE, AT),
                new Outcome.Late(HONG, PLACE, AT, 3),
                new Outcome.AlreadyRecorded(HONG, PLACE, AT),
                new Outcome.RecordedOffline(null, AT, 2, "678", true),
                new Outcome.NotEnrolled(HONG, PLACE),
                new Outcome.NoMeetingNow(PLACE, null),
                new Outcome.TooEarly(HONG, PLACE, AT),
                new Outcome.Closed(HONG, PLACE, AT),
                new Outcome.PassExpired(),
                new Outcome.PassRevoked(),
                new Outcome.UnknownCode(),
                new Outcome.NotACode(),
                new Outcome.RoomNeeded(),
                new Outcome.StudentNeeded(PLACE),
                new Outcome.PinNeeded(),
                new Outcome.KioskNotPaired(),
                new Outcome.Refused("SEQUENCE_REUSED"));

        assertEquals(Outcome.class.getPermittedSubclasses().length, outcomes.size());
        for (Outcome outcome : outcomes) {
            Receipt receipt = new Receipt(new CheckInId(ID), outcome, 7);
            assertEquals(receipt, json.read(json.write(receipt), Receipt.class));
        }
        Profile profile = new Profile(150, true, Profile.Theme.DARK, 200, 0, null);
        Receipt agreed = new Receipt(new CheckInId(ID), new Outcome.UnknownCode(), 7, profile);
        assertEquals(agreed, json.read(json.write(agreed), Receipt.class));
    }

    @Test
    void aCheckInIsPlainToRead() throws Exception {
        CheckIn checkIn = new CheckIn(
                new CheckInId(ID),
                new KioskId(ID),
                5,
                1,
                Identification.PASS,
                "DP1:X",
                null,
                null,
                new KioskTime(AT, 9, 4L, 2L));

        String text = new String(json.write(checkIn), StandardCharsets.UTF_8);

        assertEquals(
                "{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"kiosk\":\"01890a5d-ac96-774b-bcce-b302099a8057\","
                        + "\"epoch\":5,\"seq\":1,\"how\":\"PASS\",\"student\":\"DP1:X\","
                        + "\"time\":{\"wall\":\"2026-03-02T00:02:00.123Z\",\"monotonicNanos\":9,\"offsetMillis\":4,"
                        + "\"uncertaintyMillis\":2}}",
                text);
        assertEquals(checkIn, json.read(text.getBytes(StandardCharsets.UTF_8), CheckIn.class));
    }

    @Test
    void idsServeAsKeys() throws Exception {
        Map<RoomId, String> rooms = Map.of(new RoomId(ID), "19C4");

        assertEquals(rooms, json.read(json.write(rooms), new TypeReference<Map<RoomId, String>>() {}));
    }

    @Test
    void whatIsNotOursIsNamedButNotRepeated() {
        byte[] bad = "{\"id\":\"홍길동\",\"outcome\":{\"kind\":\"PassExpired\"},\"logIndex\":1}"
                .getBytes(StandardCharsets.UTF_8);

        MalformedJsonException e = assertThrows(MalformedJsonException.class, () -> json.read(bad, Receipt.class));

        assertEquals("Not the JSON of a Receipt, see field id", e.getMessage());
        assertNull(e.getCause());
        assertFalse(e.toString().contains("홍길동"));
    }

    @Test
    void nullTrailingTokensAndDepthAreRefused() {
        for (String bad : List.of("null", "{} {}", "[".repeat(100), "", "{\"id\":")) {
            assertThrows(
                    MalformedJsonException.class,
                    () -> json.read(bad.getBytes(StandardCharsets.UTF_8), new TypeReference<Map<String, Object>>() {}),
                    bad);
        }
    }
}
