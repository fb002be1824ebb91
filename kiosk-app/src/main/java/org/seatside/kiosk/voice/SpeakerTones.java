package org.seatside.kiosk.voice;

import java.io.ByteArrayOutputStream;
import javax.sound.sampled.LineUnavailableException;

/// Makes tones from sine waves and plays them on the system's sound device.
public final class SpeakerTones implements ToneOutput {
    private static final int RATE = 44_100;
    private static final double NOTE_SECONDS = 0.14;
    private static final double LOUDNESS = 0.7;
    /// A note that begins and ends at once clicks.
    private static final double FADE_SECONDS = 0.012;

    private final SoundOutput output = new SpeakerOutput();

    @Override
    public synchronized void play(Tone tone, int loudness) throws LineUnavailableException {
        output.play(new Wave(samples(tone), RATE), loudness, () -> false);
    }

    /// 16-bit little-endian samples, mono, 44.1 kHz.
    static byte[] samples(Tone tone) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = (int) (NOTE_SECONDS * RATE);
        for (double hertz : notes(tone)) {
            for (int i = 0; i < length; i++) {
                double fade = Math.min(1, Math.min(i, length - 1 - i) / (FADE_SECONDS * RATE));
                double wave = Math.sin(2 * Math.PI * hertz * i / RATE);
                int sample = (int) Math.round(wave * fade * LOUDNESS * Short.MAX_VALUE);
                out.write(sample & 0xff);
                out.write(sample >> 8 & 0xff);
            }
        }
        return out.toByteArray();
    }

    /// In hertz: notes of the C major scale, the same ones up and down.
    private static double[] notes(Tone tone) {
        double c4 = 261.63;
        double g4 = 392.00;
        double c5 = 523.25;
        double e5 = 659.26;
        double g5 = 783.99;
        return switch (tone) {
            case RISING -> new double[] {c5, g5};
            case RISING_LATE -> new double[] {c5, c5, g5};
            case TWICE -> new double[] {e5, e5};
            case FALLING -> new double[] {g4, c4};
            case ASKING -> new double[] {e5};
        };
    }
}
