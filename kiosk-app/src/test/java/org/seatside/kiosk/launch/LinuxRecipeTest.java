package org.seatside.kiosk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.seatside.json.config.ConfigException;
import org.w3c.dom.Document;

/// What stands in `packaging/linux` is what its README promises.
class LinuxRecipeTest {
    private static final Path RECIPE = Path.of("../packaging/linux");

    @Test
    void theWindowManagerBindsNothing() throws Exception {
        Document config = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(RECIPE.resolve("openbox-kiosk.xml").toFile());

        assertEquals(0, config.getElementsByTagName("keybind").getLength());
        assertEquals(0, config.getElementsByTagName("mousebind").getLength());
        assertEquals(1, config.getElementsByTagName("keyboard").getLength());
        assertEquals(1, config.getElementsByTagName("mouse").getLength());
        assertEquals("1", config.getElementsByTagName("number").item(0).getTextContent());
    }

    @Test
    void theSettingsAreThoseOfAKioskThatCannotBeLeft() throws ConfigException {
        KioskConfig config = KioskMain.config(
                List.of("--config", RECIPE.resolve("kiosk.yaml").toString()));

        assertTrue(config.fullScreen());
        assertFalse(config.staffExit());
    }

    @Test
    void theServiceRunsAsItsOwnUserAndComesBack() throws Exception {
        String service = Files.readString(RECIPE.resolve("seatside-kiosk.service"));
        String server = Files.readString(RECIPE.resolve("10-kiosk.conf"));
        String session = Files.readString(RECIPE.resolve("kiosk-session"));

        assertTrue(Stream.of("User=kiosk", "Restart=always", "-nolisten tcp", "/usr/local/bin/kiosk-session")
                .allMatch(service::contains));
        assertTrue(Stream.of("\"DontVTSwitch\" \"true\"", "\"DontZap\" \"true\"", "\"BlankTime\" \"0\"")
                .allMatch(server::contains));
        assertTrue(Stream.of("xset s off", "xset -dpms", "openbox-kiosk.xml", "exec /opt/seatside/seatside kiosk")
                .allMatch(session::contains));
    }

    @Test
    void theShellReadsTheSession() throws Exception {
        Process shell = new ProcessBuilder(
                        "sh", "-n", RECIPE.resolve("kiosk-session").toString())
                .redirectErrorStream(true)
                .start();

        assertTrue(shell.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, shell.exitValue());
    }

    @Test
    void everyFileIsNamedInTheReadme() throws Exception {
        String readme = Files.readString(RECIPE.resolve("README.md"));
        try (Stream<Path> files = Files.list(RECIPE)) {
            List<String> missing = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md") && !readme.contains("`" + name + "`"))
                    .toList();

            assertEquals(List.of(), missing);
        }
    }
}
