package org.seatside.server;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskAssertion;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.KioskToken;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.PairKiosk;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;

/// A kiosk as a node sees it: a device key, check-ins with gap-free numbers.
record Kiosks(KioskId id, KeyPair key, long epoch, AtomicLong seq) {
    private static final Ids IDS = new Ids(InstantSource.system(), new SecureRandom());

    static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Kiosks pair(Api administrator, String name, @Nullable RoomId room) {
        KioskInvitation invitation =
                administrator.post(Paths.KIOSKS, new NewKiosk(name, room)).as(KioskInvitation.class);
        return pairWith(newKey(), administrator, invitation.code());
    }

    static Kiosks pairWith(KeyPair key, Api administrator, String code) {
        PairedKiosk paired = administrator
                .as(null)
                .post(Paths.KIOSKS + "/pair", new PairKiosk(code, text(key)))
                .as(PairedKiosk.class);
        return new Kiosks(paired.kiosk(), key, 1, new AtomicLong());
    }

    static String text(KeyPair key) {
        return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    KioskAssertion assertion(Instant at, String nonce) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key.getPrivate());
            signer.update(KioskAssertion.signedBytes(id, at, nonce));
            return new KioskAssertion(id, at, nonce, Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KioskAssertion assertion() {
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        return assertion(Instant.now(), Base64.getUrlEncoder().withoutPadding().encodeToString(nonce));
    }

    Api signIn(Api api) {
        return api.as(api.as(null)
                .post(Paths.KIOSK_TOKENS, assertion())
                .as(KioskToken.class)
                .token());
    }

    CheckIn checkIn(String student) {
        return checkIn(student, Instant.now());
    }

    CheckIn checkIn(String student, Instant at) {
        return new CheckIn(
                IDS.checkIn(),
                id,
                epoch,
                seq.incrementAndGet(),
                Identification.NUMBER_TYPED,
                student,
                null,
                null,
                new KioskTime(at, System.nanoTime(), 0L, 5L));
    }

    static CheckInId anyId() {
        return IDS.checkIn();
    }
}
