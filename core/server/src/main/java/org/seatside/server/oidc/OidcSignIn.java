package org.seatside.server.oidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.ExternalCompletion;
import org.seatside.model.api.ExternalStart;
import org.seatside.model.api.ExternalStarted;
import org.seatside.model.api.SignedIn;
import org.seatside.service.Digests;
import org.seatside.service.Origin;
import org.seatside.service.RefusedException;
import org.seatside.service.Vault;
import org.seatside.service.staff.StaffService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs staff in at the institution's own service: authorization code with PKCE (RFC 7636) for an app on the
/// person's own machine (RFC 8252). What has to be remembered between the two steps is sealed into the state, so
/// that any node completes what another began. Thread-safe.
public final class OidcSignIn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Pattern LOOPBACK =
            Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?(/[\\w/-]{0,100})?");
    private static final String PURPOSE = "oidc-state";
    private static final int RANDOM_BYTES = 32;
    private static final int MAX_TEXT = 4_096;
    private static final int REMEMBERED = 10_000;

    private final OidcProvider provider;
    private final String clientId;
    private final StaffService staff;
    private final Vault vault;
    private final Json json;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Instant> spent = new LinkedHashMap<>();

    /// @param clientSecret null for a public client
    public OidcSignIn(
            URI issuer,
            String clientId,
            @Nullable String clientSecret,
            StaffService staff,
            Vault vault,
            Json json,
            InstantSource clock,
            SecureRandom random) {
        this.provider = new OidcProvider(issuer, clientId, clientSecret, json, clock);
        this.clientId = clientId;
        this.staff = staff;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.random = random;
    }

    /// @throws RefusedException `redirect-malformed`, or `provider-unreachable`
    public ExternalStarted start(ExternalStart start) {
        if (!LOOPBACK.matcher(start.redirect()).matches()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "redirect-malformed",
                    "The browser goes back to an address of the same machine, such as http://127.0.0.1:49152/signed-in.");
        }
        Pending pending =
                new Pending(draw(), draw(), start.redirect(), clock.instant().plus(LIFE));
        String state = vault.seal(PURPOSE, json.write(pending));
        try {
            URI address = provider.authorization(Map.of(
                    "response_type",
                    "code",
                    "client_id",
                    clientId,
                    "redirect_uri",
                    start.redirect(),
                    "scope",
                    "openid",
                    "state",
                    state,
                    "nonce",
                    pending.nonce(),
                    "code_challenge",
                    challenge(pending.verifier()),
                    "code_challenge_method",
                    "S256"));
            return new ExternalStarted(address.toString(), state);
        } catch (OidcException e) {
            LOG.warn("nobody can sign in at the institution's own service: {}", e.getMessage());
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "provider-unreachable",
                    "The institution's own sign-in cannot be reached: sign in with a password, or try later.");
        }
    }

    /// @throws RefusedException `external-sign-in-failed`, or `no-account`
    public SignedIn complete(ExternalCompletion completion, Origin origin) {
        if (completion.code().length() > MAX_TEXT || completion.state().length() > MAX_TEXT) {
            throw failed("too long");
        }
        Pending pending = pending(completion.state());
        try {
            String externalId =
                    provider.subject(completion.code(), pending.verifier(), pending.redirect(), pending.nonce());
            return staff.signInExternally(externalId, origin);
        } catch (OidcException e) {
            throw failed(String.valueOf(e.getMessage()));
        }
    }

    private Pending pending(String state) {
        try {
            Pending pending = json.read(vault.open(PURPOSE, state), Pending.class);
            if (clock.instant().isAfter(pending.until()) || !isFirstUse(state, pending.until())) {
                throw failed("the state is too old or was used");
            }
            return pending;
        } catch (Vault.SealBrokenException | MalformedJsonException _) {
            throw failed("the state is not ours");
        }
    }

    private synchronized boolean isFirstUse(String state, Instant until) {
        Instant now = clock.instant();
        spent.values().removeIf(now::isAfter);
        if (spent.size() >= REMEMBERED) {
            return false;
        }
        return spent.putIfAbsent(Digests.sha256(state), until) == null;
    }

    private static RefusedException failed(String why) {
        LOG.info("a sign-in at the institution's own service failed: {}", why);
        return new RefusedException(
                RefusedException.Kind.UNAUTHENTICATED,
                "external-sign-in-failed",
                "Signing in did not succeed: begin again.");
    }

    private String draw() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        provider.close();
    }

    /// What is sealed into the state.
    record Pending(String nonce, String verifier, String redirect, Instant until) {
        @Override
        public String toString() {
            return "Pending[]";
        }
    }
}
