package org.seatside.kiosk.voice;

import javax.sound.sampled.LineUnavailableException;

/// Where tones go.
@FunctionalInterface
public interface ToneOutput {
    /// Blocks until the tone has sounded.
    ///
    /// @param loudness 1 to [Utterance#LOUDEST]
    /// @throws LineUnavailableException where there is no sound device, or another program keeps it
    void play(Tone tone, int loudness) throws LineUnavailableException;
}
