package org.seatside.service.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.Ids;
import org.seatside.service.Origin;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.log.StaffChange;

/// Slows down who guesses passwords and codes: by name, whether anybody has it or not; by address; and by account
/// in the log, so that neither a restart nor another node begins anew. After a hundred failures in a row an
/// account is locked (NIST SP 800-63B-4, section 3.2.2). Thread-safe.
final class SignInGuard {
    static final int LOCKED_AFTER = 100;
    private static final int FREE_BY_ADDRESS = 20;

    private final AttemptLimiter names;
    private final AttemptLimiter addresses;
    private final Commands commands;
    private final InstantSource clock;
    private final Ids ids;

    SignInGuard(Commands commands, InstantSource clock, Ids ids) {
        this.names = new AttemptLimiter(clock);
        this.addresses = new AttemptLimiter(clock, FREE_BY_ADDRESS);
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
    }

    /// @throws RefusedException TOO_MANY_ATTEMPTS where it is too early to try again
    void admit(String name, Optional<StaffStore.Account> account, Origin origin) {
        Duration wait = names.wait(name).orElse(Duration.ZERO);
        wait = longer(wait, byAddress(origin.address()));
        wait = longer(wait, account.map(this::byAccount).orElse(Duration.ZERO));
        if (!wait.isZero()) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_MANY_ATTEMPTS,
                    "wait",
                    "Too many attempts: try again in " + (wait.toSeconds() + 1) + " s.");
        }
    }

    static boolean isLocked(StaffStore.Account account) {
        return account.failures() >= LOCKED_AFTER;
    }

    void failed(String name, Optional<StaffStore.Account> account, Origin origin) {
        names.failed(name);
        if (origin.address() != null) {
            addresses.failed(origin.address());
        }
        account.ifPresent(known ->
                commands.append(ids.command(), Command.NODE, new StaffChange.FailSignIn(known.id(), origin.address())));
    }

    void succeeded(String name) {
        names.succeeded(name);
    }

    private Duration byAddress(@Nullable String address) {
        return address == null ? Duration.ZERO : addresses.wait(address).orElse(Duration.ZERO);
    }

    private Duration byAccount(StaffStore.Account account) {
        Instant last = account.failedAt();
        if (last == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), last.plus(AttemptLimiter.waitAfter(account.failures())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
