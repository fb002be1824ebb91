package org.seatside.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.qr.Reading.Corner;

class QrReaderTest {
    private static final Effort ALL = Effort.untimed(Effort.MAX_LEVEL);

    private final QrReader reader = new QrReader();

    @Test
    void readsACleanCodeInTheFirstStage() {
        List<Reading> readings = reader.read(DrawnCode.of("DP1.first", 4));

        assertEquals(List.of("DP1.first"), texts(readings));
        assertEquals("full/first-mean", readings.getFirst().stage());
    }

    @Test
    void readsRowsThatLieApart() {
        Luminance code = DrawnCode.of("gap", 4);
        int stride = code.width() + 13;
        byte[] pixels = new byte[stride * code.height()];
        Arrays.fill(pixels, (byte) 7);
        for (int y = 0; y < code.height(); y++) {
            System.arraycopy(code.pixels(), y * code.width(), pixels, y * stride, code.width());
        }

        List<Reading> readings = reader.read(Luminance.ofRows(pixels, code.width(), code.height(), stride));

        assertEquals(List.of("gap"), texts(readings));
    }

    @Test
    void leavesThePictureUnchanged() {
        Luminance code = DrawnCode.of("unchanged", 3, 255, 0, null);
        byte[] before = code.pixels().clone();

        reader.read(code, ALL);

        assertTrue(Arrays.equals(before, code.pixels()));
    }

    @Test
    void reportsCornersInPixelsOfThePictureGivenIn() {
        Luminance code = DrawnCode.of("corners", 5);
        int near = 4 * 5;
        int far = code.width() - near;

        List<Corner> corners = reader.read(code).getFirst().corners();

        List<Corner> expected =
                List.of(new Corner(near, near), new Corner(far, near), new Corner(far, far), new Corner(near, far));
        for (int i = 0; i < 4; i++) {
            assertEquals(expected.get(i).x(), corners.get(i).x(), 3, "corner " + i);
            assertEquals(expected.get(i).y(), corners.get(i).y(), 3, "corner " + i);
        }
    }

    @Test
    void reportsCornersAtTheSizeGivenInWhereTheCodeWasReadInAHugePicture() {
        Luminance code = DrawnCode.of("huge", 200);

        List<Reading> readings = reader.read(code, ALL);

        assertEquals(List.of("huge"), texts(readings));
        assertEquals(800, readings.getFirst().corners().getFirst().x(), 60);
    }

    @Test
    void readsLightOnDarkOnlyWhereTheEffortAllows() {
        Luminance code = DrawnCode.of("inverted", 4, 255, 0, null);

        assertEquals(List.of(), reader.read(code, Effort.untimed(1)));
        assertEquals(List.of("inverted"), texts(reader.read(code, ALL)));
    }

    @Test
    void startsNoFurtherStageAfterTheDeadline() {
        Luminance code = DrawnCode.of("inverted", 4, 255, 0, null);

        assertEquals(List.of(), reader.read(code, new Effort(Effort.MAX_LEVEL, 0)));
    }

    @Test
    void passesThroughTheLargestSymbol() {
        String digits = new Random(20)
                .ints(7089, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();

        List<Reading> readings = reader.read(DrawnCode.of(digits, 4), ALL);

        assertEquals(List.of(digits), texts(readings));
    }

    @ParameterizedTest
    @CsvSource({"학생증 20231234, UTF-8", "出席カード ｶｰﾄﾞ, Shift_JIS", "Größe, ISO-8859-1", "ESCAPED, US-ASCII"})
    void keepsTheTextsCharacters(String text, String charset) {
        Luminance code = DrawnCode.of(text, 4, 0, 255, charset);

        assertEquals(List.of(text), texts(reader.read(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x0", "0x5", "1x1", "1x4000", "4000x1", "20x20", "21x21", "21x3000", "3000x22", "40x41"})
    void findsNothingInPicturesOfAnyShape(String size) {
        int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        byte[] pixels = new byte[width * height];
        Random random = new Random(31);

        List<Reading> black = reader.read(Luminance.of(pixels, width, height), ALL);
        random.nextBytes(pixels);
        List<Reading> noise = reader.read(Luminance.of(pixels, width, height), ALL);

        assertEquals(List.of(List.of(), List.of()), List.of(black, noise));
    }

    @Test
    void findsNothingInAHugeEmptyPicture() {
        Luminance huge = Luminance.of(new byte[9_000 * 7_000], 9_000, 7_000);

        assertEquals(List.of(), reader.read(huge));
    }

    static List<Throwable> failures() {
        return List.of(
                new ArrayIndexOutOfBoundsException("a picture this decoder does not like"),
                new StackOverflowError("a picture that is followed too deep"),
                new OutOfMemoryError("a picture this decoder makes too much of"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void goesOnWithTheNextStageWhereOneThrows(Throwable failure) {
        Stage broken = new Stage() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public List<Reading> read(Luminance picture) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        };
        Plan plan =
                new Plan(List.of(new Plan.Decoders(0, 9, new Copies.Plain(), List.of(broken, ZxingStage.hybrid()))));

        List<Reading> readings = new QrReader(plan).read(DrawnCode.of("still read", 4), ALL);

        assertEquals(List.of("still read"), texts(readings));
    }

    private static List<String> texts(List<Reading> readings) {
        return readings.stream().map(Reading::text).toList();
    }
}
