package org.seatside.server;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.seatside.payload.InstitutionId;
import org.seatside.payload.IssuerKeys;
import org.seatside.payload.IssuerPublicKey;
import org.seatside.payload.PassIssuer;
import org.seatside.payload.RoomCodeIssuer;
import org.seatside.payload.RoomTagCipher;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.service.kiosk.Provisioning;

/// Who this node works for, and with which keys.
///
/// @param tags empty where the campus has no old room tags
record Campus(
        String name,
        ZoneId zone,
        StudentNumberFormat numbers,
        String numberPattern,
        InstitutionId institution,
        NodeKeys keys,
        Optional<RoomTagCipher> tags) {

    IssuerKeys trusted() {
        return new IssuerKeys(institution, Map.of(keys.number(), IssuerPublicKey.of(keys.issuerPublicKey())));
    }

    PassIssuer passIssuer() {
        return new PassIssuer(institution, keys.number(), keys.issuerKey());
    }

    RoomCodeIssuer roomCodeIssuer() {
        return new RoomCodeIssuer(institution, keys.number(), keys.issuerKey());
    }

    Provisioning.Campus forKiosks() {
        return new Provisioning.Campus(
                name,
                zone.getId(),
                institution.toString(),
                Map.of(keys.number(), keys.issuerPublicKeyText()),
                numberPattern);
    }
}
