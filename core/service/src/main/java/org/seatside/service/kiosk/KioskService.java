package org.seatside.service.kiosk;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.PairKiosk;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Kiosk;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.Digests;
import org.seatside.service.RefusedException;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.roster.RosterStore;
import org.seatside.service.staff.AttemptLimiter;

/// Invites, pairs, places and revokes kiosks. Thread-safe.
public final class KioskService {
    static final Duration INVITATION = Duration.ofMinutes(10);
    private static final int CODE_BITS = 40;
    private static final int MAX_NAME = 100;
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String GUESSING = "pairing";

    private final RosterStore store;
    private final Commands commands;
    private final DerivedSecrets secrets;
    private final KioskPresence presence;
    private final AttemptLimiter attempts;
    private final InstantSource clock;
    private final String issuerKey;

    /// @param issuerKey the public key that signs provisions, SubjectPublicKeyInfo in Base64
    public KioskService(
            RosterStore store,
            Commands commands,
            DerivedSecrets secrets,
            KioskPresence presence,
            AttemptLimiter attempts,
            InstantSource clock,
            String issuerKey) {
        this.store = store;
        this.commands = commands;
        this.secrets = secrets;
        this.presence = presence;
        this.attempts = attempts;
        this.clock = clock;
        this.issuerKey = issuerKey;
    }

    public List<KioskView> kiosks() {
        return store.kiosks().stream().map(presence::view).toList();
    }

    public KioskInvitation invite(NewKiosk kiosk, String actor, CommandId command) {
        String name = kiosk.name().strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "name-needed", "Give a name of 1 to 100 characters.");
        }
        KioskId id = new KioskId(command.value());
        String code = code(command);
        Instant expiresAt = clock.instant().plus(INVITATION);
        commands.require(
                command, actor, new Change.InviteKiosk(id, name, kiosk.room(), Digests.sha256(code), expiresAt));
        return new KioskInvitation(id, code, expiresAt);
    }

    private String code(CommandId command) {
        long bits = 0;
        for (byte part : secrets.derive("kiosk-invitation", command.toString(), CODE_BITS / Byte.SIZE)) {
            bits = (bits << Byte.SIZE) | (part & 0xff);
        }
        StringBuilder code = new StringBuilder();
        for (int shift = CODE_BITS - 5; shift >= 0; shift -= 5) {
            code.append(CROCKFORD.charAt((int) (bits >>> shift) & 31));
        }
        return code.toString();
    }

    /// Registers a kiosk's device key against its invitation, once.
    public PairedKiosk pair(PairKiosk pairing, CommandId command) {
        attempts.wait(GUESSING).ifPresent(wait -> {
            throw new RefusedException(
                    RefusedException.Kind.TOO_MANY_ATTEMPTS,
                    "wait",
                    "Too many wrong pairing codes: try again in " + (wait.toSeconds() + 1) + " s.");
        });
        checkKey(pairing.publicKey());
        CommandLog.Applied applied;
        try {
            applied = commands.require(
                    command,
                    Command.NODE,
                    new Change.PairKiosk(Digests.sha256(canonical(pairing.code())), pairing.publicKey()));
        } catch (RefusedException e) {
            attempts.failed(GUESSING);
            throw e;
        }
        attempts.succeeded(GUESSING);
        if (!(applied.result() instanceof ApplyResult.Paired(KioskId id))) {
            throw new IllegalStateException("a pairing is answered by its kiosk");
        }
        Kiosk paired = store.kiosk(id).orElseThrow();
        return new PairedKiosk(paired.id(), paired.name(), issuerKey);
    }

    /// Crockford's alphabet: case does not matter, O reads as 0, I and L as 1, hyphens and spaces are for the
    /// eye.
    private static String canonical(String code) {
        return code.toUpperCase(Locale.ROOT)
                .replaceAll("[ -]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static void checkKey(String publicKey) {
        try {
            byte[] encoded = Base64.getDecoder().decode(publicKey);
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "key-malformed",
                    "The device key is an Ed25519 SubjectPublicKeyInfo in Base64.");
        }
    }

    public void place(KioskId kiosk, @Nullable RoomId room, String actor, CommandId command) {
        commands.require(command, actor, new Change.PlaceKiosk(kiosk, room));
    }

    public void revoke(KioskId kiosk, String actor, CommandId command) {
        commands.require(command, actor, new Change.RevokeKiosk(kiosk));
    }
}
