package org.seatside.payload;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.LocalDate;

/// Makes passes with an issuer's private key: node only. Immutable; for any number of threads as far as the key is.
public final class PassIssuer {
    private final InstitutionId institution;
    private final int kid;
    private final IssuerPrivateKey key;

    /// An issuer of one campus with one key.
    ///
    /// @param kid number of the key, 0 to 255, never used for another key while passes of the first are about
    /// @param key Ed25519, may live in a token
    /// @throws IllegalArgumentException where the number or the key is not that
    public PassIssuer(InstitutionId institution, int kid, PrivateKey key) {
        IssuerKeys.checkKid(kid);
        this.institution = institution;
        this.kid = kid;
        this.key = new IssuerPrivateKey(key);
    }

    /// The text of a printed card (type 1).
    ///
    /// @param generation 0 to 65535
    /// @param expires the last day it is good for, in the zone of the campus
    /// @throws IllegalArgumentException where a number or the day does not fit
    public String card(PassHandle handle, int generation, LocalDate expires) {
        return signed(PassHeader.card(kid, handle, generation, expires));
    }

    /// The text a phone without a key shows during one slot (type 2).
    ///
    /// @param generation 0 to 65535
    /// @param slot see [Slots]
    /// @throws IllegalArgumentException where a number does not fit
    public String slot(PassHandle handle, int generation, long slot) {
        return signed(PassHeader.slot(kid, handle, generation, slot));
    }

    /// The issuer's half of a device pass (type 3), for the phone that holds the key.
    ///
    /// @param generation 0 to 65535
    /// @param expires the last day the grant is good for, in the zone of the campus
    /// @param deviceKey Ed25519 or P-256
    /// @throws IllegalArgumentException where a number or the day does not fit or the key is no valid one
    public DeviceGrant deviceGrant(PassHandle handle, int generation, LocalDate expires, PublicKey deviceKey) {
        try {
            byte[] raw = DeviceCurve.encode(deviceKey);
            PassHeader header = PassHeader.device(kid, handle, generation, expires, DeviceCurve.of(deviceKey));
            byte[] content = ByteBuffer.allocate(header.signedLength())
                    .put(header.bytes())
                    .put(raw)
                    .array();
            return new DeviceGrant(header, key.append(content, SignedMessage.issuer(institution, content)));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("A device key must be a valid Ed25519 or P-256 public key", e);
        }
    }

    private String signed(PassHeader header) {
        byte[] content = header.bytes();
        return PassVerifier.FORM.text(key.append(content, SignedMessage.issuer(institution, content)));
    }
}
