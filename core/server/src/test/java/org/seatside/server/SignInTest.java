package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewProof;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.id.Ids;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.Origin;
import org.seatside.service.RefusedException;
import org.seatside.service.Vault;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Commands;
import org.seatside.service.log.View;
import org.seatside.service.staff.AccountService;
import org.seatside.service.staff.OwnAccountService;
import org.seatside.service.staff.PasswordHasher;
import org.seatside.service.staff.Passwords;
import org.seatside.service.staff.StaffService;
import org.seatside.storage.H2ViewHome;
import org.seatside.testkit.FakeClock;

/// Rules of time around signing in, over the real tables.
final class SignInTest {
    private static final String PASSWORD = "a sentence nobody would guess";
    private static final String BCRYPT = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    @TempDir
    private Path folder;

    private final FakeClock clock = FakeClock.at("2026-03-02T00:00:00Z");
    private final SecureRandom random = new SecureRandom();
    private final Ids ids = new Ids(clock, random);
    private final Vault vault = new Vault(new SecretKeySpec(new byte[32], "AES"), random);
    private H2ViewHome home;
    private View view;
    private Commands commands;
    private Passwords passwords;
    private StaffService staff;
    private AccountService accounts;

    @BeforeEach
    void open() throws Exception {
        home = new H2ViewHome(folder, new AttendanceStateMachine());
        view = home.openEmpty();
        commands = new Commands(new ViewLog(view), clock);
        passwords = new Passwords(new CheapHashes(), new CommonPasswords(), List.of());
        accounts = new AccountService(home.stores().staff(), commands, passwords);
        staff = staff();
        accounts.add(new NewAccount("kim", PASSWORD, Set.of(Role.STAFF), null, null), "node", ids.command());
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    /// A node that was started anew: it remembers nothing but what is in the log.
    private StaffService staff() {
        return new StaffService(home.stores().staff(), commands, passwords, vault, clock, random, ids);
    }

    private SignedIn signIn(String password) {
        return staff.signIn(new SignIn("kim", password), new Origin("10.0.0.7", "test"));
    }

    private String refusal(String password) {
        return assertThrows(RefusedException.class, () -> signIn(password)).code();
    }

    @Test
    void aSessionEndsHalfAnHourAfterItsLastUse() {
        String token = signIn(PASSWORD).token();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(29));
            assertTrue(staff.authenticate(token).isPresent());
        }
        clock.advance(Duration.ofMinutes(20));
        assertTrue(staff.watch(token).isPresent());
        clock.advance(Duration.ofMinutes(10));

        assertEquals(Optional.empty(), staff.watch(token));
        assertEquals(Optional.empty(), staff.authenticate(token));
    }

    @Test
    void whoIsAskedOnceMoreProvesItByThePasswordAndAWrongOneCountsAsAnAttempt() {
        SignedIn session = signIn(PASSWORD);
        Instant opened = staff.watch(session.token()).orElseThrow().provedAt();
        clock.advance(Duration.ofMinutes(20));

        assertEquals("password-wrong", proofRefusal(session, NewProof.ofPassword("wrong")));
        assertEquals("code-wrong", proofRefusal(session, NewProof.ofCode("123456")));
        assertEquals("password-wrong", proofRefusal(session, new NewProof(null, null)));
        assertEquals(opened, staff.watch(session.token()).orElseThrow().provedAt());
        assertEquals(3, home.stores().staff().account("kim").orElseThrow().failures());

        prove(session, NewProof.ofPassword(PASSWORD));

        assertEquals(clock.instant(), staff.watch(session.token()).orElseThrow().provedAt());
        assertEquals(0, home.stores().staff().account("kim").orElseThrow().failures());
    }

    private String proofRefusal(SignedIn session, NewProof proof) {
        return assertThrows(RefusedException.class, () -> prove(session, proof)).code();
    }

    private void prove(SignedIn session, NewProof proof) {
        own().prove(session.account(), session.token(), proof, Origin.INSIDE, ids.command());
    }

    private OwnAccountService own() {
        return new OwnAccountService(
                home.stores().staff(),
                commands,
                passwords,
                vault,
                new DerivedSecrets(new SecretKeySpec(new byte[32], "HmacSHA256")),
                clock,
                ids,
                "Seatside");
    }

    @Test
    void aUseIsKnownToOtherNodesToWithinFiveMinutes() {
        String token = signIn(PASSWORD).token();
        clock.advance(Duration.ofMinutes(25));
        assertTrue(staff.authenticate(token).isPresent());
        clock.advance(Duration.ofMinutes(25));

        assertTrue(staff().authenticate(token).isPresent());
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverItIsUsed() {
        String token = signIn(PASSWORD).token();
        for (int i = 0; i < 35; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertTrue(staff.authenticate(token).isPresent());
        }
        clock.advance(Duration.ofMinutes(20));

        assertEquals(Optional.empty(), staff.authenticate(token));
    }

    @Test
    void theWaitAfterFailuresSurvivesARestart() {
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofSeconds(3));
            assertEquals("sign-in-failed", refusal("wrong"));
        }
        staff = staff();

        assertEquals("wait", refusal(PASSWORD));
        clock.advance(Duration.ofSeconds(4));
        assertTrue(staff.authenticate(signIn(PASSWORD).token()).isPresent());
        assertEquals("sign-in-failed", refusal("wrong"), "success forgave all before");
        assertEquals("sign-in-failed", refusal("wrong"));
    }

    @Test
    void aHundredFailuresLockAnAccountUntilItGetsANewPassword() {
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofHours(2));
            assertEquals("sign-in-failed", refusal("wrong"));
        }
        clock.advance(Duration.ofHours(2));
        assertEquals("sign-in-failed", refusal(PASSWORD));
        assertTrue(accounts.accounts().getFirst().locked());

        accounts.resetPassword(accounts.accounts().getFirst().id(), "another sentence of ours", "node", ids.command());
        clock.advance(Duration.ofHours(2));
        assertTrue(signIn("another sentence of ours").mustChangePassword());
    }

    @Test
    void anAddressThatGuessesWaitsWhateverNameItTries() {
        for (int i = 0; i < 20; i++) {
            String name = "somebody " + i;
            assertThrows(
                    RefusedException.class,
                    () -> staff.signIn(new SignIn(name, "wrong"), new Origin("10.0.0.9", null)));
        }

        RefusedException refused = assertThrows(
                RefusedException.class, () -> staff.signIn(new SignIn("kim", PASSWORD), new Origin("10.0.0.9", null)));
        assertEquals("wait", refused.code());
        assertFalse(signIn(PASSWORD).token().isEmpty(), "another address waits for nobody");
    }

    @Test
    void anOldHashIsGoodOnceAndIsArgon2idAfter() {
        var old = accounts.addFromOlderService("old", BCRYPT, null, "node", ids.command());
        SignIn signIn = new SignIn("old", "U*U");

        SignedIn first = staff.signIn(signIn, Origin.INSIDE);
        String hash = home.stores().staff().account(old.id()).orElseThrow().passwordHash();
        SignedIn second = staff.signIn(signIn, Origin.INSIDE);

        assertTrue(first.mustChangePassword(), "three characters are no password any more");
        assertTrue(second.mustChangePassword());
        assertEquals("cheap:U*U", hash);
    }

    @Test
    void anOldHashIsGoodForAYear() {
        accounts.addFromOlderService("old", BCRYPT, null, "node", ids.command());
        clock.advance(Duration.ofDays(366));

        RefusedException refused =
                assertThrows(RefusedException.class, () -> staff.signIn(new SignIn("old", "U*U"), Origin.INSIDE));
        assertEquals("sign-in-failed", refused.code());
    }

    /// The real ones would take half a minute here; [PasswordHashesTest] looks at them.
    private static final class CheapHashes implements PasswordHasher {
        private final PasswordHashes real = new PasswordHashes(new SecureRandom());

        @Override
        public String hash(String password) {
            return "cheap:" + password;
        }

        @Override
        public String unmatched() {
            return "cheap:";
        }

        @Override
        public boolean matches(String password, String hash) {
            return real.isOld(hash) ? real.matches(password, hash) : hash.equals("cheap:" + password);
        }

        @Override
        public boolean isOld(String hash) {
            return real.isOld(hash);
        }
    }
}
