package org.seatside.service.kiosk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.seatside.model.api.KioskAssertion;
import org.seatside.model.api.KioskToken;
import org.seatside.model.id.KioskId;
import org.seatside.model.roster.Kiosk;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.RefusedException;
import org.seatside.service.roster.RosterStore;

/// Short-lived tokens for kiosks against a signature by the device key. A token is `kiosk.expiry.mac`, so any
/// node with the campus's secret accepts it and none has to remember it. Thread-safe.
public final class KioskTokens {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final int MAC_LENGTH = 32;
    private static final int NONCES = 100_000;
    private static final int MAX_NONCE = 64;

    private final RosterStore store;
    private final DerivedSecrets secrets;
    private final InstantSource clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    public KioskTokens(RosterStore store, DerivedSecrets secrets, InstantSource clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// @throws RefusedException UNAUTHENTICATED for a kiosk that is unknown, revoked or does not hold the key;
    ///     INVALID `clock-off` where only the time is wrong, so that the kiosk measures its offset and asks
    ///     again
    public KioskToken grant(KioskAssertion assertion) {
        Instant now = clock.instant();
        Kiosk kiosk = store.kiosk(assertion.kiosk()).filter(Kiosk::paired).orElseThrow(KioskTokens::refused);
        if (assertion.nonce().length() > MAX_NONCE || !signedBy(kiosk, assertion)) {
            throw refused();
        }
        if (Duration.between(assertion.at(), now).abs().compareTo(CLOCK_TOLERANCE) > 0) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "clock-off",
                    "The kiosk's clock is more than 5 minutes off: measure the offset and sign again.");
        }
        if (!isFresh(assertion.kiosk() + " " + assertion.nonce(), now)) {
            throw refused();
        }
        Instant expiresAt = Instant.ofEpochSecond(now.plus(LIFE).getEpochSecond());
        String claim = assertion.kiosk() + "." + expiresAt.getEpochSecond();
        return new KioskToken(claim + "." + mac(claim), expiresAt, now);
    }

    /// The kiosk a token stands for: empty for a forged or expired one, or a kiosk revoked meanwhile.
    public Optional<Kiosk> authenticate(String token) {
        int cut = token.lastIndexOf('.');
        if (cut < 0 || !constantTimeEquals(token.substring(cut + 1), mac(token.substring(0, cut)))) {
            return Optional.empty();
        }
        String[] claim = token.substring(0, cut).split("\\.", 2);
        return clock.instant().getEpochSecond() >= Long.parseLong(claim[1])
                ? Optional.empty()
                : store.kiosk(KioskId.of(claim[0])).filter(Kiosk::paired);
    }

    private String mac(String claim) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.derive("kiosk-token", claim, MAC_LENGTH));
    }

    private static boolean constantTimeEquals(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized boolean isFresh(String nonce, Instant now) {
        Iterator<Instant> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            boolean remembered =
                    !oldest.next().plus(CLOCK_TOLERANCE.multipliedBy(2)).isBefore(now);
            if (remembered && seen.size() <= NONCES) {
                break;
            }
            oldest.remove();
        }
        return seen.putIfAbsent(nonce, now) == null;
    }

    private static boolean signedBy(Kiosk kiosk, KioskAssertion assertion) {
        try {
            byte[] encoded = Base64.getDecoder().decode(kiosk.publicKey());
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(KioskAssertion.signedBytes(assertion.kiosk(), assertion.at(), assertion.nonce()));
            return verifier.verify(Base64.getDecoder().decode(assertion.signature()));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false; // whatever is wrong with it, it is not that kiosk's signature
        }
    }

    private static RefusedException refused() {
        return new RefusedException(
                RefusedException.Kind.UNAUTHENTICATED, "kiosk-unknown", "Pair this kiosk with the campus again.");
    }
}
