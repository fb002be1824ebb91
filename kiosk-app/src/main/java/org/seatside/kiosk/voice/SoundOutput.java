package org.seatside.kiosk.voice;

import java.util.function.BooleanSupplier;
import javax.sound.sampled.LineUnavailableException;

/// Where sound goes.
@FunctionalInterface
interface SoundOutput {
    /// Blocks until it has sounded, or for a tenth of a second after `stopped` says so.
    ///
    /// @param loudness 1 to [Utterance#LOUDEST]
    /// @throws LineUnavailableException where there is no sound device, or another program keeps it
    void play(Wave wave, int loudness, BooleanSupplier stopped) throws LineUnavailableException;
}
