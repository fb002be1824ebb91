package org.seatside.service.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.seatside.model.audit.AuditEntry;

/// The hash of an entry: SHA-256 over a name of its own, the hash before, and each part of the entry with its
/// length before it, so that no two entries have the same bytes.
public final class AuditChain {
    /// What stands before the first entry.
    public static final String START = "0".repeat(64);

    private static final byte[] NAME = "SEATSIDE-AUDIT-1\n".getBytes(StandardCharsets.US_ASCII);

    private AuditChain() {}

    /// @param before hash of the entry before
    /// @param entry whose own hash is not looked at
    public static String hash(String before, AuditEntry entry) {
        MessageDigest digest = sha256();
        digest.update(NAME);
        digest.update(HexFormat.of().parseHex(before));
        number(digest, entry.number());
        number(digest, entry.logIndex());
        number(digest, entry.command().getMostSignificantBits());
        number(digest, entry.command().getLeastSignificantBits());
        number(digest, ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
        text(digest, entry.actor());
        text(digest, entry.from());
        text(digest, entry.action());
        text(digest, entry.subject());
        text(digest, entry.detail());
        text(digest, entry.outcome());
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The entry with its hash.
    public static AuditEntry linked(String before, AuditEntry entry) {
        return new AuditEntry(
                entry.number(),
                entry.logIndex(),
                entry.command(),
                entry.at(),
                entry.actor(),
                entry.from(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                entry.outcome(),
                hash(before, entry));
    }

    private static void text(MessageDigest digest, @Nullable String text) {
        if (text == null) {
            number(digest, -1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(digest, bytes.length);
        digest.update(bytes);
    }

    private static void number(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
