package org.seatside.kiosk.voice;

/// Says texts aloud, one at a time. Thread-safe.
public interface Voice {
    /// Blocks until it was said or [#stop] was called; waits for its turn.
    ///
    /// @throws NoVoiceException where there is no voice for the language, or no sound device
    void speak(Utterance utterance) throws NoVoiceException, InterruptedException;

    /// Falls silent within a tenth of a second; what waits for its turn is still said.
    void stop();
}
