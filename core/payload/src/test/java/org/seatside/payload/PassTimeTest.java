package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PassTimeTest {
    private static final PassIssuer ISSUER = new PassIssuer(Samples.INSTITUTION, Samples.KID, Samples.ISSUER);
    private static final CardPass CARD = new CardPass(Samples.KID, Samples.HANDLE, 1, Samples.EXPIRES);
    private static final String CARD_TEXT = ISSUER.card(Samples.HANDLE, 1, Samples.EXPIRES);
    private static final SlotPass SLOT = new SlotPass(Samples.KID, Samples.HANDLE, 1, Samples.SLOT);
    private static final String SLOT_TEXT = ISSUER.slot(Samples.HANDLE, 1, Samples.SLOT);

    /// 2027-09-01 ends in Seoul at 15:00 UTC.
    @ParameterizedTest
    @CsvSource({
        "2020-01-01T00:00:00Z, VALID",
        "2027-09-01T14:59:59.999Z, VALID",
        "2027-09-01T15:00:00Z, EXPIRED",
        "2027-09-01T23:59:59Z, EXPIRED",
        "2200-01-01T00:00:00Z, EXPIRED"
    })
    void cardIsGoodUntilTheDayEndsAtTheCampus(Instant now, String code) {
        assertEquals(
                code, Samples.VERIFIER.verify(CARD_TEXT, now, Duration.ZERO).code());
    }

    @Test
    void rememberedCardExpiresToo() {
        PassVerifier remembering = new PassVerifier(Samples.KEYS, ZoneId.of("Asia/Seoul"), 1);
        String other = ISSUER.card(Samples.HANDLE, 2, Samples.EXPIRES);
        Instant before = Instant.parse("2027-09-01T14:59:59.999Z");
        Instant after = Instant.parse("2027-09-01T15:00:00Z");

        List<String> codes = Stream.of(
                        remembering.verify(CARD_TEXT, before, Duration.ZERO),
                        remembering.verify(CARD_TEXT, before, Duration.ZERO),
                        remembering.verify(CARD_TEXT, after, Duration.ZERO),
                        remembering.verify(other, before, Duration.ZERO),
                        remembering.verify(CARD_TEXT, before, Duration.ZERO),
                        remembering.verify(CARD_TEXT.substring(1), before, Duration.ZERO))
                .map(PassCheck::code)
                .toList();

        assertEquals(List.of("VALID", "VALID", "EXPIRED", "VALID", "VALID", "MALFORMED"), codes);
    }

    @Test
    void expiredPassStillTellsWhoseItIs() {
        PassCheck check = Samples.VERIFIER.verify(CARD_TEXT, Instant.parse("2027-09-02T00:00:00Z"), Duration.ZERO);

        assertEquals(new PassCheck.Expired(CARD), check);
    }

    /// Clocks in Beirut go from 23:59:59 on 27 March 2027 to 01:00 on the 28th.
    @Test
    void dayThatHasNoMidnightBeginsWhereItsFirstHourDoes() {
        String text = ISSUER.card(Samples.HANDLE, 1, LocalDate.of(2027, 3, 27));
        PassVerifier beirut = new PassVerifier(Samples.KEYS, ZoneId.of("Asia/Beirut"));
        CardPass card = new CardPass(Samples.KID, Samples.HANDLE, 1, LocalDate.of(2027, 3, 27));

        assertEquals(
                new PassCheck.Valid(card, false),
                beirut.verify(text, Instant.parse("2027-03-27T21:59:59Z"), Duration.ZERO));
        assertEquals(
                new PassCheck.Expired(card), beirut.verify(text, Instant.parse("2027-03-27T22:00:00Z"), Duration.ZERO));
    }

    /// The slot is 08:00:00 to 08:00:15.
    @ParameterizedTest
    @CsvSource({
        "07:59:44.999, 0, OUTSIDE_SLOT",
        "07:59:45,     0, VALID",
        "08:00:29.999, 0, VALID",
        "08:00:30,     0, OUTSIDE_SLOT",
        "07:59:44.999, 5, OUTSIDE_SLOT",
        "08:00:30,     5, OUTSIDE_SLOT"
    })
    void certainClockTakesTheSlotAndItsNeighbours(String time, int uncertainty, String code) {
        PassCheck check = Samples.VERIFIER.verify(SLOT_TEXT, at(time), Duration.ofSeconds(uncertainty));

        assertEquals(code, check.code());
        assertEquals(code.equals("VALID") ? new PassCheck.Valid(SLOT, false) : new PassCheck.OutsideSlot(SLOT), check);
    }

    /// With u seconds the window of 07:59:45 to 08:00:30 grows by u on both sides.
    @ParameterizedTest
    @CsvSource({
        "08:00:07, PT5.000000001S, VALID",
        "07:59:39, PT6S, VALID",
        "07:59:38, PT6S, OUTSIDE_SLOT",
        "08:00:35, PT6S, VALID",
        "08:00:36, PT6S, OUTSIDE_SLOT",
        "08:30:29, PT30M, VALID",
        "08:30:30, PT30M, OUTSIDE_SLOT",
        "12:00:00, PT-1S, VALID",
        "12:00:00, PT1000000000000H, VALID"
    })
    void uncertainClockTakesMoreButOnlyProvisionally(String time, Duration uncertainty, String code) {
        PassCheck check = Samples.VERIFIER.verify(SLOT_TEXT, at(time), uncertainty);

        assertEquals(code.equals("VALID") ? new PassCheck.Valid(SLOT, true) : new PassCheck.OutsideSlot(SLOT), check);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-09-01T14:49:59Z, PT10M, VALID, false",
        "2027-09-01T14:50:00Z, PT10M, VALID, true",
        "2027-09-01T15:09:59Z, PT10M, VALID, true",
        "2027-09-01T15:10:00Z, PT10M, EXPIRED, false"
    })
    void uncertainClockMakesTheEndOfTheDayProvisional(
            Instant now, Duration uncertainty, String code, boolean provisional) {
        PassCheck expected =
                code.equals("VALID") ? new PassCheck.Valid(CARD, provisional) : new PassCheck.Expired(CARD);

        assertEquals(expected, Samples.VERIFIER.verify(CARD_TEXT, now, uncertainty));
    }

    @Test
    void devicePassMustHoldForItsDayAndItsSlot() {
        LocalDate lastDay = LocalDate.of(2026, 11, 20);
        DeviceGrant grant = ISSUER.deviceGrant(Samples.HANDLE, 1, lastDay, Samples.PHONE_ED25519_PUBLIC);
        DeviceSigner phone = new DeviceSigner(Samples.INSTITUTION, grant, Samples.PHONE_ED25519);
        long firstOfNextDay = Slots.at(Instant.parse("2026-11-20T15:00:00Z"));
        List<String> codes = LongStream.of(Samples.SLOT, firstOfNextDay)
                .mapToObj(phone::text)
                .flatMap(text -> List.of(at("08:00:00"), at("09:00:00"), at("15:00:00")).stream()
                        .map(now -> Samples.VERIFIER
                                .verify(text, now, Duration.ZERO)
                                .code()))
                .toList();

        assertEquals(List.of("VALID", "OUTSIDE_SLOT", "EXPIRED", "OUTSIDE_SLOT", "OUTSIDE_SLOT", "EXPIRED"), codes);
        assertEquals(
                new PassCheck.OutsideSlot(new DevicePass(Samples.KID, Samples.HANDLE, 1, lastDay, firstOfNextDay)),
                Samples.VERIFIER.verify(phone.text(firstOfNextDay), at("08:00:00"), Duration.ZERO));
    }

    @Test
    void noTimeMakesItThrow() {
        List<String> codes = List.of(Instant.MIN, Instant.EPOCH, Instant.MAX).stream()
                .flatMap(now ->
                        List.of(Duration.ofSeconds(Long.MIN_VALUE), Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE))
                                .stream()
                                .map(uncertainty -> Samples.VERIFIER
                                        .verify(CARD_TEXT, now, uncertainty)
                                        .code()))
                .toList();

        assertEquals(
                List.of("VALID", "VALID", "VALID", "VALID", "VALID", "VALID", "EXPIRED", "EXPIRED", "EXPIRED"), codes);
    }

    @Test
    void slotsCountFrom2026InUtc() {
        assertEquals(0, Slots.at(Instant.parse("2026-01-01T00:00:14.999Z")));
        assertEquals(1, Slots.at(Instant.parse("2026-01-01T00:00:15Z")));
        assertEquals(-1, Slots.at(Instant.parse("2025-12-31T23:59:59Z")));
        assertEquals(Instant.parse("2033-12-22T17:03:45Z"), Slots.start(Slots.MAX));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-20T" + time + "Z");
    }
}
