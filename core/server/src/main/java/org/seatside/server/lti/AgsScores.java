package org.seatside.server.lti;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.service.lms.LmsCourse;
import org.seatside.service.lms.LmsException;
import org.seatside.service.lms.LmsScore;
import org.seatside.service.lms.ScoreSender;

/// Scores by LTI Assignment and Grade Services 2.0, users by Names and Role Provisioning Services 2.0. Signs in with a
/// JSON web token signed by the tool's own key (RFC 7523); where a token is refused, once more. Redirects are not
/// followed, answers are capped. Thread-safe.
public final class AgsScores implements ScoreSender, AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Duration ASSERTION = Duration.ofMinutes(5);
    private static final int MAX_ANSWER = 4 << 20;
    private static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    private static final String MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    private static final int REFUSED = 401;

    private final URI tokenUrl;
    private final String clientId;
    private final PrivateKey key;
    private final @Nullable String keyId;
    private final Json json;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private @Nullable Token token;

    /// @param clientId under which this campus's node is registered there
    /// @param key RSA, whose public half is registered there
    /// @param keyId of the key in the registered set; null where it is the only one
    public AgsScores(
            URI tokenUrl, String clientId, PrivateKey key, @Nullable String keyId, Json json, InstantSource clock) {
        this.tokenUrl = tokenUrl;
        this.clientId = clientId;
        this.key = key;
        this.keyId = keyId;
        this.json = json;
        this.clock = clock;
    }

    private record Token(String text, Instant until) {}

    private record TokenAnswer(
            @JsonProperty("access_token") @Nullable String token,
            @JsonProperty("expires_in") @Nullable Long seconds) {}

    private record Members(@Nullable List<Member> members) {}

    private record Member(
            @JsonProperty("user_id") @Nullable String user,
            @JsonProperty("lis_person_sourcedid") @Nullable String number) {}

    private record Score(
            String userId,
            int scoreGiven,
            int scoreMaximum,
            String timestamp,
            String activityProgress,
            String gradingProgress) {}

    @Override
    public Map<String, String> users(LmsCourse course) throws LmsException {
        URI memberships = course.memberships();
        if (memberships == null) {
            return Map.of();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(memberships)
                .header("Accept", "application/vnd.ims.lti-nrps.v2.membershipcontainer+json")
                .GET();
        Map<String, String> users = new HashMap<>();
        List<Member> members = read(authorized(request), Members.class).members();
        for (Member member : members == null ? List.<Member>of() : members) {
            if (member.user() != null && member.number() != null) {
                users.put(member.number(), member.user());
            }
        }
        return users;
    }

    /// The score stands as long as meetings are still to come: it is told as in progress and graded so far.
    @Override
    public void post(LmsCourse course, LmsScore score) throws LmsException {
        Score body = new Score(score.user(), score.percent(), 100, score.at().toString(), "InProgress", "FullyGraded");
        String item = course.lineItem().toString();
        int query = item.indexOf('?');
        String scores = query < 0 ? item + "/scores" : item.substring(0, query) + "/scores" + item.substring(query);
        authorized(HttpRequest.newBuilder(URI.create(scores))
                .header("Content-Type", "application/vnd.ims.lis.v1.score+json")
                .POST(BodyPublishers.ofByteArray(json.write(body))));
    }

    private byte[] authorized(HttpRequest.Builder request) throws LmsException {
        String bearer = token(null);
        HttpResponse<byte[]> response = send(request.setHeader("Authorization", "Bearer " + bearer));
        if (response.statusCode() == REFUSED) {
            response = send(request.setHeader("Authorization", "Bearer " + token(bearer)));
        }
        return good(response);
    }

    /// @param refused the token that is no good any more; null where none was
    private synchronized String token(@Nullable String refused) throws LmsException {
        Token known = token;
        if (known != null && !known.text().equals(refused) && clock.instant().isBefore(known.until())) {
            return known.text();
        }
        String form = "grant_type=client_credentials"
                + "&client_assertion_type=" + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                + "&client_assertion=" + encoded(assertion())
                + "&scope=" + encoded(SCORE + " " + MEMBERS);
        TokenAnswer answer = read(
                good(send(HttpRequest.newBuilder(tokenUrl)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))),
                TokenAnswer.class);
        if (answer.token() == null) {
            throw new LmsException("it gave no token");
        }
        long seconds = answer.seconds() == null ? 300 : Math.max(60, answer.seconds());
        Token fresh = new Token(answer.token(), clock.instant().plusSeconds(seconds - 30));
        token = fresh;
        return fresh.text();
    }

    private String assertion() throws LmsException {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(tokenUrl.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        try {
            signed.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new LmsException("the key of lms.keyFile does not sign", e);
        }
        return signed.serialize();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws LmsException {
        var pending = http.sendAsync(
                request.timeout(WITHIN).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        try {
            return pending.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new LmsException("it did not answer within 30 s", e);
        } catch (ExecutionException e) {
            throw new LmsException(e.getCause() instanceof IOException ? "the connection broke" : "no HTTP", e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new LmsException("interrupted", e);
        }
    }

    private static byte[] good(HttpResponse<byte[]> response) throws LmsException {
        if (response.statusCode() / 100 != 2) {
            throw new LmsException("it answered " + response.statusCode());
        }
        return response.body();
    }

    private <T> T read(byte[] body, Class<T> type) throws LmsException {
        try {
            return json.read(body, type);
        } catch (MalformedJsonException e) {
            throw new LmsException("its answer is not what the standard says", e);
        }
    }

    /// Calls under way end.
    @Override
    public void close() {
        http.shutdownNow();
    }
}
