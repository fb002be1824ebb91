package org.seatside.kiosk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.fx.Theme;
import org.seatside.json.config.ConfigException;
import org.seatside.json.config.ConfigReader;
import org.seatside.kiosk.ui.Operation;

class KioskConfigTest {
    @TempDir
    private Path folder;

    @Test
    void defaultsAreThose() throws Exception {
        assertEquals(
                new KioskConfig(
                        List.of(URI.create("http://127.0.0.1:8470")),
                        Path.of(System.getProperty("user.home"), ".seatside", "kiosk"),
                        "",
                        KioskConfig.Language.KO,
                        Theme.LIGHT,
                        100,
                        true,
                        false,
                        "",
                        "",
                        "",
                        new KioskConfig.Screen(21.5, 1280, 720),
                        new KioskConfig.Camera(
                                KioskConfig.Source.WEBCAM, "", 1280, 720, Path.of(""), 2.0, "", true, false),
                        new KioskConfig.Access(
                                false,
                                100,
                                false,
                                false,
                                Operation.DIRECT,
                                2_000,
                                false,
                                KioskConfig.Headphones.DETECT)),
                new ConfigReader(Map.of()).readEnvironment(KioskConfig.class));
    }

    @Test
    void everyKeyIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("kiosk.yaml"), """
                nodes: [ "https://a.example:8443", "https://b.example:8443" ]
                data: /var/lib/seatside
                pairingCode: " ABCD1234 "
                language: en
                theme: yellow-on-black
                textPercent: 150
                fullScreen: false
                staffExit: true
                staffCode: "4711"
                place: 2층 승강기 옆
                elsewhere: 302호 조교실
                screen: { diagonalInches: 10.1, width: 800, height: 1280 }
                camera:
                  source: folder
                  device: C920
                  width: 640
                  height: 480
                  folder: frames
                  framesPerSecond: 5
                  address: http://camera/
                  mirrored: false
                  cardCodes: true
                access:
                  speech: true
                  timePercent: 500
                  lowReach: true
                  steadyHands: true
                  operation: one-switch
                  paceMillis: 1500
                  reducedMotion: true
                  headphones: always
                """);

        assertEquals(
                new KioskConfig(
                        List.of(URI.create("https://a.example:8443"), URI.create("https://b.example:8443")),
                        Path.of("/var/lib/seatside"),
                        "ABCD1234",
                        KioskConfig.Language.EN,
                        Theme.YELLOW_ON_BLACK,
                        150,
                        false,
                        true,
                        "4711",
                        "302호 조교실",
                        "2층 승강기 옆",
                        new KioskConfig.Screen(10.1, 800, 1280),
                        new KioskConfig.Camera(
                                KioskConfig.Source.FOLDER,
                                "C920",
                                640,
                                480,
                                Path.of("frames"),
                                5.0,
                                "http://camera/",
                                false,
                                true),
                        new KioskConfig.Access(
                                true,
                                500,
                                true,
                                true,
                                Operation.ONE_SWITCH,
                                1_500,
                                true,
                                KioskConfig.Headphones.ALWAYS)),
                KioskMain.config(List.of("--config", file.toString())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nodes: [ "ftp://a" ]             | nodes must be addresses such as http://127.0.0.1:8470
                    nodes: [ "127.0.0.1" ]           | nodes must be addresses such as http://127.0.0.1:8470
                    textPercent: 500                 | textPercent must be 100 to 400
                    staffCode: abc                   | staffCode must be 4 to 12 digits
                    access: { paceMillis: 1 }        | access: paceMillis must be 300 to 10000
                    screen: { diagonalInches: 0 }    | screen: diagonalInches must be 5 to 100
                    camera: { source: folder }       | camera: folder must name a folder of images where source is folder
                    camera: { source: mjpeg }        | camera: address must be given where source is mjpeg
                    """)
    void whatCannotWorkIsRefused(String yaml, String message) throws Exception {
        Path file = Files.writeString(folder.resolve("kiosk.yaml"), yaml);

        ConfigException e =
                assertThrows(ConfigException.class, () -> KioskMain.config(List.of("--config", file.toString())));

        assertEquals(file + ": " + message, e.getMessage());
    }

    @Test
    void otherArgumentsAreBadUsage() {
        assertThrows(IllegalArgumentException.class, () -> KioskMain.config(List.of("--help")));
    }

    @Test
    void thePairingCodeIsNotPrinted() throws Exception {
        KioskConfig config =
                new ConfigReader(Map.of("SEATSIDE_PAIRING_CODE", "ABCD1234")).readEnvironment(KioskConfig.class);

        assertEquals("ABCD1234", config.pairingCode());
        assertFalse(config.toString().contains("ABCD1234"));
    }
}
