package org.seatside.qr.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.seatside.testkit.Seeds;

class CardReaderTest {
    private static final String NUMBER = "20231234";

    @ParameterizedTest
    @CsvSource({
        "CODE_128, 3, 0, 0, 0",
        "CODE_128, 3, 7, 1.2, 4",
        "CODE_128, 2, 90, 0.8, 4",
        "CODE_128, 3, 180, 1.0, 4",
        "CODE_128, 2.5, 37, 0.8, 4",
        "CODE_128, 4, -52, 2.0, 4",
        "CODE_128, 1.6, 3, 0.5, 3",
        "CODE_39, 3, 0, 0, 0",
        "CODE_39, 2.5, 12, 1.0, 4",
        "CODE_39, 2, -90, 0.8, 4",
        "CODE_39, 2, 142, 0.8, 4",
        "DATA_MATRIX, 6, 0, 0, 0",
        "DATA_MATRIX, 6, 20, 1.5, 4",
        "DATA_MATRIX, 4, 45, 1.0, 4",
        "DATA_MATRIX, 8, 100, 2.0, 4",
        "DATA_MATRIX, 3, -15, 0.7, 4",
    })
    void readsACardTurnedAndBlurred(
            BarcodeFormat format, double pixelsPerModule, double degrees, double blur, double noise) {
        byte[] frame = new DrawnCard(format, NUMBER, pixelsPerModule, degrees, blur, noise).pixels(7);

        Optional<String> text = CardReader.thorough(10_000).read(frame, DrawnCard.WIDTH, DrawnCard.HEIGHT);

        assertEquals(Optional.of(NUMBER), text);
    }

    @ParameterizedTest
    @EnumSource(
            value = BarcodeFormat.class,
            names = {"CODE_128", "CODE_39", "DATA_MATRIX"})
    void readsACardHeldStillWithinSixFrames(BarcodeFormat format) {
        double pixelsPerModule = format == BarcodeFormat.DATA_MATRIX ? 5 : 2.5;
        byte[] frame = new DrawnCard(format, NUMBER, pixelsPerModule, 62, 0.8, 4).pixels(3);
        CardReader reader = CardReader.live(10, () -> 0);

        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            reader.read(frame, DrawnCard.WIDTH, DrawnCard.HEIGHT).ifPresent(texts::add);
        }

        assertTrue(texts.contains(NUMBER));
        assertEquals(List.of(NUMBER), texts.stream().distinct().toList());
    }

    @Test
    void readsNothingInNoiseStripesAndPlainFrames() {
        Random random = new Random(Seeds.next());
        byte[] frame = new byte[DrawnCard.WIDTH * DrawnCard.HEIGHT];
        CardReader reader = CardReader.live(1_000);
        for (int trial = 0; trial < 30; trial++) {
            fill(frame, trial % 3, random);

            assertEquals(Optional.empty(), reader.read(frame, DrawnCard.WIDTH, DrawnCard.HEIGHT));
        }
    }

    private static void fill(byte[] frame, int kind, Random random) {
        switch (kind) {
            case 0 -> random.nextBytes(frame);
            case 1 -> {
                byte[] row = new byte[DrawnCard.WIDTH];
                int x = 0;
                for (boolean dark = false; x < row.length; dark = !dark) {
                    int end = Math.min(row.length, x + 2 + random.nextInt(8));
                    Arrays.fill(row, x, end, (byte) (dark ? 30 : 220));
                    x = end;
                }
                for (int y = 0; y < DrawnCard.HEIGHT; y++) {
                    System.arraycopy(row, 0, frame, y * row.length, row.length);
                }
            }
            default -> Arrays.fill(frame, (byte) random.nextInt(256));
        }
    }

    /// A bar that lies across the code on some lines makes another text of Code 39, which has no check
    /// character.
    @Test
    void doesNotBelieveLinesThatContradictEachOther() {
        byte[] one = new DrawnCard(BarcodeFormat.CODE_39, "20231234", 3, 0, 0, 0).pixels(1);
        byte[] other = new DrawnCard(BarcodeFormat.CODE_39, "20231235", 3, 0, 0, 0).pixels(1);
        for (int y = 0; y < DrawnCard.HEIGHT; y += 4) {
            int row = y * DrawnCard.WIDTH;
            System.arraycopy(other, row, one, row, 2 * DrawnCard.WIDTH);
        }

        Optional<String> text = CardReader.thorough(10_000).read(one, DrawnCard.WIDTH, DrawnCard.HEIGHT);

        assertEquals(Optional.empty(), text);
    }

    @Test
    void beginsNothingMoreOnceItsTimeIsUsed() {
        byte[] frame = new DrawnCard(BarcodeFormat.CODE_128, NUMBER, 3, 0, 0, 0).pixels(1);
        AtomicLong now = new AtomicLong();
        CardReader reader = CardReader.live(10, () -> now.getAndAdd(11_000_000));

        Optional<String> text = reader.read(frame, DrawnCard.WIDTH, DrawnCard.HEIGHT);

        assertEquals(Optional.empty(), text);
        assertTrue(now.get() <= 5 * 11_000_000L, "looked " + now.get() / 11_000_000 + " times at the clock");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 900", "900, 2", "21, 21"})
    void takesPicturesOfAnySize(int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(1).nextBytes(pixels);

        assertEquals(Optional.empty(), CardReader.thorough(1_000).read(pixels, width, height));
    }
}
