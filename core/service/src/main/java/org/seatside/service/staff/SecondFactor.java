package org.seatside.service.staff;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.seatside.service.Crockford;
import org.seatside.service.Digests;
import org.seatside.service.Vault;

/// Looks at the codes of authenticators, and at recovery codes. That each counts once is the log's to see to.
/// Thread-safe.
final class SecondFactor {
    private final StaffStore store;
    private final Vault vault;
    private final InstantSource clock;

    /// What a code came to.
    ///
    /// @param step of the one-time code; null where it was none
    /// @param recovery SHA-256 of the recovery code, hexadecimal; null where it was none
    record Proof(@Nullable Long step, @Nullable String recovery) {
        static final Proof NONE = new Proof(null, null);
    }

    SecondFactor(StaffStore store, Vault vault, InstantSource clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /// Empty where the code is wrong or was used, or the account has no second factor.
    Optional<Proof> proof(StaffStore.Account account, String code) {
        String sealed = account.totp();
        if (sealed == null) {
            return Optional.empty();
        }
        byte[] secret = vault.open(OwnAccountService.totpPurpose(account.id()), sealed);
        OptionalLong step = Totp.step(secret, code.strip(), clock.instant(), account.totpStep());
        if (step.isPresent()) {
            return Optional.of(new Proof(step.getAsLong(), null));
        }
        String recovery = Digests.sha256(Crockford.canonical(code));
        return store.hasRecoveryCode(account.id(), recovery)
                ? Optional.of(new Proof(null, recovery))
                : Optional.empty();
    }
}
