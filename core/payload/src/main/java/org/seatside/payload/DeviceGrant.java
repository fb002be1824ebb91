package org.seatside.payload;

import java.util.Optional;

/// The issuer's half of a device pass: header, the device's public key, the issuer's signature. Not secret; useless
/// without the device's private key. Immutable.
public final class DeviceGrant {
    private final PassHeader header;
    private final byte[] bytes;

    DeviceGrant(PassHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
    }

    /// Empty unless the bytes have the form of a grant. The signature is not checked: the kiosk and the node do that.
    public static Optional<DeviceGrant> read(byte[] bytes) {
        if (bytes.length < PassHeader.LENGTH) {
            return Optional.empty();
        }
        return PassHeader.read(bytes)
                .filter(header -> header.type() == PassHeader.Type.DEVICE
                        && bytes.length == header.signedLength() + Ed25519.SIGNATURE_LENGTH)
                .map(header -> new DeviceGrant(header, bytes.clone()));
    }

    /// A new array of 110 (Ed25519) or 111 (P-256) bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    DeviceCurve curve() {
        return header.curve();
    }
}
