package org.seatside.payload;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Checks the text of a room code: `R1:` and the Base45 (RFC 9285) of 82 bytes, big-endian:
///
/// | offset | bytes | field |
/// |---|---|---|
/// | 0 | 1 | 0x11: version 1 (it fixes every algorithm), type 1 |
/// | 1 | 1 | kid, number of the issuer key |
/// | 2 | 16 | room id, the bytes of the UUID in the order of RFC 9562 |
/// | 18 | 64 | Ed25519 over `DUROOM-1-ISS` ‖ 00 ‖ institution id (16) ‖ the 18 bytes above |
///
/// Immutable; for any number of threads. No text makes it throw.
public final class RoomCodeVerifier {
    static final int VERSION_AND_TYPE = 0x11;
    static final int SIGNED_LENGTH = 18;
    static final SignedText FORM = new SignedText("R1:", Set.of(SIGNED_LENGTH + Ed25519.SIGNATURE_LENGTH));

    private final IssuerKeys keys;

    public RoomCodeVerifier(IssuerKeys keys) {
        this.keys = keys;
    }

    /// Checks one text.
    ///
    /// @param text exactly as it was read, not trimmed
    public RoomCodeCheck verify(String text) {
        Optional<byte[]> form = FORM.body(text);
        if (form.isEmpty()) {
            return new RoomCodeCheck.Rejected(Reason.MALFORMED);
        }
        ByteBuffer body = ByteBuffer.wrap(form.get());
        if ((body.get() & 0xff) != VERSION_AND_TYPE) {
            return new RoomCodeCheck.Rejected(Reason.UNSUPPORTED);
        }
        int kid = body.get() & 0xff;
        Optional<IssuerPublicKey> key = keys.key(kid);
        if (key.isEmpty()) {
            return new RoomCodeCheck.Rejected(Reason.UNKNOWN_KEY);
        }
        byte[] message = SignedMessage.room(keys.institution(), Arrays.copyOf(body.array(), SIGNED_LENGTH));
        byte[] signature = Arrays.copyOfRange(body.array(), SIGNED_LENGTH, body.capacity());
        if (!key.get().verify(message, signature)) {
            return new RoomCodeCheck.Rejected(Reason.BAD_SIGNATURE);
        }
        return new RoomCodeCheck.Valid(new RoomCode(kid, new UUID(body.getLong(), body.getLong())));
    }
}
