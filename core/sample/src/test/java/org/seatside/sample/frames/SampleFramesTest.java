package org.seatside.sample.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.qr.Reading;

class SampleFramesTest {
    private static final String PASS =
            "DP1:*62X507H0QS0+B1DH0FFU+R2/HTK.GE1PAB31RD8SN0GCH48%%GSPAT%TESBC6C5QGAGT+%FL:S7$SOQVN4FCM7EJ9S+TV+TN"
                    + " FUACTVBBVSM-GPDO+AW";

    private final SampleFrames frames = new SampleFrames(new SplittableRandom(1));
    private final QrReader reader = new QrReader();

    @Test
    void anEmptyRoomShowsNoCode() {
        assertEquals(List.of(), read(frames.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void everyPropCanBeReadHoweverItIsHeld(SampleFrames.Held held) {
        assertEquals(List.of(PASS), read(frames.card(PASS, "Attendance pass", held)));
        assertEquals(List.of(PASS), read(frames.phone(PASS, held)));
        assertEquals(List.of("20251678"), read(frames.sheet("20251678", held)));
    }

    @Test
    void theSameSeedDrawsTheSamePicture() {
        BufferedImage one = new SampleFrames(new SplittableRandom(7)).empty();
        BufferedImage other = new SampleFrames(new SplittableRandom(7)).empty();

        assertArrayEquals(pixels(one), pixels(other));
    }

    private List<String> read(BufferedImage picture) {
        int[] argb = pixels(picture);
        byte[] grey = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            grey[i] = (byte) ((((argb[i] >> 16) & 0xff) + ((argb[i] >> 8) & 0xff) + (argb[i] & 0xff)) / 3);
        }
        return reader.read(Luminance.of(grey, picture.getWidth(), picture.getHeight()), Effort.untimed(2)).stream()
                .map(Reading::text)
                .toList();
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
