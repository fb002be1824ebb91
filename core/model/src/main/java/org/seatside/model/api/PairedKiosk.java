package org.seatside.model.api;

import org.seatside.model.id.KioskId;

/// The kiosk now known under its device key.
///
/// @param issuerKey the campus's public issuer key (Ed25519, SubjectPublicKeyInfo in Base64) that signs every
///     [SignedProvision]: the kiosk keeps it and trusts no other
public record PairedKiosk(KioskId kiosk, String name, String issuerKey) {}
