package org.seatside.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditLine;
import org.seatside.service.trail.TrailCheck;
import org.seatside.service.trail.Verdict;

/// Looks whether an exported audit trail is whole, without a node.
public final class TrailFiles {
    private static final Json JSON = new Json();

    private TrailFiles() {}

    /// @param trail as exported
    /// @param kept the file of checkpoints as it was copied from the node to another place, whose key is trusted
    ///     then; null where there is none: then the trail's own word is taken for both
    /// @throws IOException where a file cannot be read or is no trail, with the line
    public static Verdict check(Path trail, @Nullable Path kept) throws IOException {
        List<AuditCheckpoint> checkpoints = new ArrayList<>();
        List<AuditLine.Trail> owners = new ArrayList<>();
        for (Path file : kept == null ? List.of(trail) : List.of(kept, trail)) {
            read(file, line -> {
                if (line.trail() != null) {
                    owners.add(line.trail());
                }
                if (line.checkpoint() != null) {
                    checkpoints.add(line.checkpoint());
                }
            });
        }
        if (owners.isEmpty()) {
            throw new IOException("No line says whose trail this is: take the whole export, its first line too");
        }
        AuditLine.Trail owner = owners.getFirst();
        if (owners.stream().anyMatch(other -> !other.equals(owner))) {
            throw new IOException("The checkpoints are of another campus or key than the trail: one of them was forged,"
                    + " or they do not belong together");
        }
        TrailCheck check = new TrailCheck(owner.institution(), key(owner.key()), checkpoints);
        read(trail, line -> {
            if (line.entry() != null) {
                check.add(line.entry());
            }
        });
        return check.finish();
    }

    private static PublicKey key(String text) throws IOException {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            throw new IOException("The key on the first line is no Ed25519 key");
        }
    }

    private static void read(Path file, Consumer<AuditLine> lines) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines.accept(parse(line, file, number));
                }
            }
        }
    }

    private static AuditLine parse(String line, Path file, int number) throws IOException {
        try {
            return JSON.read(line.getBytes(StandardCharsets.UTF_8), AuditLine.class);
        } catch (MalformedJsonException _) {
            throw new IOException(file + ", line " + number + ": no line of an audit trail");
        }
    }
}
