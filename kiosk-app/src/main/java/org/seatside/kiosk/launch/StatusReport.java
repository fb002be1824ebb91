package org.seatside.kiosk.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.seatside.camera.FrameSource;
import org.seatside.camera.SourceState;
import org.seatside.client.outbox.OutboxState;
import org.seatside.kiosk.ui.Announcer;
import org.seatside.model.api.Provision;

/// What a kiosk says of itself to staff who are elsewhere: camera, disk, clock, sound and what waits. A page of HTML
/// without scripts, that names nobody.
final class StatusReport {
    private static final long MEGABYTE = 1 << 20;

    private StatusReport() {}

    /// @param started when the program did
    static byte[] of(Duty duty, FrameSource camera, Announcer announcer, Path folder, String version, Instant started) {
        Map<String, String> rows = new LinkedHashMap<>();
        Instant now = duty.link().now().wall();
        rows.put("Version", version + ", up for " + words(Duration.between(started, now)));
        rows.put("Camera", camera(camera.state()));
        OutboxState outbox = duty.outbox().state();
        rows.put(
                "Outbox",
                "%d wait, %d refused, recording %s"
                        .formatted(
                                outbox.waiting(),
                                outbox.refused(),
                                outbox.appending().name().toLowerCase(Locale.ROOT)));
        rows.put("Disk", disk(folder));
        Long offset = duty.link().now().offsetMillis();
        rows.put("Clock", offset == null ? "not compared with a node's yet" : "node's minus own: " + offset + " ms");
        rows.put("Link", duty.link().status().state().name().toLowerCase(Locale.ROOT));
        rows.put("Room", room(duty.link().provision()));
        rows.put("Sound", announcer.soundWorks().get() ? "works" : "does not work");
        rows.put("Speech", announcer.voiceWorks().get() ? "works" : "does not work");
        Runtime runtime = Runtime.getRuntime();
        rows.put(
                "Memory",
                "%d of %d MB of heap in use"
                        .formatted(
                                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                                runtime.maxMemory() / MEGABYTE));
        rows.put(
                "System",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java " + Runtime.version());
        return page(rows, now).getBytes(StandardCharsets.UTF_8);
    }

    private static String camera(SourceState state) {
        return switch (state) {
            case SourceState.Running(int width, int height, double fps) ->
                "%d x %d pixels, %.1f a second".formatted(width, height, fps);
            case SourceState.Failed(var _, String remedy) -> Cameras.name(state) + ": " + remedy;
            default -> Cameras.name(state);
        };
    }

    private static String disk(Path folder) {
        try {
            var store = Files.getFileStore(folder);
            return "%d of %d MB free".formatted(store.getUsableSpace() / MEGABYTE, store.getTotalSpace() / MEGABYTE);
        } catch (IOException e) {
            return "cannot be asked: " + e.getMessage();
        }
    }

    private static String room(Optional<Provision> provision) {
        return provision
                .map(known -> "%s, %d meetings known"
                        .formatted(
                                known.room() == null ? "on wheels" : known.room(),
                                known.meetings().size()))
                .orElse("not paired");
    }

    private static String words(Duration time) {
        return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }

    private static String page(Map<String, String> rows, Instant at) {
        StringBuilder html = new StringBuilder("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Kiosk</title></head>
                <body><h1>Kiosk</h1><p>%s</p><table>
                """.formatted(at));
        rows.forEach((name, value) -> html.append("<tr><th>%s</th><td>%s</td></tr>%n".formatted(name, escaped(value))));
        return html.append("</table></body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
