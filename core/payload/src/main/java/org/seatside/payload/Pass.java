package org.seatside.payload;

/// What a pass says once its signatures hold. Whether it is revoked (an older generation), was seen before or may be
/// used here is for the node to say: a pass knows nothing of it.
public sealed interface Pass permits CardPass, SlotPass, DevicePass {
    /// Number of the issuer key that signed it, 0 to 255.
    int kid();

    PassHandle handle();

    /// Generation, 0 to 65535; the node raises it to revoke what was issued before.
    int generation();
}
