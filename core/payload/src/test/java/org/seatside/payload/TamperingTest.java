package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is done to a code that is good: nothing of it is believed any more.
final class TamperingTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final PassCheck MALFORMED = new PassCheck.Rejected(Reason.MALFORMED);
    private static final PassCheck UNKNOWN_KEY = new PassCheck.Rejected(Reason.UNKNOWN_KEY);
    private static final PassCheck BAD_SIGNATURE = new PassCheck.Rejected(Reason.BAD_SIGNATURE);
    private static final RoomCodeVerifier ROOMS = new RoomCodeVerifier(Samples.KEYS);

    @ParameterizedTest
    @CsvSource({"card, 624", "slot, 624", "device-ed25519, 1416", "device-p256, 1424"})
    void everySingleBitFlipOfAPassIsRefused(String name, int bits) {
        byte[] body = Samples.body(PassVerifier.FORM, Samples.vector(name).text());
        assertEquals(bits, body.length * Byte.SIZE);

        List<PassCheck> checks = IntStream.range(0, bits)
                .mapToObj(bit -> Samples.verify(PassVerifier.FORM.text(flipped(body, bit))))
                .toList();

        assertEquals(
                bits,
                checks.stream().filter(PassCheck.Rejected.class::isInstance).count());
        // kid is the second byte
        assertEquals(
                List.of(),
                checks.subList(8, 16).stream()
                        .filter(c -> !c.equals(UNKNOWN_KEY))
                        .toList());
        // from there on the length can only change with the type and the curve
        assertEquals(
                List.of(),
                checks.subList(PassHeader.LENGTH * Byte.SIZE, bits).stream()
                        .filter(c -> !c.equals(BAD_SIGNATURE))
                        .toList());
    }

    @Test
    void everySingleBitFlipOfARoomCodeIsRefused() {
        byte[] body =
                Samples.body(RoomCodeVerifier.FORM, Samples.vector("room-code").text());

        List<RoomCodeCheck> checks = IntStream.range(0, body.length * Byte.SIZE)
                .mapToObj(bit -> ROOMS.verify(RoomCodeVerifier.FORM.text(flipped(body, bit))))
                .toList();

        assertEquals(656, checks.size());
        assertEquals(
                List.of(
                        new RoomCodeCheck.Rejected(Reason.UNSUPPORTED),
                        new RoomCodeCheck.Rejected(Reason.UNKNOWN_KEY),
                        new RoomCodeCheck.Rejected(Reason.BAD_SIGNATURE)),
                checks.stream().distinct().toList());
    }

    @ParameterizedTest
    @CsvSource({"card, 14", "slot, 14", "device-ed25519, 46", "device-ed25519, 113", "device-p256, 47"})
    void signatureWithLAddedToSIsRefused(String name, int signature) {
        byte[] body = Samples.body(PassVerifier.FORM, Samples.vector(name).text());

        addL(body, signature + 32);

        assertEquals(BAD_SIGNATURE, Samples.verify(PassVerifier.FORM.text(body)));
    }

    @Test
    void roomCodeWithLAddedToSIsRefused() {
        byte[] body =
                Samples.body(RoomCodeVerifier.FORM, Samples.vector("room-code").text());

        addL(body, RoomCodeVerifier.SIGNED_LENGTH + 32);

        assertEquals(new RoomCodeCheck.Rejected(Reason.BAD_SIGNATURE), ROOMS.verify(RoomCodeVerifier.FORM.text(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "slot", "device-ed25519", "device-p256"})
    void everyCutAndEveryExtensionOfAPassIsMalformed(String name) {
        String text = Samples.vector(name).text();

        assertEquals(
                List.of(MALFORMED),
                variants(text).map(Samples::verify).distinct().toList());
    }

    @Test
    void everyCutAndEveryExtensionOfARoomCodeIsMalformed() {
        String text = Samples.vector("room-code").text();

        assertEquals(
                List.of(new RoomCodeCheck.Rejected(Reason.MALFORMED)),
                variants(text).map(ROOMS::verify).distinct().toList());
    }

    @ParameterizedTest
    @CsvSource({"10, UNSUPPORTED", "14, UNSUPPORTED", "21, UNSUPPORTED", "01, UNSUPPORTED", "13, MALFORMED"})
    void versionAndTypeAreCheckedBeforeTheKey(String first, Reason reason) {
        byte[] body = Samples.body(PassVerifier.FORM, Samples.vector("card").text());
        body[0] = (byte) Integer.parseInt(first, 16);
        body[1] = 8;

        assertEquals(new PassCheck.Rejected(reason), Samples.verify(PassVerifier.FORM.text(body)));
    }

    @ParameterizedTest
    @CsvSource({"card, 1", "card, 128", "device-ed25519, 2", "device-p256, 129"})
    void reservedFlagsAreUnsupported(String name, int flags) {
        byte[] body = Samples.body(PassVerifier.FORM, Samples.vector(name).text());
        body[13] = (byte) flags;

        assertEquals(new PassCheck.Rejected(Reason.UNSUPPORTED), Samples.verify(PassVerifier.FORM.text(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "slot", "device-ed25519", "device-p256"})
    void passOfAnotherCampusFailsItsSignature(String name) {
        IssuerKeys elsewhere = new IssuerKeys(
                InstitutionId.parse("00112233445566778899aabbccddeefe"), Map.of(Samples.KID, Samples.ISSUER_PUBLIC));

        PassCheck check = new PassVerifier(elsewhere, Samples.CAMPUS)
                .verify(Samples.vector(name).text(), Samples.IN_SLOT, Duration.ZERO);

        assertEquals(BAD_SIGNATURE, check);
        assertEquals(
                new RoomCodeCheck.Rejected(Reason.BAD_SIGNATURE),
                new RoomCodeVerifier(elsewhere)
                        .verify(Samples.vector("room-code").text()));
    }

    @Test
    void keyNumberThatIsNotTrustedIsUnknown() {
        PassIssuer issuer = new PassIssuer(Samples.INSTITUTION, 255, Samples.ISSUER);
        String room = new RoomCodeIssuer(Samples.INSTITUTION, 255, Samples.ISSUER).code(new UUID(1, 2));

        assertEquals(UNKNOWN_KEY, Samples.verify(issuer.card(Samples.HANDLE, 0, Samples.EXPIRES)));
        assertEquals(new RoomCodeCheck.Rejected(Reason.UNKNOWN_KEY), ROOMS.verify(room));
    }

    @Test
    void deviceSignatureOfAnotherPhoneIsRefused() {
        DeviceGrant grant = new PassIssuer(Samples.INSTITUTION, Samples.KID, Samples.ISSUER)
                .deviceGrant(Samples.HANDLE, 0, Samples.EXPIRES, Samples.PHONE_ED25519_PUBLIC);

        String text = new DeviceSigner(Samples.INSTITUTION, grant, Samples.ISSUER).text(Samples.SLOT);

        assertEquals(BAD_SIGNATURE, Samples.verify(text));
    }

    @Test
    void deviceSignatureOfOneGrantDoesNotServeAnother() {
        PassIssuer issuer = new PassIssuer(Samples.INSTITUTION, Samples.KID, Samples.ISSUER);
        DeviceGrant mine = issuer.deviceGrant(Samples.HANDLE, 0, Samples.EXPIRES, Samples.PHONE_ED25519_PUBLIC);
        DeviceGrant next = issuer.deviceGrant(Samples.HANDLE, 1, Samples.EXPIRES, Samples.PHONE_ED25519_PUBLIC);
        byte[] body = Samples.body(
                PassVerifier.FORM,
                new DeviceSigner(Samples.INSTITUTION, mine, Samples.PHONE_ED25519).text(Samples.SLOT));

        System.arraycopy(next.bytes(), 0, body, 0, next.bytes().length);

        assertEquals(BAD_SIGNATURE, Samples.verify(PassVerifier.FORM.text(body)));
    }

    @Test
    void signatureForARoomDoesNotServeAPass() {
        byte[] header = Arrays.copyOf(
                Samples.body(PassVerifier.FORM, Samples.vector("card").text()), PassHeader.LENGTH);
        IssuerPrivateKey key = new IssuerPrivateKey(Samples.ISSUER);

        byte[] asRoom = key.append(header, SignedMessage.room(Samples.INSTITUTION, header));
        byte[] asPass = key.append(header, SignedMessage.issuer(Samples.INSTITUTION, header));

        assertEquals(BAD_SIGNATURE, Samples.verify(PassVerifier.FORM.text(asRoom)));
        assertInstanceOf(PassCheck.Valid.class, Samples.verify(PassVerifier.FORM.text(asPass)));
    }

    private static Stream<String> variants(String text) {
        return Stream.of(
                        IntStream.range(0, text.length())
                                .mapToObj(end -> text.substring(0, end))
                                .toList(),
                        IntStream.range(1, text.length())
                                .mapToObj(text::substring)
                                .toList(),
                        ALPHABET.chars().mapToObj(c -> text + (char) c).toList(),
                        ALPHABET.chars().mapToObj(c -> text + (char) c + "00").toList(),
                        List.of(
                                text.toLowerCase(Locale.ROOT),
                                " " + text,
                                text + "\n",
                                text + "\r\n",
                                text + "\u0000",
                                "\ufeff" + text,
                                text + "\u200b",
                                fullWidth(text),
                                text.replace(":", "\uff1a"),
                                text.substring(0, 20) + "\u0301" + text.substring(20),
                                text.substring(0, 20) + "\u0660" + text.substring(21),
                                text + text,
                                Normalizer.normalize(fullWidth(text), Normalizer.Form.NFKC) + " "))
                .flatMap(Collection::stream);
    }

    private static String fullWidth(String text) {
        return text.chars()
                .collect(
                        StringBuilder::new,
                        (wide, c) -> wide.append((char) (c == ' ' ? 0x3000 : c + 0xfee0)),
                        StringBuilder::append)
                .toString();
    }

    private static byte[] flipped(byte[] body, int bit) {
        byte[] flipped = body.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (0x80 >> bit % Byte.SIZE);
        return flipped;
    }

    private static void addL(byte[] bytes, int from) {
        BigInteger s = BigInteger.ZERO;
        for (int i = 31; i >= 0; i--) {
            s = s.shiftLeft(8).or(BigInteger.valueOf(bytes[from + i] & 0xff));
        }
        BigInteger sum = s.add(Ed25519.L);
        for (int i = 0; i < 32; i++) {
            bytes[from + i] = sum.shiftRight(8 * i).byteValue();
        }
    }
}
