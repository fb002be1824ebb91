package org.seatside.payload;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.util.UUID;

/// Makes room codes for rooms that have no tag yet: node only. Layout and signature: [RoomCodeVerifier].
/// Immutable; for any number of threads as far as the key is.
public final class RoomCodeIssuer {
    private final InstitutionId institution;
    private final int kid;
    private final IssuerPrivateKey key;

    /// An issuer of one campus with one key.
    ///
    /// @param kid number of the key, 0 to 255
    /// @param key Ed25519; may be the key that signs passes, the signed messages cannot be mistaken for each other
    /// @throws IllegalArgumentException where the number or the key is not that
    public RoomCodeIssuer(InstitutionId institution, int kid, PrivateKey key) {
        IssuerKeys.checkKid(kid);
        this.institution = institution;
        this.kid = kid;
        this.key = new IssuerPrivateKey(key);
    }

    /// The text to put on the wall.
    public String code(UUID room) {
        byte[] content = ByteBuffer.allocate(RoomCodeVerifier.SIGNED_LENGTH)
                .put((byte) RoomCodeVerifier.VERSION_AND_TYPE)
                .put((byte) kid)
                .putLong(room.getMostSignificantBits())
                .putLong(room.getLeastSignificantBits())
                .array();
        return RoomCodeVerifier.FORM.text(key.append(content, SignedMessage.room(institution, content)));
    }
}
