package org.seatside.kiosk.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeakerTonesTest {
    @ParameterizedTest
    @EnumSource
    void everyToneIsShortAndNeitherSilentNorClipped(Tone tone) {
        byte[] samples = SpeakerTones.samples(tone);
        int loudest = 0;
        for (int i = 0; i < samples.length; i += 2) {
            loudest = Math.max(loudest, Math.abs((samples[i] & 0xff) | samples[i + 1] << 8));
        }

        assertTrue(samples.length / 2 < 44_100 / 2, "shorter than half a second");
        assertTrue(loudest > 20_000 && loudest < 24_000, "loudness " + loudest);
    }

    @Test
    void noTwoTonesSoundAlike() {
        long different = Arrays.stream(Tone.values())
                .map(tone -> Arrays.hashCode(SpeakerTones.samples(tone)))
                .distinct()
                .count();

        assertEquals(Tone.values().length, different);
    }
}
