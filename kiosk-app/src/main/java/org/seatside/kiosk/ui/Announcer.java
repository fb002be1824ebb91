package org.seatside.kiosk.ui;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;
import org.seatside.fx.TaskRunner;
import org.seatside.kiosk.voice.NoVoiceException;
import org.seatside.kiosk.voice.Tone;
import org.seatside.kiosk.voice.ToneOutput;
import org.seatside.kiosk.voice.Utterance;
import org.seatside.kiosk.voice.Voice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tones for everybody, speech for who wants it. What is new interrupts what is being said; names and numbers
/// are said only where nobody else hears. On the JavaFX thread.
public final class Announcer {
    static final int USUAL_LOUDNESS = 6;

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Messages messages;
    private final TaskRunner tasks;
    private final Voice voice;
    private final ToneOutput tones;
    private final ReadOnlyIntegerWrapper loudness = new ReadOnlyIntegerWrapper(USUAL_LOUDNESS);
    private final ReadOnlyBooleanWrapper soundWorks = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper voiceWorks = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper privately = new ReadOnlyBooleanWrapper();
    private List<Spoken> last = List.of();
    private boolean speech;
    private final AtomicLong turn = new AtomicLong();
    private boolean detected;
    private boolean declared;

    public Announcer(Messages messages, TaskRunner tasks, Voice voice, ToneOutput tones) {
        this.messages = messages;
        this.tasks = tasks;
        this.voice = voice;
        this.tones = tones;
    }

    /// Whether states are spoken; turning it off falls silent.
    void speech(boolean on) {
        speech = on;
        if (!on) {
            silence();
        }
    }

    boolean speaks() {
        return speech;
    }

    /// Headphones went in or came out. Whoever plugs them in wants to hear.
    public void headphones(boolean plugged) {
        detected = plugged;
        privately.set(detected || declared);
    }

    /// The visitor says that nobody else hears.
    void declarePrivate(boolean on) {
        declared = on;
        privately.set(detected || declared);
    }

    /// Whether nobody but the visitor hears.
    ReadOnlyBooleanProperty privately() {
        return privately.getReadOnlyProperty();
    }

    /// Sounds the tone, and says the rest where speech is on.
    void announce(@Nullable Tone tone, List<Spoken> texts) {
        last = texts;
        begin(tone, speech ? texts : List.of());
    }

    /// Says something in passing, such as the name of a button: [#repeat] does not come back to it.
    void mention(Spoken... texts) {
        if (speech) {
            begin(null, List.of(texts));
        }
    }

    /// Says the last announcement again, for who asked, even where speech is off.
    void repeat() {
        begin(null, last);
    }

    /// Says something that was asked for, even where speech is off.
    void answer(Spoken... texts) {
        begin(null, List.of(texts));
    }

    private void begin(@Nullable Tone tone, List<Spoken> texts) {
        silence();
        long mine = turn.get();
        List<Utterance> utterances = texts.stream()
                .filter(text -> privately.get() || !text.personal())
                .map(text -> text.in(messages))
                .filter(text -> !text.isBlank())
                .map(text -> new Utterance(text, messages.language().get(), loudness.get()))
                .toList();
        if (tone == null && utterances.isEmpty()) {
            return;
        }
        int at = loudness.get();
        tasks.create(() -> {
                    if (tone != null) {
                        boolean sounded = played(tone, at);
                        tasks.show(() -> soundWorks.set(sounded));
                    }
                    return say(utterances, mine);
                })
                .onSuccess(this::said)
                .onError(NoVoiceException.class, this::voiceless)
                .start();
    }

    private boolean played(Tone tone, int at) {
        try {
            tones.play(tone, at);
            return true;
        } catch (LineUnavailableException e) {
            LOG.debug("No tone", e);
            return false;
        }
    }

    /// Whether all of it was said.
    private boolean say(List<Utterance> utterances, long mine) throws NoVoiceException, InterruptedException {
        for (Utterance utterance : utterances) {
            if (turn.get() != mine) {
                return false;
            }
            voice.speak(utterance);
        }
        return !utterances.isEmpty();
    }

    private void said(boolean all) {
        if (all) {
            voiceWorks.set(true);
        }
    }

    private void voiceless(NoVoiceException e) {
        if (voiceWorks.get()) {
            LOG.warn("Nothing can be said: {}", e.getMessage());
        }
        voiceWorks.set(false);
    }

    /// Stops what is being said.
    void silence() {
        turn.incrementAndGet();
        voice.stop();
    }

    void louder() {
        change(1);
    }

    void quieter() {
        change(-1);
    }

    private void change(int by) {
        loudness.set(Math.clamp(loudness.get() + by, 1, Utterance.LOUDEST));
        begin(Tone.ASKING, List.of(Spoken.of("voice.loudness", loudness.get())));
    }

    /// As loud as usual, and aloud: what every visit begins with.
    void reset() {
        loudness.set(USUAL_LOUDNESS);
        declarePrivate(false);
        last = List.of();
    }

    /// 1 to [Utterance#LOUDEST].
    ReadOnlyIntegerProperty loudness() {
        return loudness.getReadOnlyProperty();
    }

    /// False once a tone could not be played.
    public ReadOnlyBooleanProperty soundWorks() {
        return soundWorks.getReadOnlyProperty();
    }

    /// False once something could not be said.
    public ReadOnlyBooleanProperty voiceWorks() {
        return voiceWorks.getReadOnlyProperty();
    }
}
