package org.seatside.model.audit;

import org.jspecify.annotations.Nullable;

/// One line of an exported trail: whose it is first, then entries and checkpoints by number.
///
/// @param trail on the first line alone
public record AuditLine(
        @Nullable Trail trail,
        @Nullable AuditEntry entry,
        @Nullable AuditCheckpoint checkpoint) {

    /// Whose trail it is.
    ///
    /// @param institution 32 hexadecimal digits
    /// @param key public key that signs checkpoints, SubjectPublicKeyInfo in Base64: to be compared with the
    ///     campus's, since who forges a trail writes another key here
    public record Trail(String institution, String key) {}

    public static AuditLine of(Trail trail) {
        return new AuditLine(trail, null, null);
    }

    public static AuditLine of(AuditEntry entry) {
        return new AuditLine(null, entry, null);
    }

    public static AuditLine of(AuditCheckpoint checkpoint) {
        return new AuditLine(null, null, checkpoint);
    }
}
