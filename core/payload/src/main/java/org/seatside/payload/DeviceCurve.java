package org.seatside.payload;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;

/// The two kinds of key a phone may hold.
enum DeviceCurve {
    ED25519(0, Ed25519.KEY_LENGTH) {
        @Override
        boolean verify(byte[] key, byte[] message, byte[] signature) throws InvalidKeyException {
            return Ed25519.verify(Ed25519.decode(key), message, signature);
        }

        @Override
        byte[] sign(PrivateKey key, byte[] message) throws InvalidKeyException {
            return Ed25519.sign(key, message);
        }
    },
    P_256(1, P256.KEY_LENGTH) {
        @Override
        boolean verify(byte[] key, byte[] message, byte[] signature) throws InvalidKeyException {
            return P256.verify(P256.decode(key), message, signature);
        }

        @Override
        byte[] sign(PrivateKey key, byte[] message) throws InvalidKeyException {
            return P256.sign(key, message);
        }
    };

    private final int flag;
    private final int keyLength;

    DeviceCurve(int flag, int keyLength) {
        this.flag = flag;
        this.keyLength = keyLength;
    }

    static DeviceCurve of(PublicKey key) throws InvalidKeyException {
        return switch (key) {
            case EdECPublicKey _ -> ED25519;
            case ECPublicKey _ -> P_256;
            default -> throw new InvalidKeyException("A device key is Ed25519 or P-256");
        };
    }

    /// The key as it stands in a pass, only if [#verify] will take it.
    static byte[] encode(PublicKey key) throws InvalidKeyException {
        return switch (key) {
            case EdECPublicKey ed -> {
                byte[] raw = Ed25519.encode(ed);
                Ed25519.decode(raw);
                yield raw;
            }
            case ECPublicKey ec -> P256.encode(ec);
            default -> throw new InvalidKeyException("A device key is Ed25519 or P-256");
        };
    }

    /// Bit 0 of the flags in the header of a device pass.
    int flag() {
        return flag;
    }

    int keyLength() {
        return keyLength;
    }

    /// @throws InvalidKeyException where `key` is not a valid point
    abstract boolean verify(byte[] key, byte[] message, byte[] signature) throws InvalidKeyException;

    abstract byte[] sign(PrivateKey key, byte[] message) throws InvalidKeyException;
}
