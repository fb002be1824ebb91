package org.seatside.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.json.Json;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.audit.AuditLine;
import org.seatside.service.trail.AuditChain;
import org.seatside.service.trail.Checkpoints;
import picocli.CommandLine;

/// The command over an exported trail, whole and not.
final class VerifyCommandTest {
    private static final String INSTITUTION = "00112233445566778899aabbccddeeff";
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final int ENTRIES = 100;

    private final Json json = new Json();

    @TempDir
    private Path folder;

    private List<String> lines;

    @BeforeEach
    void aTrail() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        lines = new ArrayList<>();
        String publicKey = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        add(new AuditLine(new AuditLine.Trail(INSTITUTION, publicKey), null, null));
        String before = AuditChain.START;
        for (int number = 1; number <= ENTRIES; number++) {
            AuditEntry entry = AuditChain.linked(
                    before,
                    new AuditEntry(
                            number,
                            number,
                            new UUID(7, number),
                            MORNING.plusSeconds(number),
                            "actor",
                            null,
                            "export-check-ins",
                            null,
                            "reason " + number,
                            "done",
                            ""));
            before = entry.hash();
            add(new AuditLine(null, entry, null));
            if (number % 50 == 0) {
                add(new AuditLine(
                        null, null, Checkpoints.sign(INSTITUTION, number, before, entry.at(), 1, key.getPrivate())));
            }
        }
    }

    private void add(AuditLine line) {
        lines.add(new String(json.write(line), StandardCharsets.UTF_8));
    }

    /// @param status which it exits with
    /// @param says what it prints, or a part of it
    private void assertVerdict(int status, String says, String... more) throws IOException {
        Path trail = Files.write(folder.resolve("trail.jsonl"), lines);
        List<String> arguments = new ArrayList<>(List.of(trail.toString()));
        arguments.addAll(List.of(more));
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true));

        int exit = command.execute(arguments.toArray(String[]::new));

        assertTrue(out.toString().contains(says), out.toString());
        assertEquals(status, exit, out.toString());
    }

    @Test
    void aWholeTrailIsWhole() throws IOException {
        assertVerdict(0, "The trail is whole: entries 1 to 100, signed up to 100.");
    }

    @Test
    void anEntryThatWasChangedIsNamed() throws IOException {
        int at = lines.indexOf(lines.stream()
                .filter(line -> line.contains("reason 40\""))
                .findFirst()
                .orElseThrow());
        lines.set(at, lines.get(at).replace("reason 40", "reason 41"));

        assertVerdict(1, "40");
    }

    @Test
    void anEntryThatWasRemovedIsNamed() throws IOException {
        lines.removeIf(line -> line.contains("reason 33\""));

        assertVerdict(1, "Entry 33: removed.");
    }

    @Test
    void aTrailThatWasCutWithItsCheckpointsShowsAgainstACopyOfThem() throws IOException {
        Path kept = Files.write(
                folder.resolve("audit-checkpoints.jsonl"),
                lines.stream().filter(line -> !line.contains("\"entry\"")).toList());
        lines = new ArrayList<>(lines.subList(0, 61));

        assertVerdict(0, "entries 1 to 59, signed up to 50");
        assertVerdict(1, "cut off at the end", "--checkpoints", kept.toString());
    }

    @Test
    void whatIsNoTrailIsBadUsage() throws IOException {
        lines = new ArrayList<>(List.of("{\"entry\":7}"));
        assertVerdict(2, "no line of an audit trail");
        lines = new ArrayList<>(List.of(""));
        assertVerdict(2, "take the whole export");
        assertVerdict(
                2, "cannot read", "--checkpoints", folder.resolve("missing").toString());
    }
}
