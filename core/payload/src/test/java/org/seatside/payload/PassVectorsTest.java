package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PassVectorsTest {
    @Test
    void headersOfTheSpecificationGiveItsTexts() {
        PassIssuer issuer = new PassIssuer(Samples.INSTITUTION, Samples.KID, Samples.ISSUER);

        assertEquals(
                "DP1:*62X507H0QS0+B1DH0FFU+R2/HTK.GE1PAB31RD8SN0GCH48%%GSPAT%TESBC6C5QGAGT+%FL:S7$SOQVN4FCM7EJ9S+TV+TN"
                        + " FUACTVBBVSM-GPDO+AW",
                issuer.card(Samples.HANDLE, Samples.GENERATION, Samples.EXPIRES));
        assertEquals(
                "DP1:PC2X507H0QS0+B1VH0WNDZ/BDVI GQ QTRGL:FW-SL9AM.310EVHGT/ FLB94Q5C+A-92 LCZ3W$OOEIKPPM7L4ULHLQQ1S8WTD"
                        + "L5GZ:H:ZDA:KEBOOPG",
                issuer.slot(Samples.HANDLE, Samples.GENERATION, Samples.SLOT));
    }

    @Test
    void day2800IsTheFirstOfSeptember2027AndTheSlotBeginsAtEight() {
        CardPass card = new CardPass(Samples.KID, Samples.HANDLE, Samples.GENERATION, Samples.EXPIRES);
        SlotPass slot = new SlotPass(Samples.KID, Samples.HANDLE, Samples.GENERATION, Samples.SLOT);

        assertEquals(
                new PassCheck.Valid(card, false),
                Samples.verify(Samples.vector("card").text()));
        assertEquals(
                new PassCheck.Valid(slot, false),
                Samples.verify(Samples.vector("slot").text()));
        assertEquals(Instant.parse("2026-11-20T08:00:00Z"), Slots.start(Samples.SLOT));
    }

    @Test
    void devicePassesOfAnotherProgramAreRead() {
        DevicePass expected =
                new DevicePass(Samples.KID, Samples.HANDLE, Samples.GENERATION, Samples.EXPIRES, Samples.SLOT);

        assertEquals(
                new PassCheck.Valid(expected, false),
                Samples.verify(Samples.vector("device-ed25519").text()));
        assertEquals(
                new PassCheck.Valid(expected, false),
                Samples.verify(Samples.vector("device-p256").text()));
    }

    @Test
    void ed25519DevicePassIsMadeByteForByte() {
        DeviceGrant grant = new PassIssuer(Samples.INSTITUTION, Samples.KID, Samples.ISSUER)
                .deviceGrant(Samples.HANDLE, Samples.GENERATION, Samples.EXPIRES, Samples.PHONE_ED25519_PUBLIC);

        String text = new DeviceSigner(Samples.INSTITUTION, grant, Samples.PHONE_ED25519).text(Samples.SLOT);

        assertEquals(Samples.vector("device-ed25519").text(), text);
    }

    @Test
    void p256DevicePassOfThisProgramIsRead() {
        DeviceGrant grant = new PassIssuer(Samples.INSTITUTION, Samples.KID, Samples.ISSUER)
                .deviceGrant(Samples.HANDLE, Samples.GENERATION, Samples.EXPIRES, Samples.PHONE_P256_PUBLIC);
        DeviceGrant carried = DeviceGrant.read(grant.bytes()).orElseThrow();

        String text = new DeviceSigner(Samples.INSTITUTION, carried, Samples.PHONE_P256).text(Samples.SLOT);

        DevicePass expected =
                new DevicePass(Samples.KID, Samples.HANDLE, Samples.GENERATION, Samples.EXPIRES, Samples.SLOT);
        assertEquals(271, text.length());
        assertEquals(new PassCheck.Valid(expected, false), Samples.verify(text));
    }

    @Test
    void roomCodeIsMadeByteForByte() {
        String text = new RoomCodeIssuer(Samples.INSTITUTION, Samples.KID, Samples.ISSUER).code(Samples.ROOM);

        assertEquals(Samples.vector("room-code").text(), text);
        assertEquals(
                new RoomCodeCheck.Valid(new RoomCode(Samples.KID, Samples.ROOM)),
                new RoomCodeVerifier(Samples.KEYS).verify(text));
    }

    @TestFactory
    Stream<DynamicTest> everyVectorIsClassifiedAndVerifiedAsItSays() {
        PayloadReader reader = new PayloadReader(StudentNumberFormat.of(StudentNumberFormat.DEFAULT_PATTERN));

        return Samples.VECTORS.stream()
                .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> {
                    ScannedPayload payload = reader.read(vector.text());

                    assertEquals(vector.classification(), payload.getClass().getSimpleName());
                    assertEquals(vector.code(), code(payload));
                }));
    }

    private static String code(ScannedPayload payload) {
        return switch (payload) {
            case ScannedPayload.PassText(String text) ->
                Samples.VERIFIER.verify(text, Samples.IN_SLOT, Duration.ZERO).code();
            case ScannedPayload.RoomCodeText(String text) ->
                switch (new RoomCodeVerifier(Samples.KEYS).verify(text)) {
                    case RoomCodeCheck.Valid _ -> "VALID";
                    case RoomCodeCheck.Rejected(Reason reason) -> reason.name();
                };
            case ScannedPayload.RoomTag _, ScannedPayload.NumberText _, ScannedPayload.Unknown _ -> "-";
        };
    }
}
