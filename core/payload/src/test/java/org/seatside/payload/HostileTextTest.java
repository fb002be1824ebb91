package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Texts nobody made: random, almost right, and right up to the signature. Set `seatside.seed` to repeat a run.
final class HostileTextTest {
    private static final int TEXTS = 100_000;
    private static final List<String> GOOD =
            Samples.VECTORS.stream().map(Samples.Vector::text).toList();
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private final PayloadReader reader = new PayloadReader(StudentNumberFormat.of(StudentNumberFormat.DEFAULT_PATTERN));
    private final RoomCodeVerifier rooms = new RoomCodeVerifier(Samples.KEYS);
    private final RoomTagCipher tags = new RoomTagCipher(new SecretKeySpec(new SecureRandom().generateSeed(16), "AES"));

    @Test
    void noTextMakesAnythingThrowAndNoneIsBelieved(TestReporter reporter) {
        long seed = Long.getLong("seatside.seed", System.nanoTime());
        Random random = new Random(seed);
        Map<String, Integer> answers = new TreeMap<>();
        String text = "";

        try {
            for (int i = 0; i < TEXTS; i++) {
                text = text(random, i);
                answers.merge(answer(text), 1, Integer::sum);
            }
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", a text of " + text.length() + " characters", e);
        }

        String report = "seed " + seed + ": " + answers;
        reporter.publishEntry("hostile texts", report);
        assertEquals(
                TEXTS, answers.values().stream().mapToInt(Integer::intValue).sum(), report);
        assertEquals(0, answers.getOrDefault("VALID", 0), report);
        for (Reason reason : Reason.values()) {
            assertTrue(answers.getOrDefault(reason.name(), 0) > 100, "every refusal was reached: " + report);
        }
    }

    private String answer(String text) {
        tags.decrypt(text);
        PassCheck pass = Samples.verify(text);
        RoomCodeCheck room = rooms.verify(text);
        boolean isGood = GOOD.contains(text);
        return switch (reader.read(text)) {
            case ScannedPayload.PassText _ -> isGood ? "untouched" : pass.code();
            case ScannedPayload.RoomCodeText _ ->
                switch (room) {
                    case RoomCodeCheck.Valid _ -> isGood ? "untouched" : "VALID";
                    case RoomCodeCheck.Rejected(Reason reason) -> reason.name();
                };
            case ScannedPayload.RoomTag _ -> "tag";
            case ScannedPayload.NumberText _ -> "number";
            case ScannedPayload.Unknown(int length) -> length > SignedText.MAX_CHARACTERS ? "long" : "unknown";
        };
    }

    private static String text(Random random, int i) {
        return switch (i % 8) {
            case 0 -> anyCharacters(random, random.nextInt(600));
            case 1 ->
                "DP1:"
                        + alphabet(
                                random,
                                List.of(117, 266, 267, random.nextInt(508)).get(random.nextInt(4)));
            case 2 -> "R1:" + alphabet(random, random.nextBoolean() ? 123 : random.nextInt(508));
            case 3 -> mutated(random, GOOD.get(random.nextInt(GOOD.size())));
            case 4 -> spliced(random);
            case 5 -> hexadecimal(random, List.of(31, 32, 33, 63, 64, 65).get(random.nextInt(6)));
            case 6 -> i % 48 == 6 ? signedByNobody(random) : anyHeader(random);
            default -> digits(random, random.nextInt(12));
        };
    }

    /// Right in every respect up to the signature, which is random.
    private static String signedByNobody(Random random) {
        byte[] body = new byte[List.of(78, 78, 177, 178).get(random.nextInt(4))];
        random.nextBytes(body);
        body[0] = (byte) (body.length == 78 ? 0x11 + random.nextInt(2) : 0x13);
        body[1] = Samples.KID;
        if (body[0] != 0x12) {
            body[13] = (byte) (body.length == 178 ? 1 : 0);
        }
        return PassVerifier.FORM.text(body);
    }

    private static String anyHeader(Random random) {
        byte[] body = new byte[78];
        random.nextBytes(body);
        if (random.nextBoolean()) {
            body[0] = 0x12;
        }
        return PassVerifier.FORM.text(body);
    }

    private static String mutated(Random random, String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && !mutated.isEmpty(); i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, (char) random.nextInt(0x10000));
                case 2 -> mutated.setCharAt(at, ALPHABET.charAt(random.nextInt(45)));
                default -> mutated.setLength(at);
            }
        }
        return mutated.toString();
    }

    private static String spliced(Random random) {
        String head = GOOD.get(random.nextInt(GOOD.size()));
        String tail = GOOD.get(random.nextInt(GOOD.size()));
        return head.substring(0, random.nextInt(head.length())) + tail.substring(random.nextInt(tail.length()));
    }

    private static String anyCharacters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    private static String alphabet(Random random, int length) {
        return of(random, length, ALPHABET);
    }

    private static String hexadecimal(Random random, int length) {
        return of(random, length, "0123456789abcdefABCDEF");
    }

    private static String digits(Random random, int length) {
        return of(random, length, "0123456789");
    }

    private static String of(Random random, int length, String characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
