package org.seatside.kiosk.voice;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;
import org.seatside.kiosk.voice.SpeechProgram.Gives;

/// Speaks with what the system brings along: espeak-ng or Speech Dispatcher, SAPI, `say`. A process for each
/// text.
public final class SystemVoice implements Voice {
    private static final int PATIENCE_SECONDS = 20;

    private final @Nullable SpeechProgram program;
    private final String remedy;
    private final SoundOutput output;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicInteger stops = new AtomicInteger();
    private volatile @Nullable Process speaking;

    /// Where the system has no voice, every attempt to speak says what to install.
    public static SystemVoice find(Map<String, String> environment) {
        String os = System.getProperty("os.name");
        Optional<SpeechProgram> program =
                SpeechProgram.find(os, SpeechProgram.path(environment.getOrDefault("PATH", ""), File.pathSeparator));
        return new SystemVoice(program.orElse(null), SpeechProgram.remedy(os), new SpeakerOutput());
    }

    SystemVoice(@Nullable SpeechProgram program, String remedy, SoundOutput output) {
        this.program = program;
        this.remedy = remedy;
        this.output = output;
    }

    @Override
    public void speak(Utterance utterance) throws NoVoiceException, InterruptedException {
        SpeechProgram speaker = program;
        if (speaker == null) {
            throw new NoVoiceException(remedy, null);
        }
        turn.lockInterruptibly();
        try {
            int before = stops.get();
            Optional<Wave> wave = synthesise(speaker, utterance, before);
            if (wave.isPresent() && stops.get() == before) {
                output.play(wave.get(), utterance.loudness(), () -> stops.get() != before);
            }
        } catch (IOException e) {
            throw new NoVoiceException("The voice failed: " + e.getMessage(), e);
        } catch (LineUnavailableException e) {
            throw new NoVoiceException("No sound device, or another program keeps it", e);
        } finally {
            turn.unlock();
        }
    }

    /// Empty where the program spoke itself, or was stopped.
    private Optional<Wave> synthesise(SpeechProgram speaker, Utterance utterance, int before)
            throws IOException, InterruptedException {
        Path target = speaker.gives() == Gives.FILE ? Files.createTempFile("seatside", ".wav") : Path.of("");
        try {
            Process process = new ProcessBuilder(speaker.command(utterance, target))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            speaking = process;
            try {
                try (OutputStream in = process.getOutputStream()) {
                    in.write(utterance.text().getBytes(StandardCharsets.UTF_8));
                }
                byte[] said = process.getInputStream().readAllBytes();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("it did not end within " + PATIENCE_SECONDS + " s");
                }
                if (stops.get() != before) {
                    return Optional.empty();
                }
                if (process.exitValue() != 0) {
                    throw new IOException("it ended with status " + process.exitValue());
                }
                return switch (speaker.gives()) {
                    case WAVE -> Optional.of(Wave.read(said));
                    case FILE -> Optional.of(Wave.read(Files.readAllBytes(target)));
                    case SOUND -> Optional.empty();
                };
            } catch (IOException e) {
                if (stops.get() != before) {
                    return Optional.empty();
                }
                throw e;
            } finally {
                speaking = null;
                process.destroyForcibly();
            }
        } finally {
            if (speaker.gives() == Gives.FILE) {
                Files.deleteIfExists(target);
            }
        }
    }

    @Override
    public void stop() {
        stops.incrementAndGet();
        Process process = speaking;
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
