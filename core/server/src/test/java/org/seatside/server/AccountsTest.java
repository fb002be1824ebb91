package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.AccountChange;
import org.seatside.model.api.AccountView;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewPassword;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.RecoveryCodes;
import org.seatside.model.api.Role;
import org.seatside.model.api.SessionView;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.api.TotpEnrolment;
import org.seatside.model.api.TotpProof;
import org.seatside.model.id.CommandId;

/// Accounts, second factor and sessions over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountsTest {
    private static final String FIRST = "the first password of all";
    private static final String SECOND = "the second sentence is mine";
    private static final TypeReference<List<SessionView>> SESSIONS = new TypeReference<>() {};

    private CampusFixture campus;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        campus = CampusFixture.start(folder);
    }

    @AfterAll
    void stop() {
        campus.close();
    }

    private AccountView add(String name, Role... roles) {
        return campus.admin()
                .post(Paths.ACCOUNTS, new NewAccount(name, FIRST, Set.of(roles), null, null))
                .as(AccountView.class);
    }

    private SignedIn signIn(String name, String password) {
        return campus.open().post(Paths.SESSIONS, new SignIn(name, password)).as(SignedIn.class);
    }

    /// Signs in with a password of the person's own.
    private Api person(String name, Role... roles) {
        add(name, roles);
        Api first = campus.open().as(signIn(name, FIRST).token());
        first.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(FIRST, SECOND))
                .expect(204);
        return first;
    }

    @Test
    void whoNeedsAnAuthenticatorDoesNothingBeforeThereIsOne(@TempDir Path folder) throws Exception {
        NodeConfig config = NodeConfig.in(folder)
                .withPeople(new PeopleConfig(
                        PeopleConfig.DEFAULT.retention(),
                        PeopleConfig.DEFAULT.oidc(),
                        List.of(Role.ADMINISTRATOR),
                        null));
        try (CampusFixture strict = CampusFixture.start(config)) {
            Api admin = strict.admin();
            assertEquals("403 second-factor-needed", admin.get(Paths.ACCOUNTS).refusal());
            CommandId enrolment = CommandId.of(UUID.randomUUID().toString());
            TotpEnrolment secret = admin.send(
                            "POST", Paths.OWN_ACCOUNT + "/totp", null, Map.of("Idempotency-Key", enrolment.toString()))
                    .as(TotpEnrolment.class);
            long step = Instant.now().getEpochSecond() / 30;
            admin.put(Paths.OWN_ACCOUNT + "/totp", new TotpProof(enrolment, code(secret.secret(), step)))
                    .expect(200);
            assertEquals(200, admin.get(Paths.ACCOUNTS).status());
        }
    }

    @Test
    void aPasswordFromAnAdministratorIsGoodForANewOneOnly() {
        add("first", Role.STAFF);
        SignedIn session = signIn("first", FIRST);
        Api first = campus.open().as(session.token());

        assertTrue(session.mustChangePassword());
        assertEquals("403 password-change-needed", first.get(Paths.STUDENTS).refusal());
        assertEquals(
                "403 password-wrong",
                first.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange("other", SECOND))
                        .refusal());
        assertEquals(
                "400 password-same",
                first.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(FIRST, FIRST))
                        .refusal());
        assertEquals(
                "400 password-common",
                first.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(FIRST, "passwordpassword"))
                        .refusal());
        first.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(FIRST, SECOND))
                .expect(204);

        first.get(Paths.STUDENTS).expect(200);
        assertFalse(signIn("first", SECOND).mustChangePassword());
    }

    @Test
    void rolesDecideAtOnce() {
        Api lecturer = person("lecturer", Role.LECTURER);
        AccountView account = account("lecturer");
        assertEquals("403 not-allowed", lecturer.get(Paths.STUDENTS).refusal());

        AccountView changed = campus.admin()
                .put(at(account), new AccountChange("lecturer", Set.of(Role.LECTURER, Role.STAFF), true))
                .as(AccountView.class);

        assertEquals(Set.of(Role.LECTURER, Role.STAFF), changed.roles());
        lecturer.get(Paths.STUDENTS).expect(200);
        campus.admin()
                .put(at(account), new AccountChange("lecturer", changed.roles(), false))
                .expect(200);
        assertEquals("401 signed-out", lecturer.get(Paths.STUDENTS).refusal());
        assertEquals(
                "401 sign-in-failed",
                campus.open()
                        .post(Paths.SESSIONS, new SignIn("lecturer", SECOND))
                        .refusal());
    }

    @Test
    void nobodyChangesTheOwnRolesAndAnAccountHasSome() {
        String own = Paths.ACCOUNTS + "/" + campus.session().account();
        Set<Role> more = Set.of(Role.ADMINISTRATOR, Role.STAFF, Role.SUPPORT_OFFICER);

        assertEquals(
                "403 own-roles",
                campus.admin().put(own, new AccountChange("Admin", more, true)).refusal());
        assertEquals(
                "400 roles-malformed",
                campus.admin()
                        .post(Paths.ACCOUNTS, new NewAccount("x", FIRST, Set.of(), null, null))
                        .refusal());
        assertEquals(
                "400 roles-malformed",
                campus.admin()
                        .post(Paths.ACCOUNTS, new NewAccount("x", FIRST, Set.of(Role.STUDENT), null, null))
                        .refusal());
        assertEquals(
                "400 password-needed",
                campus.admin()
                        .post(Paths.ACCOUNTS, new NewAccount("x", null, Set.of(Role.STAFF), null, null))
                        .refusal());
        assertEquals(
                "404 not-found",
                campus.admin().get(Paths.ACCOUNTS + "/" + UUID.randomUUID()).refusal());
    }

    @Test
    void aSecondFactorIsAskedForFromThenOn() throws Exception {
        Api person = person("factor", Role.STAFF);
        CommandId enrolment = CommandId.of(UUID.randomUUID().toString());
        TotpEnrolment secret = person.send(
                        "POST", Paths.OWN_ACCOUNT + "/totp", null, Map.of("Idempotency-Key", enrolment.toString()))
                .as(TotpEnrolment.class);
        assertTrue(secret.uri().startsWith("otpauth://totp/Seatside%20Campus:factor?secret=" + secret.secret()));
        assertEquals(
                "400 code-wrong",
                person.put(Paths.OWN_ACCOUNT + "/totp", new TotpProof(enrolment, "000"))
                        .refusal());
        long step = Instant.now().getEpochSecond() / 30;
        RecoveryCodes recovery = person.put(
                        Paths.OWN_ACCOUNT + "/totp", new TotpProof(enrolment, code(secret.secret(), step)))
                .as(RecoveryCodes.class);

        assertEquals(10, Set.copyOf(recovery.codes()).size());
        assertEquals("401 code-needed", signInWith(null));
        assertEquals("401 code-wrong", signInWith(code(secret.secret(), step)), "it was used to enrol");
        assertEquals("200", signInWith(code(secret.secret(), step + 1)));
        assertEquals("401 code-wrong", signInWith(code(secret.secret(), step + 1)));
        assertEquals("200", signInWith(recovery.codes().getFirst().toLowerCase(Locale.ROOT)));
        assertEquals("401 code-wrong", signInWith(recovery.codes().getFirst()));
        assertTrue(account("factor").secondFactor());

        person.post(Paths.OWN_ACCOUNT + "/totp/removal", new NewPassword(SECOND))
                .expect(204);
        assertEquals("200", signInWith(null));
    }

    private String signInWith(@Nullable String code) {
        Api.Answer answer = campus.open().post(Paths.SESSIONS, new SignIn("factor", SECOND, code));
        return answer.status() == 200 ? "200" : answer.refusal();
    }

    @Test
    void sessionsAreListedAndSignedOutOneByOneAndAllAtOnce() {
        Api here = person("sessions", Role.AUDITOR);
        Api there = campus.open().as(signIn("sessions", SECOND).token());
        Api elsewhere = campus.open().as(signIn("sessions", SECOND).token());
        List<SessionView> sessions = here.get(Paths.SESSIONS).as(SESSIONS);
        assertEquals(3, sessions.size());
        assertEquals(
                List.of(false, false, true),
                sessions.stream().map(SessionView::current).toList());
        assertEquals("127.0.0.1", sessions.getFirst().from());
        assertTrue(String.valueOf(sessions.getFirst().program()).startsWith("Java-http-client/"));

        here.delete(Paths.SESSIONS + "/" + sessions.getFirst().id()).expect(204);
        assertEquals("401 signed-out", elsewhere.get(Paths.SESSIONS).refusal());
        there.get(Paths.SESSIONS).expect(200);
        there.delete(Paths.SESSIONS).expect(204);

        assertEquals("401 signed-out", there.get(Paths.SESSIONS).refusal());
        assertEquals("401 signed-out", here.get(Paths.SESSIONS).refusal());
    }

    @Test
    void aNewPasswordEndsOtherSessions() {
        Api here = person("changing", Role.STAFF);
        Api there = campus.open().as(signIn("changing", SECOND).token());

        here.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(SECOND, "and the third one is longer"))
                .expect(204);

        here.get(Paths.STUDENTS).expect(200);
        assertEquals("401 signed-out", there.get(Paths.STUDENTS).refusal());
    }

    private AccountView account(String name) {
        return campus.admin().get(Paths.ACCOUNTS).as(new TypeReference<List<AccountView>>() {}).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String at(AccountView account) {
        return Paths.ACCOUNTS + "/" + account.id();
    }

    /// RFC 6238 once more, from the Base32 text: what a phone does.
    private static String code(String base32, long step) throws Exception {
        byte[] secret = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < secret.length * 8; bit++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(bit / 5));
            if (((value >> (4 - bit % 5)) & 1) == 1) {
                secret[bit / 8] |= (byte) (0x80 >> (bit % 8));
            }
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }
}
