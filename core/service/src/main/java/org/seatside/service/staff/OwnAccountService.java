package org.seatside.service.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.seatside.model.api.NewProof;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.RecoveryCodes;
import org.seatside.model.api.SessionView;
import org.seatside.model.api.TotpEnrolment;
import org.seatside.model.api.TotpProof;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.service.Crockford;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.Digests;
import org.seatside.service.Origin;
import org.seatside.service.RefusedException;
import org.seatside.service.Vault;
import org.seatside.service.log.Commands;
import org.seatside.service.log.StaffChange;

/// What people do with the own account: password, second factor, sessions. Thread-safe.
public final class OwnAccountService {
    private static final int RECOVERY_CODES = 10;

    /// 120 bits, so that a plain hash of them is enough (ASVS 5.0, 6.5.2).
    private static final int RECOVERY_LENGTH = 15;

    private final StaffStore store;
    private final Commands commands;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Vault vault;
    private final SecondFactor secondFactor;
    private final DerivedSecrets secrets;
    private final InstantSource clock;
    private final String issuer;

    /// @param issuer what an authenticator calls this campus
    public OwnAccountService(
            StaffStore store,
            Commands commands,
            Passwords passwords,
            Vault vault,
            DerivedSecrets secrets,
            InstantSource clock,
            Ids ids,
            String issuer) {
        this.store = store;
        this.commands = commands;
        this.passwords = passwords;
        this.guard = new SignInGuard(commands, clock, ids);
        this.vault = vault;
        this.secondFactor = new SecondFactor(store, vault, clock);
        this.secrets = secrets;
        this.clock = clock;
        this.issuer = issuer;
    }

    static String totpPurpose(AccountId account) {
        return "totp " + account;
    }

    /// Ends all other sessions.
    ///
    /// @param token of the session that goes on
    public void changePassword(AccountId id, String token, PasswordChange change, Origin origin, CommandId command) {
        StaffStore.Account account = checked(id, change.current(), origin);
        if (change.password().equals(change.current())) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "password-same", "Take another password than the one you have.");
        }
        String hash = passwords.accept(change.password(), account.name());
        require(id, new StaffChange.SetPassword(id, hash, false, Digests.sha256(token)), command);
    }

    /// A secret to be read by an authenticator. The same command id gives the same one.
    public TotpEnrolment enrol(AccountId id, CommandId command) {
        String secret = Totp.base32(secret(id, command));
        String label = encode(issuer) + ":" + encode(account(id).name());
        return new TotpEnrolment(secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + encode(issuer));
    }

    /// From here on signing in needs a code.
    public RecoveryCodes confirm(AccountId id, TotpProof proof, CommandId command) {
        byte[] secret = secret(id, proof.enrolment());
        OptionalLong step = Totp.step(secret, proof.code().strip(), clock.instant(), Long.MIN_VALUE);
        if (step.isEmpty()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "code-wrong",
                    "This is not the code the authenticator shows now: check the time on the phone.");
        }
        List<String> codes = IntStream.range(0, RECOVERY_CODES)
                .mapToObj(number ->
                        Crockford.text(secrets.derive("recovery-code", command + " " + number, RECOVERY_LENGTH)))
                .toList();
        List<String> hashes =
                codes.stream().map(Crockford::canonical).map(Digests::sha256).toList();
        String sealed = vault.seal(totpPurpose(id), secret);
        require(id, new StaffChange.SaveTotp(id, sealed, step.getAsLong(), hashes), command);
        return new RecoveryCodes(codes);
    }

    /// @param password the own one, since an open screen is no proof
    public void removeSecondFactor(AccountId id, String password, Origin origin, CommandId command) {
        checked(id, password, origin);
        require(id, new StaffChange.RemoveTotp(id), command);
    }

    /// Proves that it is still the session's person, by password or code.
    ///
    /// @param token of the session
    /// @throws RefusedException `password-wrong`, `code-wrong`; it counts as a failed attempt to sign in
    public void prove(AccountId id, String token, NewProof proof, Origin origin, CommandId command) {
        SecondFactor.Proof shown = SecondFactor.Proof.NONE;
        if (proof.code() != null && !proof.code().isBlank()) {
            shown = checkedCode(id, proof.code(), origin);
        } else {
            checked(id, Objects.requireNonNullElse(proof.password(), ""), origin);
        }
        require(id, new StaffChange.ProveSession(Digests.sha256(token), id, shown.step(), shown.recovery()), command);
    }

    private SecondFactor.Proof checkedCode(AccountId id, String code, Origin origin) {
        StaffStore.Account account = account(id);
        guard.admit(account.name(), Optional.of(account), origin);
        Optional<SecondFactor.Proof> proof = secondFactor.proof(account, code);
        if (proof.isEmpty()) {
            guard.failed(account.name(), Optional.of(account), origin);
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN, "code-wrong", "The code is wrong or was used: wait for the next.");
        }
        guard.succeeded(account.name());
        return proof.get();
    }

    /// @param token of the session that asks
    public List<SessionView> sessions(AccountId id, String token) {
        String current = Digests.sha256(token);
        return store.sessions(id).stream()
                .filter(session -> clock.instant().isBefore(session.expiresAt()))
                .map(session -> new SessionView(
                        session.id(),
                        session.openedAt(),
                        session.usedAt(),
                        session.expiresAt(),
                        session.from(),
                        session.program(),
                        session.tokenHash().equals(current)))
                .toList();
    }

    public void endSession(AccountId id, UUID session, CommandId command) {
        require(id, new StaffChange.EndSession(id, session), command);
    }

    /// Signs out everywhere, here too.
    public void endSessions(AccountId id, CommandId command) {
        require(id, new StaffChange.EndSessions(id), command);
    }

    private StaffStore.Account checked(AccountId id, String password, Origin origin) {
        StaffStore.Account account = account(id);
        guard.admit(account.name(), Optional.of(account), origin);
        if (!passwords.matches(password, account.passwordHash())) {
            guard.failed(account.name(), Optional.of(account), origin);
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN, "password-wrong", "The current password is another.");
        }
        guard.succeeded(account.name());
        return account;
    }

    private StaffStore.Account account(AccountId id) {
        return store.account(id)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.NOT_FOUND, "not-found", "There is no such account any more."));
    }

    /// Derived, so that nothing is kept before the authenticator proved that it has it.
    private byte[] secret(AccountId id, CommandId enrolment) {
        return secrets.derive("totp-secret", id + " " + enrolment, Totp.SECRET_LENGTH);
    }

    private void require(AccountId id, StaffChange change, CommandId command) {
        commands.require(command, id.toString(), change);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
