package org.seatside.kiosk.voice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A program of the system that turns text into speech. The text goes to its standard input and never among its
/// arguments, where every user of the machine could read it.
enum SpeechProgram {
    /// Debian: `espeak-ng`. Gives a WAV file on its standard output.
    ESPEAK("espeak-ng", Gives.WAVE),
    /// Speech Dispatcher (Debian: `speech-dispatcher`): speaks itself.
    SPD_SAY("spd-say", Gives.SOUND),
    /// Windows: the voices of SAPI. Gives a WAV file on its standard output.
    SAPI("powershell.exe", Gives.WAVE),
    /// macOS. Writes a WAV file to a path.
    SAY("say", Gives.FILE);

    /// What becomes of the speech.
    enum Gives {
        WAVE,
        FILE,
        SOUND
    }

    private static final String SAPI_SCRIPT = """
            $ErrorActionPreference = 'Stop'
            [Console]::InputEncoding = [Text.Encoding]::UTF8
            Add-Type -AssemblyName System.Speech
            $s = New-Object System.Speech.Synthesis.SpeechSynthesizer
            $v = $s.GetInstalledVoices() | Where-Object { $_.Enabled -and
                $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq 'LANGUAGE' } | Select-Object -First 1
            if (-not $v) { exit 3 }
            $s.SelectVoice($v.VoiceInfo.Name)
            $m = New-Object IO.MemoryStream
            $f = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo(22050, 'Sixteen', 'Mono')
            $s.SetOutputToAudioStream($m, $f)
            $s.Speak([Console]::In.ReadToEnd())
            $o = [Console]::OpenStandardOutput()
            $b = New-Object IO.BinaryWriter($o)
            $b.Write([Text.Encoding]::ASCII.GetBytes('RIFF')); $b.Write([int](36 + $m.Length))
            $b.Write([Text.Encoding]::ASCII.GetBytes('WAVEfmt ')); $b.Write([int]16)
            $b.Write([int16]1); $b.Write([int16]1); $b.Write([int]22050); $b.Write([int]44100)
            $b.Write([int16]2); $b.Write([int16]16)
            $b.Write([Text.Encoding]::ASCII.GetBytes('data')); $b.Write([int]$m.Length)
            $b.Flush()
            $m.WriteTo($o)
            $o.Flush()
            """;

    private final String file;
    private final Gives gives;

    SpeechProgram(String file, Gives gives) {
        this.file = file;
        this.gives = gives;
    }

    Gives gives() {
        return gives;
    }

    /// The first there is on this system.
    ///
    /// @param os the system property `os.name`
    /// @param path folders in which programs are looked for
    static Optional<SpeechProgram> find(String os, List<Path> path) {
        String system = os.toLowerCase(Locale.ROOT);
        List<SpeechProgram> wanted;
        if (system.startsWith("windows")) {
            wanted = List.of(SAPI);
        } else if (system.startsWith("mac")) {
            wanted = List.of(SAY);
        } else {
            wanted = List.of(ESPEAK, SPD_SAY);
        }
        return wanted.stream()
                .filter(program -> path.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(program.file))))
                .findFirst();
    }

    /// What to do where there is none.
    static String remedy(String os) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "No voice: install a Korean voice in the settings of Windows, Time and language, Speech";
        }
        return system.startsWith("mac")
                ? "No voice: /usr/bin/say is missing"
                : "No voice: install espeak-ng (Debian: apt install espeak-ng)";
    }

    /// @param target where the program gives a file, the file
    List<String> command(Utterance utterance, Path target) {
        boolean korean = utterance.language().getLanguage().equals("ko");
        return switch (this) {
            case ESPEAK ->
                List.of(
                        file,
                        "-v",
                        korean ? "ko" : "en",
                        "-s",
                        korean ? "150" : "155",
                        "-b",
                        "1",
                        "--stdin",
                        "--stdout");
            case SPD_SAY ->
                List.of(
                        file,
                        "--wait",
                        "--pipe-mode",
                        "--language",
                        korean ? "ko" : "en",
                        "--volume",
                        String.valueOf(utterance.loudness() * 20 - 100));
            case SAPI ->
                List.of(
                        file,
                        "-NoProfile",
                        "-NonInteractive",
                        "-EncodedCommand",
                        Base64.getEncoder()
                                .encodeToString(SAPI_SCRIPT
                                        .replace("LANGUAGE", korean ? "ko" : "en")
                                        .getBytes(StandardCharsets.UTF_16LE)));
            case SAY ->
                List.of(
                        file,
                        "-v",
                        korean ? "Yuna" : "Samantha",
                        "-o",
                        target.toString(),
                        "--file-format=WAVE",
                        "--data-format=LEI16@22050",
                        "-f",
                        "-");
        };
    }

    /// The folders of the environment variable `PATH`.
    static List<Path> path(String variable, String separator) {
        return Stream.of(variable.split(separator))
                .filter(part -> !part.isBlank())
                .map(Path::of)
                .toList();
    }
}
