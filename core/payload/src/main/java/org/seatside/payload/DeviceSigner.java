package org.seatside.payload;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.PrivateKey;

/// The phone's half of a device pass, in Java: what samples and tests show where the product has a phone. Immutable.
public final class DeviceSigner {
    private final InstitutionId institution;
    private final DeviceGrant grant;
    private final PrivateKey key;

    /// A signer for one grant.
    ///
    /// @param key the private half of the key in the grant
    public DeviceSigner(InstitutionId institution, DeviceGrant grant, PrivateKey key) {
        this.institution = institution;
        this.grant = grant;
        this.key = key;
    }

    /// The text to show during one slot.
    ///
    /// @param slot see [Slots]
    /// @throws IllegalArgumentException where the slot does not fit or the key is not of the grant's curve
    public String text(long slot) {
        byte[] slotBytes = PassHeader.three(PassHeader.checkedSlot(slot));
        byte[] granted = grant.bytes();
        try {
            byte[] signature = grant.curve().sign(key, SignedMessage.device(institution, granted, slotBytes));
            return PassVerifier.FORM.text(ByteBuffer.allocate(granted.length + slotBytes.length + signature.length)
                    .put(granted)
                    .put(slotBytes)
                    .put(signature)
                    .array());
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("The device's key does not fit its grant", e);
        }
    }
}
