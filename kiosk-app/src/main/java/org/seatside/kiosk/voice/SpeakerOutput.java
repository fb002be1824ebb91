package org.seatside.kiosk.voice;

import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The system's sound device.
final class SpeakerOutput implements SoundOutput {
    /// Between one loudness and the next.
    private static final double DECIBELS = 3;

    private static final double CHUNK_SECONDS = 0.05;

    @Override
    public void play(Wave wave, int loudness, BooleanSupplier stopped) throws LineUnavailableException {
        AudioFormat format = new AudioFormat(wave.rate(), 16, 1, true, false);
        byte[] samples = at(loudness, wave.samples());
        int chunk = 2 * (int) (CHUNK_SECONDS * wave.rate());
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format, 2 * chunk);
            line.start();
            for (int at = 0; at < samples.length && !stopped.getAsBoolean(); at += chunk) {
                line.write(samples, at, Math.min(chunk, samples.length - at));
            }
            if (stopped.getAsBoolean()) {
                line.flush();
            } else {
                line.drain();
            }
        } catch (IllegalArgumentException e) {
            // How the JDK says that there is no device at all.
            LineUnavailableException none = new LineUnavailableException("No sound device");
            none.initCause(e);
            throw none;
        }
    }

    static byte[] at(int loudness, byte[] samples) {
        double gain = Math.pow(10, (loudness - Utterance.LOUDEST) * DECIBELS / 20);
        byte[] quieter = new byte[samples.length];
        for (int i = 0; i + 1 < samples.length; i += 2) {
            int sample = (samples[i + 1] << 8) | (samples[i] & 0xff);
            int scaled = (int) Math.round(sample * gain);
            quieter[i] = (byte) scaled;
            quieter[i + 1] = (byte) (scaled >> 8);
        }
        return quieter;
    }
}
