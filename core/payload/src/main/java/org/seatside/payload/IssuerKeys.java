package org.seatside.payload;

import java.util.Map;
import java.util.Optional;

/// The issuer keys a verifier trusts, by key number, and the institution they sign for: all a kiosk needs and all it
/// gets. The algorithm is fixed by the version of the code, never chosen by the code. Immutable.
///
/// @param institution the campus whose codes are accepted
/// @param keys by key number (kid), 0 to 255; two overlap while a key is replaced
public record IssuerKeys(InstitutionId institution, Map<Integer, IssuerPublicKey> keys) {
    private static final int MAX_KID = 255;

    public IssuerKeys {
        keys = Map.copyOf(keys);
        keys.keySet().forEach(IssuerKeys::checkKid);
    }

    Optional<IssuerPublicKey> key(int kid) {
        return Optional.ofNullable(keys.get(kid));
    }

    static void checkKid(int kid) {
        if (kid < 0 || kid > MAX_KID) {
            throw new IllegalArgumentException("A key number is 0 to 255");
        }
    }
}
