package org.seatside.service.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.model.api.KioskAssertion;
import org.seatside.model.id.Ids;
import org.seatside.model.roster.Kiosk;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.RefusedException;
import org.seatside.service.roster.FakeRoster;
import org.seatside.testkit.FakeClock;

class KioskTokensTest {
    private final FakeClock clock = FakeClock.at("2026-03-02T00:00:00Z");
    private final FakeRoster roster = new FakeRoster();
    private final KioskTokens tokens =
            new KioskTokens(roster, new DerivedSecrets(new SecretKeySpec(new byte[32], "HmacSHA256")), clock);
    private KeyPair device;
    private Kiosk kiosk;

    @BeforeEach
    void aPairedKiosk() throws Exception {
        device = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String key = Base64.getEncoder().encodeToString(device.getPublic().getEncoded());
        kiosk = new Kiosk(new Ids(clock, new SplittableRandom(1)).kiosk(), "k", null, key, false);
        roster.kiosks.add(kiosk);
    }

    @Test
    void aSignatureBuysATokenThatLivesTenMinutes() throws Exception {
        String token = tokens.grant(assertion(clock.instant(), "n1")).token();

        assertEquals(Optional.of(kiosk), tokens.authenticate(token));
        clock.advance(Duration.ofMinutes(10));
        assertEquals(Optional.empty(), tokens.authenticate(token));
    }

    @Test
    void anAssertionIsGoodOnce() throws Exception {
        KioskAssertion assertion = assertion(clock.instant(), "n1");
        tokens.grant(assertion);

        assertKind(RefusedException.Kind.UNAUTHENTICATED, assertion);
        clock.advance(Duration.ofMinutes(11));
        assertKind(RefusedException.Kind.INVALID, assertion);
    }

    @Test
    void aClockFarOffIsToldSo() throws Exception {
        assertKind(RefusedException.Kind.INVALID, assertion(clock.instant().plusSeconds(301), "n1"));
        assertKind(RefusedException.Kind.INVALID, assertion(clock.instant().minusSeconds(301), "n2"));
    }

    @Test
    void anotherKeyBuysNothing() throws Exception {
        device = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertKind(RefusedException.Kind.UNAUTHENTICATED, assertion(clock.instant(), "n1"));
    }

    @Test
    void aRevokedKioskIsOutAtOnce() throws Exception {
        String token = tokens.grant(assertion(clock.instant(), "n1")).token();
        roster.kiosks.set(0, new Kiosk(kiosk.id(), kiosk.name(), null, kiosk.publicKey(), true));

        assertEquals(Optional.empty(), tokens.authenticate(token));
        assertKind(RefusedException.Kind.UNAUTHENTICATED, assertion(clock.instant(), "n2"));
    }

    @Test
    void nothingElseIsAToken() throws Exception {
        String token = tokens.grant(assertion(clock.instant(), "n1")).token();

        for (String forged :
                List.of("", ".", "..", token + "x", token.substring(1), token.replaceFirst("\\.\\d", ".9"), "a.b.c")) {
            assertEquals(Optional.empty(), tokens.authenticate(forged), forged);
        }
    }

    private KioskAssertion assertion(Instant at, String nonce) throws Exception {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(device.getPrivate());
        signer.update(KioskAssertion.signedBytes(kiosk.id(), at, nonce));
        return new KioskAssertion(kiosk.id(), at, nonce, Base64.getEncoder().encodeToString(signer.sign()));
    }

    private void assertKind(RefusedException.Kind kind, KioskAssertion assertion) {
        assertEquals(
                kind,
                assertThrows(RefusedException.class, () -> tokens.grant(assertion))
                        .kind());
    }
}
