package org.seatside.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.service.retention.RetentionPeriods;

/// What a node is told about people: how long what concerns them is kept, and where staff sign in. Where a
/// component is null when it is made, its default stands.
///
/// @param retention default as [Retention]
/// @param oidc default none: staff sign in with a password of this node alone
/// @param secondFactor roles whose accounts do nothing before they have an authenticator, where they sign in with a
///     password; default none
/// @param proofMinutes how long it is good that somebody proved who they are, for exports, backups and the like:
///     default 10, at most 720
public record PeopleConfig(
        Retention retention,
        Oidc oidc,
        List<Role> secondFactor,
        @Nullable Integer proofMinutes) {
    private static final int PROOF_MINUTES = 10;
    private static final int MOST_PROOF_MINUTES = 720;

    static final PeopleConfig DEFAULT =
            new PeopleConfig(new Retention(null, null, null, null), new Oidc(null, null, null));

    /// Without a role that needs an authenticator.
    public PeopleConfig(Retention retention, Oidc oidc) {
        this(retention, oidc, List.of(), null);
    }

    @JsonCreator
    public PeopleConfig {
        secondFactor = secondFactor == null ? List.of() : List.copyOf(secondFactor);
        retention = orElse(retention, new Retention(null, null, null, null));
        oidc = orElse(oidc, new Oidc(null, null, null));
        proofMinutes = orElse(proofMinutes, PROOF_MINUTES);
        if (proofMinutes < 1 || proofMinutes > MOST_PROOF_MINUTES) {
            throw new IllegalArgumentException("people.proofMinutes is 1 to " + MOST_PROOF_MINUTES);
        }
    }

    Duration proofGood() {
        return Duration.ofMinutes(orElse(proofMinutes, PROOF_MINUTES));
    }

    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /// Days for which something is kept.
    ///
    /// @param attendanceDays records of attendance; null for good
    /// @param refusedDays scans that came to nothing; default 90, 60 or more
    /// @param consentDays consents after they were withdrawn; default 1095
    /// @param auditDays entries of the audit trail; default 730, and no fewer
    public record Retention(
            @Nullable Integer attendanceDays,
            @Nullable Integer refusedDays,
            @Nullable Integer consentDays,
            @Nullable Integer auditDays) {
        public Retention {
            periods(attendanceDays, refusedDays, consentDays, auditDays);
        }

        RetentionPeriods periods() {
            return periods(attendanceDays, refusedDays, consentDays, auditDays);
        }

        private static RetentionPeriods periods(
                @Nullable Integer attendance,
                @Nullable Integer refused,
                @Nullable Integer consents,
                @Nullable Integer audit) {
            RetentionPeriods otherwise = RetentionPeriods.DEFAULT;
            return new RetentionPeriods(
                    attendance,
                    orElse(refused, otherwise.refused()),
                    orElse(consents, otherwise.consents()),
                    orElse(audit, otherwise.audit()));
        }
    }

    /// The institution's own sign-in by OpenID Connect.
    ///
    /// @param issuer as its discovery document names it; https, or a loopback address; null for none
    /// @param clientId under which this campus is registered there; needed with an issuer
    /// @param clientSecret null for a public client
    public record Oidc(
            @Nullable URI issuer,
            @Nullable String clientId,
            @Nullable String clientSecret) {
        public Oidc {
            if (issuer != null && !isSafe(issuer)) {
                throw new IllegalArgumentException("people.oidc.issuer is an address with https");
            }
            if (issuer != null && (clientId == null || clientId.isBlank())) {
                throw new IllegalArgumentException("people.oidc.clientId is needed");
            }
        }

        private static boolean isSafe(URI issuer) {
            return issuer.getHost() != null
                    && ("https".equals(issuer.getScheme())
                            || ("http".equals(issuer.getScheme())
                                    && issuer.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]")));
        }

        @Override
        public String toString() {
            return "Oidc[issuer=" + issuer + "]";
        }
    }
}
