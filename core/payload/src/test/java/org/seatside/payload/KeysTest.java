package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {
    private static final PassIssuer ISSUER = new PassIssuer(Samples.INSTITUTION, Samples.KID, Samples.ISSUER);

    /// The points of order 1, 2, 4 and 8, the encodings of them that are not canonical, and y of no point.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void ed25519KeysThatProveNothingAreRefused(String hex) {
        assertThrows(IllegalArgumentException.class, () -> IssuerPublicKey.parse(hex));
        assertThrows(
                InvalidKeyException.class, () -> Ed25519.decode(HexFormat.of().parseHex(hex)));
    }

    @Test
    void everyEd25519KeyTheJdkMakesIsTakenAndComesBack() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");

        for (int i = 0; i < 50; i++) {
            EdECPublicKey key = (EdECPublicKey) generator.generateKeyPair().getPublic();
            byte[] raw = Ed25519.encode(key);

            assertEquals(
                    key.getPoint().getY(),
                    ((EdECPublicKey) Ed25519.decode(raw)).getPoint().getY());
            assertArrayEquals(raw, Ed25519.encode((EdECPublicKey) Ed25519.decode(raw)));
            assertEquals(IssuerPublicKey.of(key), IssuerPublicKey.ofRaw(raw));
            assertEquals(
                    IssuerPublicKey.of(key),
                    IssuerPublicKey.parse(IssuerPublicKey.of(key).toString()));
        }
    }

    @Test
    void everyP256KeyTheJdkMakesIsTakenAndComesBack() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));

        for (int i = 0; i < 50; i++) {
            ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();

            assertEquals(key.getW(), ((ECPublicKey) P256.decode(P256.encode(key))).getW());
        }
    }

    /// Not compressed, not on the curve (x = 1 has no y), x not below p (p + 5 would be the x of a point), infinity.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
                "0060fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
                "8260fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
                "020000000000000000000000000000000000000000000000000000000000000001",
                "02ffffffff00000001000000000000000000000001000000000000000000000004",
                "02ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "000000000000000000000000000000000000000000000000000000000000000000"
            })
    void p256PointsThatAreNoneAreRefused(String hex) {
        assertThrows(InvalidKeyException.class, () -> P256.decode(HexFormat.of().parseHex(hex)));
    }

    @Test
    void p256SignatureOfZeroesIsRefused() {
        assertFalse(P256.verify(Samples.PHONE_P256_PUBLIC, bytes("anything"), new byte[P256.SIGNATURE_LENGTH]));
        assertFalse(P256.verify(Samples.PHONE_P256_PUBLIC, bytes("anything"), new byte[P256.SIGNATURE_LENGTH - 1]));
    }

    /// S = L − 1 is the last S, y = p − 1 the last y of R.
    @Test
    void canonicalSignaturesEndWhereTheirNumbersDo() {
        byte[] last = HexFormat.of()
                .parseHex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                        + "ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        byte[] sIsL = last.clone();
        byte[] yIsP = last.clone();

        sIsL[Ed25519.KEY_LENGTH]++;
        yIsP[0]++;

        assertTrue(Ed25519.isCanonical(last));
        assertFalse(Ed25519.isCanonical(sIsL));
        assertFalse(Ed25519.isCanonical(yIsP));
        assertFalse(Ed25519.isCanonical(new byte[Ed25519.SIGNATURE_LENGTH - 1]));
    }

    /// Without the check of the key, R = (0, 1), S = 0 under the key (0, 1) is a signature of every message.
    @Test
    void nobodysSignatureIsRefusedAsDeviceKey() {
        byte[] neutral = new byte[Ed25519.KEY_LENGTH];
        neutral[0] = 1;
        byte[] signature = new byte[Ed25519.SIGNATURE_LENGTH];
        signature[0] = 1;

        assertThrows(
                InvalidKeyException.class, () -> DeviceCurve.ED25519.verify(neutral, bytes("anything"), signature));
    }

    @Test
    void issuerTakesOnlyKeysOfItsKinds() throws Exception {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        KeyPair ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        ec.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair p384 = ec.generateKeyPair();

        for (KeyPair pair : new KeyPair[] {rsa, ed448, p384}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new PassIssuer(Samples.INSTITUTION, Samples.KID, pair.getPrivate()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new RoomCodeIssuer(Samples.INSTITUTION, Samples.KID, pair.getPrivate()));
            assertThrows(IllegalArgumentException.class, () -> IssuerPublicKey.of(pair.getPublic()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ISSUER.deviceGrant(Samples.HANDLE, 0, Samples.EXPIRES, pair.getPublic()));
        }
    }

    @Test
    void deviceSignerRefusesTheKeyOfAnotherCurve() {
        DeviceGrant grant = ISSUER.deviceGrant(Samples.HANDLE, 0, Samples.EXPIRES, Samples.PHONE_P256_PUBLIC);
        DeviceSigner signer = new DeviceSigner(Samples.INSTITUTION, grant, Samples.PHONE_ED25519);

        assertThrows(IllegalArgumentException.class, () -> signer.text(Samples.SLOT));
    }

    @Test
    void issuerRefusesWhatDoesNotFit() {
        PassHandle handle = Samples.HANDLE;
        LocalDate day = Samples.EXPIRES;

        assertThrows(IllegalArgumentException.class, () -> new PassIssuer(Samples.INSTITUTION, 256, Samples.ISSUER));
        assertThrows(IllegalArgumentException.class, () -> new PassIssuer(Samples.INSTITUTION, -1, Samples.ISSUER));
        assertThrows(IllegalArgumentException.class, () -> ISSUER.card(handle, -1, day));
        assertThrows(IllegalArgumentException.class, () -> ISSUER.card(handle, 65_536, day));
        assertThrows(IllegalArgumentException.class, () -> ISSUER.card(handle, 0, LocalDate.of(2019, 12, 31)));
        assertThrows(IllegalArgumentException.class, () -> ISSUER.card(handle, 0, LocalDate.of(2199, 6, 7)));
        assertThrows(IllegalArgumentException.class, () -> ISSUER.slot(handle, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> ISSUER.slot(handle, 0, Slots.MAX + 1));
        assertThrows(IllegalArgumentException.class, () -> new PassHandle(1L << 56));
        assertThrows(IllegalArgumentException.class, () -> new PassHandle(-1));
    }

    @Test
    void largestValuesGoIntoAPassAndComeOut() {
        PassHandle handle = new PassHandle((1L << 56) - 1);
        LocalDate lastDay = LocalDate.of(2199, 6, 6);
        IssuerKeys keys = new IssuerKeys(Samples.INSTITUTION, Map.of(255, Samples.ISSUER_PUBLIC));
        PassIssuer issuer = new PassIssuer(Samples.INSTITUTION, 255, Samples.ISSUER);

        PassCheck check = new PassVerifier(keys, Samples.CAMPUS)
                .verify(issuer.card(handle, 65_535, lastDay), Samples.IN_SLOT, Duration.ZERO);

        assertEquals(new PassCheck.Valid(new CardPass(255, handle, 65_535, lastDay), false), check);
        assertEquals(handle, PassHandle.parse(handle.toString()));
    }

    @Test
    void trustedKeysDoNotChangeWithTheMapTheyCameFrom() {
        Map<Integer, IssuerPublicKey> map = new HashMap<>(Map.of(Samples.KID, Samples.ISSUER_PUBLIC));
        IssuerKeys keys = new IssuerKeys(Samples.INSTITUTION, map);

        map.clear();

        assertEquals(Samples.KEYS, keys);
        assertThrows(
                IllegalArgumentException.class,
                () -> new IssuerKeys(Samples.INSTITUTION, Map.of(256, Samples.ISSUER_PUBLIC)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, 14, 109, 111, 112})
    void grantOfAnotherLengthIsNone(int length) {
        byte[] grant = ISSUER.deviceGrant(Samples.HANDLE, 0, Samples.EXPIRES, Samples.PHONE_ED25519_PUBLIC)
                .bytes();

        assertEquals(
                Optional.empty(), DeviceGrant.read(Arrays.copyOf(grant, length)).map(DeviceGrant::bytes));
        assertArrayEquals(grant, DeviceGrant.read(grant).orElseThrow().bytes());
    }

    @Test
    void handlesAreDrawnFromAll56Bits() {
        long ones = 0;
        long zeroes = 0;
        SecureRandom random = new SecureRandom();

        for (int i = 0; i < 200; i++) {
            long value = PassHandle.random(random).value();
            ones |= value;
            zeroes |= ~value;
        }

        assertEquals((1L << 56) - 1, ones);
        assertEquals(-1L, zeroes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00112233445566778899aabbccddeef",
                "00112233445566778899aabbccddeeff0",
                "0011223344556677 899aabbccddeeff"
            })
    void institutionIdIsExactly32Digits(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> InstitutionId.parse(text));

        assertEquals("The institution id must be 32 hexadecimal digits", refusal.getMessage());
        assertEquals("00112233445566778899aabbccddeeff", Samples.INSTITUTION.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
