package org.seatside.server.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;

/// One OpenID provider: finds its addresses and keys, exchanges codes and reads ID tokens (OpenID Connect Core
/// 1.0, section 3.1.3.7). Thread-safe; blocks up to ten seconds a call.
final class OidcProvider implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration KEYS_AGAIN = Duration.ofMinutes(1);
    private static final int LARGEST = 256 * 1024;
    private static final int SKEW_SECONDS = 60;

    /// No `none`, and none under which a public key would serve as a secret.
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final URI issuer;
    private final String clientId;
    private final @Nullable String clientSecret;
    private final Json json;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private @Nullable Known known;

    OidcProvider(URI issuer, String clientId, @Nullable String clientSecret, Json json, InstantSource clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.json = json;
        this.clock = clock;
    }

    /// Where to sign in.
    URI authorization(Map<String, String> parameters) throws OidcException {
        String endpoint = known().discovery().authorization_endpoint();
        return URI.create(endpoint + (endpoint.indexOf('?') < 0 ? "?" : "&") + form(parameters));
    }

    /// Exchanges a code for who it stands for.
    ///
    /// @return issuer and subject, joined by a blank
    String subject(String code, String verifier, String redirect, String nonce) throws OidcException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        address(known().discovery().token_endpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded");
        Map<String, String> fields = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", verifier,
                "client_id", clientId);
        if (clientSecret != null) {
            String pair = encode(clientId) + ":" + encode(clientSecret);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        Tokens tokens = send(request.POST(HttpRequest.BodyPublishers.ofString(form(fields))), Tokens.class);
        if (tokens.id_token() == null) {
            throw new OidcException("the token endpoint gave no ID token");
        }
        JWTClaimsSet claims = verified(tokens.id_token(), nonce);
        return claims.getIssuer() + " " + claims.getSubject();
    }

    private JWTClaimsSet verified(String token, String nonce) throws OidcException {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys(parsed))));
            processor.setJWTClaimsSetVerifier(new Claims(nonce));
            JWTClaimsSet claims = processor.process(parsed, null);
            boolean forOthersToo = claims.getAudience().size() > 1;
            if (forOthersToo && !clientId.equals(claims.getStringClaim("azp"))) {
                throw new OidcException("the ID token was issued to another client");
            }
            return claims;
        } catch (ParseException e) {
            throw new OidcException("the ID token is no signed JWT", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new OidcException(
                    "the ID token does not hold: " + e.getClass().getSimpleName(), e);
        }
    }

    /// Asks for the keys again where the one wanted is new.
    private JWKSet keys(SignedJWT token) throws OidcException {
        Known now = known();
        String wanted = token.getHeader().getKeyID();
        boolean missing = wanted != null && now.keys().getKeyByKeyId(wanted) == null;
        if (missing && clock.instant().isAfter(now.at().plus(KEYS_AGAIN))) {
            return fetch().keys();
        }
        return now.keys();
    }

    private Known known() throws OidcException {
        Known now;
        synchronized (this) {
            now = known;
        }
        return now == null || clock.instant().isAfter(now.at().plus(FRESH)) ? fetch() : now;
    }

    private Known fetch() throws OidcException {
        String base = issuer.toString().replaceAll("/$", "");
        Discovery discovery =
                send(HttpRequest.newBuilder(address(base + "/.well-known/openid-configuration")), Discovery.class);
        if (!discovery.issuer().equals(issuer.toString())) {
            throw new OidcException("the discovery document is another issuer's");
        }
        try {
            byte[] keys = send(HttpRequest.newBuilder(address(discovery.jwks_uri())));
            Known fresh = new Known(discovery, JWKSet.parse(new String(keys, StandardCharsets.UTF_8)), clock.instant());
            synchronized (this) {
                known = fresh;
            }
            return fresh;
        } catch (ParseException e) {
            throw new OidcException("the keys cannot be read", e);
        }
    }

    private <T> T send(HttpRequest.Builder request, Class<T> type) throws OidcException {
        try {
            return json.read(send(request), type);
        } catch (MalformedJsonException e) {
            throw new OidcException("an answer is not what OpenID Connect says", e);
        }
    }

    private byte[] send(HttpRequest.Builder request) throws OidcException {
        try {
            HttpResponse<byte[]> response = http.send(
                    request.header("Accept", "application/json").timeout(WITHIN).build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
            if (response.statusCode() != 200) {
                throw new OidcException("an answer has the status " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new OidcException("the provider cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OidcException("interrupted", e);
        }
    }

    /// As safe as the issuer: no address of its leads to plain HTTP.
    private URI address(String text) throws OidcException {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && issuer.getScheme().equals(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new OidcException("an address of the provider is malformed", e);
        }
        throw new OidcException("an address of the provider is not as safe as the provider's own");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        Claims(String nonce) {
            super(
                    clientId,
                    new JWTClaimsSet.Builder()
                            .issuer(issuer.toString())
                            .claim("nonce", nonce)
                            .build(),
                    Set.of("sub", "exp", "iat"));
            setMaxClockSkew(SKEW_SECONDS);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }

    private record Known(Discovery discovery, JWKSet keys, Instant at) {}

    /// OpenID Connect Discovery 1.0, section 3: the names are its own.
    record Discovery(String issuer, String authorization_endpoint, String token_endpoint, String jwks_uri) {}

    /// RFC 6749, section 5.1.
    record Tokens(@Nullable String id_token) {
        @Override
        public String toString() {
            return "Tokens[]";
        }
    }
}
