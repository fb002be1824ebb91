package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import org.seatside.kiosk.voice.NoVoiceException;
import org.seatside.kiosk.voice.Utterance;
import org.seatside.kiosk.voice.Voice;

/// Keeps what it was to say.
final class FakeVoice implements Voice {
    final List<Utterance> said = new ArrayList<>();
    boolean broken;
    int stops;

    @Override
    public void speak(Utterance utterance) throws NoVoiceException {
        if (broken) {
            throw new NoVoiceException("No sound device", null);
        }
        said.add(utterance);
    }

    @Override
    public void stop() {
        stops++;
    }

    /// What was said since the last call.
    List<String> texts() {
        List<String> texts = said.stream().map(Utterance::text).toList();
        said.clear();
        return texts;
    }
}
