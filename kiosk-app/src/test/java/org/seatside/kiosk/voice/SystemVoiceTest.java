package org.seatside.kiosk.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The system's own voices: espeak-ng is really run where it is installed.
class SystemVoiceTest {
    private static final List<Path> PATH =
            SpeechProgram.path(System.getenv().getOrDefault("PATH", ""), File.pathSeparator);

    private final List<Wave> played = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({"ko, 출석했어요. 다 됐어요.", "en, You are present. All done."})
    void espeakGivesSound(String language, String text) throws Exception {
        assumeEspeak();
        Voice voice = new SystemVoice(SpeechProgram.ESPEAK, "", (wave, _, _) -> played.add(wave));

        voice.speak(new Utterance(text, Locale.of(language), 6));

        Wave said = played.getFirst();
        assertTrue(said.seconds() > 0.5 && said.seconds() < 6, () -> said.seconds() + " s");
        int loudest = 0;
        for (int i = 0; i + 1 < said.samples().length; i += 2) {
            loudest = Math.max(loudest, Math.abs((said.samples()[i + 1] << 8) | (said.samples()[i] & 0xff)));
        }
        assertTrue(loudest > 1_000, "is silent: " + loudest);
    }

    @Test
    void whatIsNewInterruptsWhatIsBeingSaid() throws Exception {
        assumeEspeak();
        CountDownLatch begun = new CountDownLatch(1);
        Voice voice = new SystemVoice(SpeechProgram.ESPEAK, "", (wave, _, stopped) -> {
            played.add(wave);
            begun.countDown();
            while (played.size() == 1 && !stopped.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
        FutureTask<Boolean> first = new FutureTask<>(() -> {
            voice.speak(new Utterance("One two three four five", Locale.ENGLISH, 6));
            return true;
        });
        Thread.ofVirtual().start(first);
        assertTrue(begun.await(20, TimeUnit.SECONDS));

        long since = System.nanoTime();
        voice.stop();
        first.get(20, TimeUnit.SECONDS);
        Duration silent = Duration.ofNanos(System.nanoTime() - since);
        voice.speak(new Utterance("Six", Locale.ENGLISH, 6));

        assertTrue(silent.toMillis() < 1_000, silent::toString);
        assertEquals(2, played.size());
    }

    @Test
    void withoutAVoiceItSaysWhatToInstall() {
        Voice voice = new SystemVoice(null, SpeechProgram.remedy("Linux"), (wave, _, _) -> played.add(wave));

        NoVoiceException e =
                assertThrows(NoVoiceException.class, () -> voice.speak(new Utterance("출석했어요", Locale.KOREAN, 6)));

        assertEquals("No voice: install espeak-ng (Debian: apt install espeak-ng)", e.getMessage());
    }

    @Test
    void withoutASoundDeviceThatIsSaidAndNothingBreaks() {
        assumeEspeak();
        Voice voice = new SystemVoice(SpeechProgram.ESPEAK, "", (_, _, _) -> {
            throw new javax.sound.sampled.LineUnavailableException();
        });

        NoVoiceException e =
                assertThrows(NoVoiceException.class, () -> voice.speak(new Utterance("Hello", Locale.ENGLISH, 6)));

        assertEquals("No sound device, or another program keeps it", e.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void noTextStandsAmongAnybodysArguments(SpeechProgram program) {
        List<String> command = program.command(new Utterance("홍길동", Locale.KOREAN, 6), Path.of("x.wav"));

        assertFalse(String.join(" ", command).contains("홍길동"));
        assertTrue(String.join(" ", command).length() < 8_000, "longer than Windows takes");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, espeak-ng, ESPEAK",
        "Linux, spd-say, SPD_SAY",
        "Mac OS X, say, SAY",
        "Windows 11, powershell.exe, SAPI"
    })
    void everySystemHasItsVoice(String os, String file, String program, @TempDir Path folder) throws Exception {
        Optional<SpeechProgram> before = SpeechProgram.find(os, List.of(folder));
        Files.createFile(folder.resolve(file));

        assertEquals(Optional.empty(), before);
        assertEquals(Optional.of(SpeechProgram.valueOf(program)), SpeechProgram.find(os, List.of(folder)));
    }

    @Test
    void louderIsThreeDecibelsMore() {
        byte[] samples = {0, 0x40, 0, (byte) 0xc0};

        byte[] loudest = SpeakerOutput.at(Utterance.LOUDEST, samples);
        byte[] lessBySix = SpeakerOutput.at(Utterance.LOUDEST - 6, samples);

        assertEquals(List.of(16_384, -16_384), List.of(sample(loudest, 0), sample(loudest, 1)));
        assertEquals(List.of(2_063, -2_063), List.of(sample(lessBySix, 0), sample(lessBySix, 1)));
    }

    @Test
    void headphonesAreInWhereTheirPortIsInUse() {
        assertEquals(Optional.empty(), HeadphoneJack.inUse("Sink #0\n\tName: null\n"));
        assertEquals(Optional.of(false), HeadphoneJack.inUse("\tActive Port: analog-output-speaker\n"));
        assertEquals(Optional.of(true), HeadphoneJack.inUse("\tActive Port: analog-output-headphones\n"));
    }

    private static int sample(byte[] samples, int index) {
        return (samples[2 * index + 1] << 8) | (samples[2 * index] & 0xff);
    }

    private static void assumeEspeak() {
        assumeTrue(
                SpeechProgram.find("Linux", PATH).equals(Optional.of(SpeechProgram.ESPEAK)),
                "espeak-ng is not installed here");
    }
}
