package org.seatside.service.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.seatside.model.api.Role;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.service.Digests;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.staff.StaffStore.Account;

/// Accounts and sessions of people. Thread-safe.
public final class StaffService {
    static final Duration SESSION = Duration.ofHours(12);
    private static final int SHORTEST_PASSWORD = 15;
    private static final int LONGEST_PASSWORD = 128;
    private static final int MAX_NAME = 64;
    private static final int TOKEN_BYTES = 32;

    private final StaffStore store;
    private final Commands commands;
    private final PasswordHasher passwords;
    private final AttemptLimiter attempts;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Ids ids;
    private final String nobodysHash;

    public StaffService(
            StaffStore store,
            Commands commands,
            PasswordHasher passwords,
            AttemptLimiter attempts,
            InstantSource clock,
            SecureRandom random,
            Ids ids) {
        this.store = store;
        this.commands = commands;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
        this.nobodysHash = passwords.unmatched();
    }

    public boolean needsSetup() {
        return !store.anyAccount();
    }

    /// Makes the first administrator and signs in.
    ///
    /// @param expectedToken from the node's own disk
    public SignedIn setup(Setup setup, String expectedToken, CommandId command) {
        if (!Digests.sha256(setup.token()).equals(Digests.sha256(expectedToken))) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN,
                    "setup-token-wrong",
                    "Copy the token from the file setup-token in the node's data folder.");
        }
        String name = name(setup.name());
        checkPassword(setup.password());
        AccountId account = new AccountId(command.value());
        Set<Role> roles = Set.of(Role.ADMINISTRATOR, Role.STAFF);
        commands.require(
                command,
                Command.NODE,
                new Change.SaveAccount(account, name, passwords.hash(setup.password()), roles, true));
        return open(account, name, roles);
    }

    /// The same answer and the same time for a name nobody has and a wrong password.
    public SignedIn signIn(SignIn signIn) {
        String name = signIn.name().strip();
        Optional<Duration> wait = attempts.wait(name);
        if (wait.isPresent()) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_MANY_ATTEMPTS,
                    "wait",
                    "Too many attempts: try again in " + (wait.get().toSeconds() + 1) + " s.");
        }
        Optional<Account> account = store.account(name);
        boolean right = signIn.password().length() <= LONGEST_PASSWORD
                && passwords.matches(
                        signIn.password(), account.map(Account::passwordHash).orElse(nobodysHash));
        if (!right || account.isEmpty()) {
            attempts.failed(name);
            throw new RefusedException(
                    RefusedException.Kind.UNAUTHENTICATED, "sign-in-failed", "Name or password is wrong.");
        }
        attempts.succeeded(name);
        return open(account.get().id(), account.get().name(), account.get().roles());
    }

    /// Who a session token stands for; empty for an unknown or expired one.
    public Optional<StaffStore.Session> authenticate(String token) {
        return store.session(Digests.sha256(token))
                .filter(session -> clock.instant().isBefore(session.expiresAt()));
    }

    public void signOut(String token) {
        authenticate(token)
                .ifPresent(session -> commands.append(
                        ids.command(), session.account().toString(), new Change.CloseSession(Digests.sha256(token))));
    }

    private SignedIn open(AccountId account, String name, Set<Role> roles) {
        String token = newToken();
        Instant expiresAt = clock.instant().plus(SESSION).truncatedTo(ChronoUnit.SECONDS);
        commands.require(
                ids.command(), account.toString(), new Change.OpenSession(Digests.sha256(token), account, expiresAt));
        return new SignedIn(token, account, name, roles, expiresAt);
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String name(String text) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "name-needed", "Give a name of 1 to 64 characters.");
        }
        return name;
    }

    private static void checkPassword(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "password-length",
                    "A password has 15 to 128 characters: a sentence is easier to remember than a word.");
        }
    }
}
