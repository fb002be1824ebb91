package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.model.api.AccountChange;
import org.seatside.model.api.AccountView;
import org.seatside.model.api.ExternalCompletion;
import org.seatside.model.api.ExternalStart;
import org.seatside.model.api.ExternalStarted;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;

/// Signing in at the institution's own service, over HTTP at every step, against a provider that lies in one way.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OidcTest {
    private static final String REDIRECT = "http://127.0.0.1:49152/signed-in";

    private final HttpClient browser = HttpClient.newHttpClient();
    private StubIssuer issuer;
    private CampusFixture campus;
    private AccountView kim;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        issuer = new StubIssuer();
        campus = CampusFixture.start(NodeConfig.in(folder)
                .withPeople(new PeopleConfig(
                        new PeopleConfig.Retention(null, null, null, null),
                        new PeopleConfig.Oidc(issuer.uri(), "seatside", "hush hush"))));
        kim = campus.admin()
                .post(Paths.ACCOUNTS, new NewAccount("kim", null, Set.of(Role.STAFF), null, issuer.uri() + " kim-7"))
                .as(AccountView.class);
    }

    @AfterAll
    void stop() {
        campus.close();
        issuer.close();
        browser.close();
    }

    @BeforeEach
    void tellTheTruth() {
        issuer.lie = StubIssuer.Lie.NONE;
    }

    private ExternalStarted begin() {
        return campus.open()
                .post(Paths.EXTERNAL_SIGN_INS, new ExternalStart(REDIRECT))
                .as(ExternalStarted.class);
    }

    /// What the browser brings back: the query of the address that the provider sends it to.
    private Map<String, String> visit(ExternalStarted started) throws Exception {
        HttpResponse<Void> response = browser.send(
                HttpRequest.newBuilder(URI.create(started.address())).build(), HttpResponse.BodyHandlers.discarding());
        assertEquals(302, response.statusCode());
        URI back = URI.create(response.headers().firstValue("Location").orElseThrow());
        assertTrue(back.toString().startsWith(REDIRECT + "?"), back.toString());
        return StubIssuer.form(back.getRawQuery());
    }

    private Api.Answer complete(String state, String code) {
        return campus.open().post(Paths.EXTERNAL_SIGN_INS + "/completion", new ExternalCompletion(state, code));
    }

    private Api.Answer signIn() throws Exception {
        Map<String, String> back = visit(begin());
        return complete(String.valueOf(back.get("state")), String.valueOf(back.get("code")));
    }

    @Test
    void whoTheProviderNamesIsSignedInWithTheOwnRoles() throws Exception {
        SignedIn session = signIn().as(SignedIn.class);

        assertEquals(kim.id(), session.account());
        assertEquals(Set.of(Role.STAFF), session.roles());
        assertFalse(session.mustChangePassword());
        campus.open().as(session.token()).get(Paths.STUDENTS).expect(200);
        assertEquals(
                "401 sign-in-failed",
                campus.open().post(Paths.SESSIONS, new SignIn("kim", "")).refusal(),
                "there is no password to guess");
    }

    @Test
    void theAddressSaysAllThatTheStandardsAskFor() {
        ExternalStarted started = begin();
        Map<String, String> query =
                StubIssuer.form(URI.create(started.address()).getRawQuery());

        assertEquals(started.state(), query.get("state"));
        assertEquals("S256", query.get("code_challenge_method"));
        assertEquals(43, String.valueOf(query.get("code_challenge")).length());
        assertEquals(43, String.valueOf(query.get("nonce")).length());
        assertEquals(REDIRECT, query.get("redirect_uri"));
        assertEquals("code", query.get("response_type"));
    }

    @ParameterizedTest
    @EnumSource(value = StubIssuer.Lie.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aTokenThatIsWrongInOneWaySignsNobodyIn(StubIssuer.Lie lie) throws Exception {
        issuer.lie = lie;

        assertEquals("401 external-sign-in-failed", signIn().refusal());
    }

    @Test
    void aStateIsGoodOnceAndOnlyOurs() throws Exception {
        ExternalStarted started = begin();
        Map<String, String> back = visit(started);
        String code = String.valueOf(back.get("code"));

        assertEquals("401 external-sign-in-failed", complete("v1.AAAA", code).refusal());
        assertEquals(
                "401 external-sign-in-failed",
                complete(started.state() + "A", code).refusal());
        complete(started.state(), code).expect(200);
        assertEquals(
                "401 external-sign-in-failed", complete(started.state(), code).refusal());
    }

    @Test
    void aCodeOfAnotherSignInFailsAtTheProvider() throws Exception {
        String stolen = String.valueOf(visit(begin()).get("code"));

        assertEquals(
                "401 external-sign-in-failed", complete(begin().state(), stolen).refusal());
        assertEquals("verifier", issuer.refusals().getLast());
    }

    @Test
    void aCodeIsGoodOnce() throws Exception {
        Map<String, String> back = visit(begin());
        String code = String.valueOf(back.get("code"));
        complete(String.valueOf(back.get("state")), code).expect(200);

        assertEquals(
                "401 external-sign-in-failed", complete(begin().state(), code).refusal());
        assertEquals("code", issuer.refusals().getLast());
    }

    @Test
    void whoHasNoAccountOrNoneThatIsActiveIsNotSignedIn() throws Exception {
        campus.admin()
                .put(Paths.ACCOUNTS + "/" + kim.id(), new AccountChange("kim", Set.of(Role.STAFF), false))
                .expect(200);
        try {
            assertEquals("403 no-account", signIn().refusal());
        } finally {
            campus.admin()
                    .put(Paths.ACCOUNTS + "/" + kim.id(), new AccountChange("kim", Set.of(Role.STAFF), true))
                    .expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/signed-in",
                "http://evil.example",
                "http://127.0.0.1.evil.example/",
                "http://127.0.0.1@evil.example/",
                "http://localhost:1/#",
                ""
            })
    void theBrowserGoesBackToTheSameMachineOnly(String redirect) {
        assertEquals(
                "400 redirect-malformed",
                campus.open()
                        .post(Paths.EXTERNAL_SIGN_INS, new ExternalStart(redirect))
                        .refusal());
    }

    @Test
    void aCampusWithoutOneSaysSo(@TempDir Path folder) throws Exception {
        try (CampusFixture plain = CampusFixture.start(folder)) {
            assertEquals(
                    List.of("404 no-external-sign-in"),
                    List.of(plain.open()
                            .post(Paths.EXTERNAL_SIGN_INS, new ExternalStart(REDIRECT))
                            .refusal()));
        }
    }
}
