package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All keys here are drawn anew in every run.
final class RoomTagTest {
    private static final char[] PASSWORD = "a password of the test".toCharArray();

    private final SecretKey key = aesKey(256);
    private final RoomTagCipher cipher = new RoomTagCipher(key);

    @ParameterizedTest
    @ValueSource(
            strings = {"19C4", "공학관 19C4", "x", "exactly15 bytes", "exactly16  bytes", "thirty-one bytes of room name.."
            })
    void nameInATagIsReadInEitherCaseOfItsDigits(String name) {
        String text = tag(key, name.getBytes(StandardCharsets.UTF_8));

        assertEquals(Optional.of(name), cipher.decrypt(text));
        assertEquals(Optional.of(name), cipher.decrypt(text.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 192, 256})
    void everySizeOfAesKeyServes(int bits) {
        SecretKey own = aesKey(bits);

        assertEquals(
                Optional.of("19C4"), new RoomTagCipher(own).decrypt(tag(own, "19C4".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void digestKnownToKiosksIsThatOfTheCiphertext() throws Exception {
        String text = tag(key, "공학관 19C4".getBytes(StandardCharsets.UTF_8));
        byte[] expected =
                MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(text));

        Optional<RoomTagDigest> digest = RoomTagDigest.ofTag(text.toUpperCase(Locale.ROOT));

        assertEquals(Optional.of(new RoomTagDigest(HexFormat.of().formatHex(expected))), digest);
        assertEquals(digest, cipher.digestOf("공학관 19C4"));
    }

    @Test
    void everyWrongTagGetsTheSameAnswer() {
        byte[] badPadding = raw(key, "AES/ECB/NoPadding", new byte[16]);
        List<String> wrong = new ArrayList<>(List.of(
                HexFormat.of().formatHex(badPadding),
                tag(key, new byte[] {(byte) 0xff, (byte) 0xfe}),
                tag(key, new byte[] {(byte) 0xc0, (byte) 0x80}),
                tag(key, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                tag(key, new byte[] {(byte) 0xec, (byte) 0x9e}),
                tag(key, new byte[0]),
                tag(key, "19C4\n".getBytes(StandardCharsets.UTF_8)),
                tag(key, "19\u0000C4".getBytes(StandardCharsets.UTF_8)),
                tag(key, "19\u202eC4".getBytes(StandardCharsets.UTF_8)),
                tag(key, "19\u2028C4".getBytes(StandardCharsets.UTF_8)),
                tag(key, "19\u009fC4".getBytes(StandardCharsets.UTF_8)),
                tag(key, new byte[32]),
                "",
                "0",
                "not a tag"));

        assertEquals(
                List.of(Optional.empty()),
                wrong.stream().map(cipher::decrypt).distinct().toList());
    }

    @Test
    void wrongKeyReadsNothingOfTheName() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int readable = 0;

        for (int i = 0; i < 2_000; i++) {
            byte[] other = new byte[32];
            random.nextBytes(other);
            Optional<String> read =
                    cipher.decrypt(tag(new SecretKeySpec(other, "AES"), "19C4".getBytes(StandardCharsets.UTF_8)));
            assertTrue(read.filter("19C4"::equals).isEmpty(), "seed " + seed);
            readable += read.isPresent() ? 1 : 0;
        }

        assertTrue(readable < 40, "padding alone passes once in 256, readable text less often; seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0011223344556677", "00112233445566778899aabbccddeef", "00112233445566778899aabbccddeeff0",
                "00112233445566778899aabbccddeeg0", "00112233445566778899aabbccddeeff\n",
                        " 0112233445566778899aabbccddeeff",
                "00112233445566778899aabbccddeeff0011223344556677", "\uff10\uff10112233445566778899aabbccddeeff"
            })
    void otherLengthsAndAlphabetsAreNoTags(String text) {
        assertEquals(Optional.empty(), RoomTagDigest.ofTag(text));
        assertEquals(Optional.empty(), cipher.decrypt(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "thirty-two bytes of a room name.", "\ud800"})
    void nameThatNoTagCanHoldHasNoDigest(String name) {
        assertEquals(Optional.empty(), cipher.digestOf(name));
    }

    @Test
    void keyOfAnotherKindIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> new RoomTagCipher(new SecretKeySpec(new byte[15], "AES")));
        assertThrows(IllegalArgumentException.class, () -> new RoomTagCipher(new SecretKeySpec(new byte[8], "DES")));
    }

    @Test
    void keyComesFromTheEnvironmentOrAFile(@TempDir Path directory) throws Exception {
        Path file = store(directory.resolve("tags.p12"), Map.of("tags", key));

        SecretKey fromFile = RoomTagKeys.fromPkcs12(file, PASSWORD);
        SecretKey fromEnvironment = RoomTagKeys.fromEnvironment(
                Map.of(RoomTagKeys.VARIABLE, HexFormat.of().formatHex(key.getEncoded())));

        assertEquals(key, fromFile);
        assertEquals(key, fromEnvironment);
    }

    @Test
    void everyCauseOfAMissingKeyReadsTheSame(@TempDir Path directory) throws Exception {
        Path good = store(directory.resolve("good.p12"), Map.of("tags", key));
        Path two = store(directory.resolve("two.p12"), Map.of("a", key, "b", aesKey(128)));
        Path none = store(directory.resolve("none.p12"), Map.of());
        Path mac = store(
                directory.resolve("mac.p12"),
                Map.of("mac", KeyGenerator.getInstance("HmacSHA256").generateKey()));
        Path noise = Files.write(directory.resolve("noise.p12"), new SecureRandom().generateSeed(64));

        List<String> messages = new ArrayList<>();
        messages.add(refusal(good, "another password".toCharArray()));
        for (Path file : List.of(two, none, mac, noise, directory.resolve("missing.p12"), directory)) {
            messages.add(refusal(file, PASSWORD));
        }
        for (Map<String, String> environment : List.of(
                Map.<String, String>of(),
                Map.of(RoomTagKeys.VARIABLE, ""),
                Map.of(RoomTagKeys.VARIABLE, "00"),
                Map.of(RoomTagKeys.VARIABLE, "zz112233445566778899aabbccddeeff"))) {
            messages.add(assertThrows(RoomTagKeyException.class, () -> RoomTagKeys.fromEnvironment(environment))
                    .toString());
        }

        assertEquals(11, messages.size());
        assertEquals(1, messages.stream().distinct().count());
    }

    private static String refusal(Path file, char[] password) {
        return assertThrows(RoomTagKeyException.class, () -> RoomTagKeys.fromPkcs12(file, password))
                .toString();
    }

    private static Path store(Path file, Map<String, SecretKey> keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        for (Map.Entry<String, SecretKey> entry : keys.entrySet()) {
            store.setEntry(
                    entry.getKey(),
                    new KeyStore.SecretKeyEntry(entry.getValue()),
                    new KeyStore.PasswordProtection(PASSWORD));
        }
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    private static SecretKey aesKey(int bits) {
        byte[] bytes = new byte[bits / Byte.SIZE];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }

    private static String tag(SecretKey key, byte[] plain) {
        return HexFormat.of().formatHex(raw(key, "AES/ECB/PKCS5Padding", plain));
    }

    private static byte[] raw(SecretKey key, String transformation, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance(transformation);
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
