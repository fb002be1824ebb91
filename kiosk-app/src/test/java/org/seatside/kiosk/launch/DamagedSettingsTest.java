package org.seatside.kiosk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.json.config.ConfigException;
import org.seatside.json.config.ConfigReader;
import org.seatside.testkit.Seeds;

/// Settings and what the kiosk remembers, with bytes flipped, cut off and put in: a kiosk that starts is one that its
/// settings describe, else there is a message; nothing else is thrown, and no door opens by damage.
class DamagedSettingsTest {
    private static final int MUTATIONS = 500;
    private static final int FOLDERS = 40;
    private static final Path SETTINGS = Path.of("../packaging/linux/kiosk.yaml");

    private final Random random = new Random(Seeds.next());

    @Test
    void fiveHundredDamagedFilesStartSafelyOrSayWhatIsWrong(@TempDir Path folder) throws IOException {
        byte[] good = Files.readAllBytes(SETTINGS);
        int refused = 0;
        int started = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Path file = Files.write(folder.resolve("kiosk.yaml"), mutated(good));
            try {
                KioskConfig config = KioskMain.config(List.of("--config", file.toString()));
                started++;
                assertTrue(config.staffCode().matches("([0-9]{4,12})?"));
                assertTrue(config.nodes().stream()
                        .allMatch(node -> node.getScheme().startsWith("http")));
            } catch (ConfigException e) {
                refused++;
                assertFalse(String.valueOf(e.getMessage()).isBlank());
            }
        }

        assertEquals(MUTATIONS, refused + started);
        assertTrue(refused > MUTATIONS / 10, "hardly anything was refused: " + refused);
    }

    @Test
    void aDamagedFolderOpensOrSaysWhatIsWrong(@TempDir Path folder) throws Exception {
        KioskConfig config = new ConfigReader(
                        Map.of("SEATSIDE_NODES", "http://127.0.0.1:1", "SEATSIDE_DATA", folder.toString()))
                .readEnvironment(KioskConfig.class);
        open(config);
        byte[] key = Files.readAllBytes(folder.resolve("device.key"));
        byte[] pairing = "{\"kiosk\":\"019cabda-0cc0-7cd8-a8fb-0e6f684df992\",\"name\":\"x\",\"issuerKey\":\"AAAA\"}"
                .getBytes(StandardCharsets.UTF_8);
        int said = 0;
        for (int i = 0; i < FOLDERS; i++) {
            Files.write(folder.resolve("device.key"), i % 2 == 0 ? mutated(key) : key);
            Files.write(folder.resolve("pairing.json"), mutated(pairing));
            Files.write(folder.resolve("provision.json"), mutated(pairing));
            try {
                open(config);
            } catch (IOException e) {
                said++;
                assertFalse(String.valueOf(e.getMessage()).isBlank());
            }
        }

        assertTrue(said > 0, "no damage was seen");
    }

    private static void open(KioskConfig config) throws IOException {
        Duty.open(config, "1", InstantSource.system()).close();
    }

    /// A bit flipped, the end cut off, or a byte put in.
    private byte[] mutated(byte[] good) {
        int at = random.nextInt(good.length);
        return switch (random.nextInt(3)) {
            case 0 -> {
                byte[] flipped = good.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> Arrays.copyOf(good, at);
            default -> {
                byte[] longer = Arrays.copyOf(good, good.length + 1);
                System.arraycopy(good, at, longer, at + 1, good.length - at);
                longer[at] = (byte) random.nextInt(256);
                yield longer;
            }
        };
    }
}
