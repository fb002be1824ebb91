package org.seatside.json.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    enum Source {
        WEBCAM,
        IMAGE_FOLDER
    }

    record Camera(Source source, Integer framesPerSecond, Duration patience) {
        Camera {
            source = source == null ? Source.WEBCAM : source;
            framesPerSecond = framesPerSecond == null ? 30 : framesPerSecond;
            patience = patience == null ? Duration.ofSeconds(2) : patience;
            if (framesPerSecond < 1) {
                throw new IllegalArgumentException("framesPerSecond must be at least 1");
            }
        }
    }

    record Config(List<String> nodes, Path data, Boolean fullScreen, Camera camera) {
        Config {
            nodes = nodes == null ? List.of("http://127.0.0.1:8080") : List.copyOf(nodes);
            data = data == null ? Path.of("data") : data;
            fullScreen = fullScreen == null || fullScreen;
        }
    }

    @TempDir
    private Path folder;

    @Test
    void defaultsFileAndEnvironmentComeInThisOrder() throws Exception {
        Path file = write("""
                nodes: [ http://a:1, http://b:2 ]
                camera:
                  source: image-folder
                  patience: 500ms
                """);
        ConfigReader reader = new ConfigReader(Map.of(
                "SEATSIDE_CAMERA_FRAMES_PER_SECOND",
                "5",
                "SEATSIDE_FULL_SCREEN",
                "false",
                "SEATSIDE_NODES",
                "http://c:3"));

        Config config = reader.read(file, Config.class);

        assertEquals(
                new Config(
                        List.of("http://c:3"),
                        Path.of("data"),
                        false,
                        new Camera(Source.IMAGE_FOLDER, 5, Duration.ofMillis(500))),
                config);
    }

    @Test
    void anEmptyFileAndNoFileAreTheDefaults() throws Exception {
        ConfigReader reader = new ConfigReader(Map.of());
        Config defaults = new Config(
                List.of("http://127.0.0.1:8080"),
                Path.of("data"),
                true,
                new Camera(Source.WEBCAM, 30, Duration.ofSeconds(2)));

        assertEquals(defaults, reader.read(write("# nothing\n"), Config.class));
        assertEquals(defaults, reader.readEnvironment(Config.class));
    }

    @Test
    void everyMistakeIsNamedWithFileKeyAndWhatIsAllowed() throws Exception {
        assertMistake(
                "camera:\n  sorce: webcam\n",
                "unknown key camera.sorce; allowed here: framesPerSecond, patience, source");
        assertMistake("nods: []\n", "unknown key nods; allowed here: camera, data, fullScreen, nodes");
        assertMistake("camera:\n  source: film\n", "camera.source must be one of webcam, image-folder");
        assertMistake("camera:\n  framesPerSecond: 0\n", "camera: framesPerSecond must be at least 1");
        assertMistake(
                "camera:\n  framesPerSecond: many\n",
                "camera.framesPerSecond: a value of another kind is needed here, a number");
        assertMistake(
                "camera:\n  patience: long\n",
                "camera.patience: a value of another kind is needed here, a duration such as 500ms, 3s or 5m");
        assertMistake("fullScreen: [1]\n", "fullScreen: a value of another kind is needed here, true or false");
        assertMistake("camera: webcam\n", "camera is a section, put its keys below it");
        assertMistake("- 1\n", "expected keys with values, see the sample configuration");
    }

    @Test
    void brokenAndRepeatedYamlIsRefusedWithItsLine() throws Exception {
        Path broken = write("camera: {\n");
        Path twice = write("data: a\ndata: b\n");
        ConfigReader reader = new ConfigReader(Map.of());

        assertEquals(
                broken + ", line 2: not YAML, or a key is given twice",
                assertThrows(ConfigException.class, () -> reader.read(broken, Config.class))
                        .getMessage());
        assertEquals(
                twice + ", line 2: not YAML, or a key is given twice",
                assertThrows(ConfigException.class, () -> reader.read(twice, Config.class))
                        .getMessage());
    }

    @Test
    void aMissingFileAndAMisspeltVariableAreErrors() {
        Path nowhere = folder.resolve("nowhere.yaml");

        assertEquals(
                nowhere + ": no such file",
                assertThrows(ConfigException.class, () -> new ConfigReader(Map.of()).read(nowhere, Config.class))
                        .getMessage());
        assertEquals(
                "environment: unknown variable SEATSIDE_CAMERA_SORCE; allowed here: SEATSIDE_CAMERA_FRAMES_PER_SECOND,"
                        + " SEATSIDE_CAMERA_PATIENCE, SEATSIDE_CAMERA_SOURCE",
                assertThrows(
                                ConfigException.class,
                                () -> new ConfigReader(Map.of("SEATSIDE_CAMERA_SORCE", "x"))
                                        .readEnvironment(Config.class))
                        .getMessage());
    }

    @Test
    void noMessageRepeatsAValue() throws Exception {
        Path file = write("camera:\n  framesPerSecond: hunter2\n");

        ConfigException e =
                assertThrows(ConfigException.class, () -> new ConfigReader(Map.of()).read(file, Config.class));

        assertFalse(e.toString().contains("hunter2"));
    }

    private void assertMistake(String yaml, String expected) throws IOException {
        Path file = write(yaml);

        ConfigException e =
                assertThrows(ConfigException.class, () -> new ConfigReader(Map.of()).read(file, Config.class));

        assertEquals(file + ": " + expected, e.getMessage());
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("kiosk.yaml"), yaml);
    }
}
