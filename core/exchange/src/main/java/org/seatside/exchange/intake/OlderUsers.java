package org.seatside.exchange.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.service.imports.ImportRow;

/// The users of the older service, one JSON array a line: user name, bcrypt hash, and the rooms whose tags the
/// user had kept. The rooms are taken, each once; a name that is null or blank becomes the room's own, which
/// its tag
/// says. The accounts are taken where there is a hash.
final class OlderUsers {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LINES = 200_000;
    private static final TypeReference<List<Object>> LINE = new TypeReference<>() {};

    private final Json json = new Json();
    private final List<ImportRow> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private OlderUsers() {}

    static List<ImportRow> read(Path file) throws IOException {
        OlderUsers users = new OlderUsers();
        if (Files.size(file) > Archive.BYTES) {
            throw Bad.tooLarge();
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number > LINES || line.length() > LONGEST_LINE) {
                    throw Bad.tooLarge();
                }
                if (!line.isBlank()) {
                    users.line(new ImportRow.Origin("", number), line);
                }
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            throw Bad.file("text-unreadable", "This is not UTF-8.");
        }
        return users.rows;
    }

    private void line(ImportRow.Origin origin, String line) {
        try {
            List<Object> user = json.read(line.getBytes(StandardCharsets.UTF_8), LINE);
            if (user.size() != 3 || !(user.get(2) instanceof List<?> kept)) {
                rows.add(new ImportRow.BadRow(origin, "line-malformed", ""));
                return;
            }
            if (user.get(0) instanceof String name && user.get(1) instanceof String hash && !hash.isBlank()) {
                rows.add(new ImportRow.AccountRow(origin, name, hash));
            }
            kept.forEach(room -> room(origin, room));
        } catch (MalformedJsonException e) {
            rows.add(new ImportRow.BadRow(origin, "line-malformed", ""));
        }
    }

    private void room(ImportRow.Origin origin, @Nullable Object kept) {
        if (!(kept instanceof Map<?, ?> room) || !(room.get("qr_string") instanceof String tag)) {
            rows.add(new ImportRow.BadRow(origin, "room-malformed", ""));
            return;
        }
        String name = room.get("name") instanceof String text ? text.strip() : "";
        if (seen.add(tag)) {
            rows.add(new ImportRow.RoomRow(origin, name, null, null, tag));
        }
    }
}
