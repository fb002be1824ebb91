package org.seatside.kiosk.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which nodes a kiosk talks to: those of its settings, or the one whose pairing code it looked at. To go back to
/// the settings, delete the file.
final class KnownNodes {
    private static final Logger LOG = LoggerFactory.getLogger(KnownNodes.class);
    private static final String FILE = "node.txt";

    private KnownNodes() {}

    /// @param folder of the kiosk
    static List<URI> of(Path folder, List<URI> configured) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return configured;
            }
            URI node = URI.create(Files.readString(file).strip());
            if (KioskConfig.isHttp(node)) {
                return List.of(node);
            }
            LOG.error("{} names no node, the settings are used", file);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("{} cannot be used, the settings are: {}", file, e.getMessage());
        }
        return configured;
    }

    /// From now on.
    static Path keep(Path folder, URI node) throws IOException {
        return Files.writeString(folder.resolve(FILE), node + "\n", StandardCharsets.UTF_8);
    }
}
