package org.seatside.payload;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.PrivateKey;

/// A private key that has proved to be Ed25519 by signing once.
final class IssuerPrivateKey {
    private final PrivateKey key;

    IssuerPrivateKey(PrivateKey key) {
        this.key = key;
        sign(new byte[0]);
    }

    /// `content` and after it the signature of `message`.
    byte[] append(byte[] content, byte[] message) {
        return ByteBuffer.allocate(content.length + Ed25519.SIGNATURE_LENGTH)
                .put(content)
                .put(sign(message))
                .array();
    }

    private byte[] sign(byte[] message) {
        try {
            return Ed25519.sign(key, message);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("The issuer's key must be an Ed25519 private key", e);
        }
    }
}
