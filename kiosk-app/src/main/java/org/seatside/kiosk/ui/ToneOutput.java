package org.seatside.kiosk.ui;

import javax.sound.sampled.LineUnavailableException;

/// Where tones go.
@FunctionalInterface
public interface ToneOutput {
    /// Blocks until the tone has sounded.
    ///
    /// @throws LineUnavailableException where there is no sound device, or another program keeps it
    void play(Tone tone) throws LineUnavailableException;
}
