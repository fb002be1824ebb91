package org.seatside.service.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.service.Digests;
import org.seatside.service.Origin;
import org.seatside.service.RefusedException;
import org.seatside.service.Vault;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.log.NotAppendedException;
import org.seatside.service.log.StaffChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in and out. A session ends half an hour after its last use, and twelve hours after it was opened at
/// the latest. Thread-safe.
public final class StaffService {
    static final Duration SESSION = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofMinutes(30);

    /// How old what the log knows of a session's use may become.
    private static final Duration TOUCH = Duration.ofMinutes(5);

    /// How long a hash of an older service is good.
    private static final Duration OLD_HASH = Duration.ofDays(365);

    private static final int TOKEN_BYTES = 32;
    private static final Logger LOG = LoggerFactory.getLogger(StaffService.class);

    private final StaffStore store;
    private final Commands commands;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final SecondFactor secondFactor;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Ids ids;
    private final Map<String, Instant> lastUse = new ConcurrentHashMap<>();

    public StaffService(
            StaffStore store,
            Commands commands,
            Passwords passwords,
            Vault vault,
            InstantSource clock,
            SecureRandom random,
            Ids ids) {
        this.store = store;
        this.commands = commands;
        this.passwords = passwords;
        this.guard = new SignInGuard(commands, clock, ids);
        this.secondFactor = new SecondFactor(store, vault, clock);
        this.clock = clock;
        this.random = random;
        this.ids = ids;
    }

    public boolean needsSetup() {
        return !store.anyAccount();
    }

    /// Makes the first administrator and signs in.
    ///
    /// @param expectedToken from the node's own disk
    public SignedIn setup(Setup setup, String expectedToken, Origin origin, CommandId command) {
        if (!Digests.sha256(setup.token()).equals(Digests.sha256(expectedToken))) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN,
                    "setup-token-wrong",
                    "Copy the token from the file setup-token in the node's data folder.");
        }
        String name = AccountService.name(setup.name());
        String hash = passwords.accept(setup.password(), name);
        AccountId account = new AccountId(command.value());
        Set<Role> roles = Set.of(Role.ADMINISTRATOR, Role.STAFF);
        commands.require(command, Command.NODE, new Change.SaveAccount(account, name, hash, roles, true));
        return open(account, name, roles, false, origin, SecondFactor.Proof.NONE);
    }

    /// The same answer and the same time for a name nobody has and a wrong password.
    ///
    /// @throws RefusedException `code-needed` where the password is right and a one-time code is asked for
    public SignedIn signIn(SignIn signIn, Origin origin) {
        String name = signIn.name().strip();
        Optional<StaffStore.Account> found = store.account(name);
        guard.admit(name, found, origin);
        String hash = found.map(StaffStore.Account::passwordHash).orElse(null);
        boolean right = passwords.matches(signIn.password(), hash)
                && found.filter(this::mayOpenSessions).isPresent();
        if (!right || found.isEmpty() || hash == null) {
            guard.failed(name, found, origin);
            throw wrong();
        }
        StaffStore.Account account = found.get();
        SecondFactor.Proof proof = proof(account, signIn.code(), name, origin);
        boolean mustChange =
                account.mustChange() || (passwords.isOld(hash) && !passwords.isGoodEnough(signIn.password(), name));
        renew(account, signIn.password(), hash, mustChange);
        guard.succeeded(name);
        return open(account.id(), account.name(), account.roles(), mustChange, origin, proof);
    }

    /// Opens a session for who was identified by the institution's own service.
    ///
    /// @param externalId issuer and subject, joined by a blank
    public SignedIn signInExternally(String externalId, Origin origin) {
        StaffStore.Account account = store.accountByExternalId(externalId)
                .filter(this::mayOpenSessions)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.FORBIDDEN,
                        "no-account",
                        "You have no account here: ask an administrator to add one for you."));
        return open(account.id(), account.name(), account.roles(), false, origin, SecondFactor.Proof.NONE);
    }

    private boolean mayOpenSessions(StaffStore.Account account) {
        return account.active() && !SignInGuard.isLocked(account) && !isTooOld(account);
    }

    private boolean isTooOld(StaffStore.Account account) {
        return account.passwordHash() != null
                && passwords.isOld(account.passwordHash())
                && account.passwordAt() != null
                && account.passwordAt().plus(OLD_HASH).isBefore(clock.instant());
    }

    /// The first right password replaces the hash that came from an older service.
    private void renew(StaffStore.Account account, String password, String hash, boolean mustChange) {
        passwords
                .renewed(password, hash)
                .map(fresh -> mustChange
                        ? new StaffChange.SetPassword(account.id(), fresh, true, null)
                        : new StaffChange.Rehash(account.id(), hash, fresh))
                .ifPresent(change -> commands.append(ids.command(), account.id().toString(), change));
    }

    private SecondFactor.Proof proof(StaffStore.Account account, @Nullable String code, String name, Origin origin) {
        if (account.totp() == null) {
            return SecondFactor.Proof.NONE;
        }
        if (code == null || code.isBlank()) {
            throw new RefusedException(
                    RefusedException.Kind.UNAUTHENTICATED,
                    "code-needed",
                    "Type the code that your authenticator shows, or a recovery code.");
        }
        return secondFactor.proof(account, code).orElseThrow(() -> {
            guard.failed(name, Optional.of(account), origin);
            return new RefusedException(
                    RefusedException.Kind.UNAUTHENTICATED,
                    "code-wrong",
                    "The code is wrong or was used: wait for the next.");
        });
    }

    /// Who a session token stands for; empty for an unknown or expired one. Counts as a use of the session.
    public Optional<StaffStore.Session> authenticate(String token) {
        String hash = Digests.sha256(token);
        Optional<StaffStore.Session> session = open(hash);
        session.ifPresent(used -> use(hash, used));
        return session;
    }

    /// Like [#authenticate], for what goes on by itself and must not keep a session alive.
    public Optional<StaffStore.Session> watch(String token) {
        return open(Digests.sha256(token));
    }

    private Optional<StaffStore.Session> open(String hash) {
        Instant now = clock.instant();
        return store.session(hash)
                .filter(StaffStore.Session::active)
                .filter(session -> now.isBefore(session.expiresAt()))
                .filter(session -> now.isBefore(usedAt(hash, session, now).plus(IDLE)));
    }

    private Instant usedAt(String hash, StaffStore.Session session, Instant now) {
        Instant here = lastUse.getOrDefault(hash, Instant.MIN);
        Instant known = session.usedAt() == null ? now : session.usedAt();
        return here.isAfter(known) ? here : known;
    }

    private void use(String hash, StaffStore.Session session) {
        Instant now = clock.instant();
        Instant known = session.usedAt();
        Instant before = lastUse.put(hash, now);
        boolean written = before != null && known != null && !before.isBefore(known.plus(TOUCH));
        if (known == null || written || now.isBefore(known.plus(TOUCH))) {
            return;
        }
        try {
            commands.append(ids.command(), session.account().toString(), new StaffChange.TouchSession(hash));
        } catch (NotAppendedException e) {
            lastUse.put(hash, known);
            LOG.debug("the use of a session is not on record yet: {}", e.getMessage());
        }
    }

    public void signOut(String token) {
        String hash = Digests.sha256(token);
        store.session(hash).ifPresent(session -> {
            commands.append(ids.command(), session.account().toString(), new Change.CloseSession(hash));
            lastUse.remove(hash);
        });
    }

    private SignedIn open(
            AccountId account,
            String name,
            Set<Role> roles,
            boolean mustChange,
            Origin origin,
            SecondFactor.Proof proof) {
        String token = newToken();
        Instant now = clock.instant();
        lastUse.values().removeIf(used -> used.plus(IDLE).isBefore(now));
        Instant expiresAt = now.plus(SESSION).truncatedTo(ChronoUnit.SECONDS);
        StaffChange.StartSession start = new StaffChange.StartSession(
                Digests.sha256(token),
                account,
                expiresAt,
                origin.address(),
                origin.program(),
                proof.step(),
                proof.recovery());
        commands.require(ids.command(), account.toString(), start);
        return new SignedIn(token, account, name, roles, expiresAt, mustChange);
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static RefusedException wrong() {
        return new RefusedException(
                RefusedException.Kind.UNAUTHENTICATED, "sign-in-failed", "Name or password is wrong.");
    }
}
