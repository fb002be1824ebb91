package org.seatside.server;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.seatside.json.Json;
import org.seatside.service.kiosk.KioskPresence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When kiosks were last heard of, over a restart. A file that is lost or damaged costs what staff would have seen of
/// kiosks that are silent since; nothing else.
final class PresenceFile {
    private static final String NAME = "kiosks-seen.json";
    private static final TypeReference<List<KioskPresence.Seen>> SEEN = new TypeReference<>() {};
    private static final Logger LOG = LoggerFactory.getLogger(PresenceFile.class);

    private final DataFolder folder;
    private final Json json;
    private final KioskPresence presence;

    PresenceFile(DataFolder folder, Json json, KioskPresence presence) {
        this.folder = folder;
        this.json = json;
        this.presence = presence;
    }

    void read() {
        try {
            String text = folder.read(NAME).orElse("[]");
            presence.remember(json.read(text.getBytes(StandardCharsets.UTF_8), SEEN));
        } catch (IOException e) {
            LOG.warn("when kiosks were last heard of is not known from before: {}", e.getMessage());
        }
    }

    void write() {
        try {
            folder.write(NAME, new String(json.write(presence.seen(), SEEN), StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("when kiosks were last heard of is not kept", e);
        }
    }
}
