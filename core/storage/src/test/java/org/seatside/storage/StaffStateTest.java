package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Command;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.StaffChange;
import org.seatside.service.log.View;
import org.seatside.service.staff.StaffStore;

/// Accounts and sessions, from the log to what is read.
final class StaffStateTest {
    private static final ApplyResult DONE = new ApplyResult.Done();
    private static final AccountId KIM = new AccountId(SampleCommands.known(1));
    private static final AccountId LEE = new AccountId(SampleCommands.known(2));

    private final SampleCommands sample = new SampleCommands(1);

    @TempDir
    private Path folder;

    private H2ViewHome home;
    private View view;
    private StaffStore staff;
    private long index;

    @BeforeEach
    void open() throws Exception {
        home = new H2ViewHome(folder, new AttendanceStateMachine());
        view = home.openEmpty();
        staff = home.stores().staff();
        apply(add(KIM, "kim", Role.ADMINISTRATOR));
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    @Test
    void anAccountIsReadAsItWasAddedAndChanged() {
        Command added = sample.command(
                new StaffChange.AddAccount(LEE, "lee", "hash", Set.of(Role.LECTURER), null, true, "https://idp 7"));
        assertEquals(DONE, apply(added));
        StaffStore.Account lee = new StaffStore.Account(
                LEE, "lee", "hash", Set.of(Role.LECTURER), null, true, true, added.at(), 0, null, null, 0);
        assertEquals(Optional.of(lee), staff.account("lee"));
        assertEquals(Optional.of(lee), staff.account(LEE));
        assertEquals(Optional.of(lee), staff.accountByExternalId("https://idp 7"));

        Set<Role> both = Set.of(Role.STAFF, Role.SUPPORT_OFFICER);
        assertEquals(DONE, apply(new StaffChange.ChangeAccount(LEE, "Lee", both, true)));
        Command failed = sample.command(new StaffChange.FailSignIn(LEE, null));
        apply(failed);

        assertEquals(
                Optional.of(new StaffStore.Account(
                        LEE, "Lee", "hash", both, null, true, true, added.at(), 1, failed.at(), null, 0)),
                staff.account(LEE));
        assertEquals(
                List.of("Lee", "kim"),
                staff.accounts().stream().map(StaffStore.Account::name).toList());
    }

    @Test
    void aNameAnExternalIdAndAStudentAreOneAccounts() {
        apply(new StaffChange.AddAccount(LEE, "lee", null, Set.of(Role.STAFF), null, false, "issuer 7"));
        AccountId other = new AccountId(SampleCommands.known(3));

        assertEquals(conflict(ApplyResult.Kind.NAME_TAKEN), apply(add(other, "kim", Role.STAFF)));
        assertEquals(
                conflict(ApplyResult.Kind.NAME_TAKEN),
                apply(new StaffChange.AddAccount(other, "park", null, Set.of(Role.STAFF), null, false, "issuer 7")));
        assertEquals(
                conflict(ApplyResult.Kind.UNKNOWN_REFERENCE),
                apply(new StaffChange.AddAccount(
                        other,
                        "2026",
                        "h",
                        Set.of(Role.STUDENT),
                        new StudentId(SampleCommands.known(1)),
                        false,
                        null)));
        assertEquals(
                conflict(ApplyResult.Kind.NAME_TAKEN),
                apply(new StaffChange.ChangeAccount(LEE, "kim", Set.of(Role.STAFF), true)));
    }

    @Test
    void somebodyStaysAdministrator() {
        apply(add(LEE, "lee", Role.ADMINISTRATOR));
        assertEquals(DONE, apply(new StaffChange.ChangeAccount(KIM, "kim", Set.of(Role.STAFF), true)));

        ApplyResult last = conflict(ApplyResult.Kind.LAST_ADMINISTRATOR);
        assertEquals(last, apply(new StaffChange.ChangeAccount(LEE, "lee", Set.of(Role.STAFF), true)));
        assertEquals(last, apply(new StaffChange.ChangeAccount(LEE, "lee", Set.of(Role.ADMINISTRATOR), false)));
        assertEquals(DONE, apply(new StaffChange.ChangeAccount(LEE, "Lee", Set.of(Role.ADMINISTRATOR), true)));
    }

    @Test
    void aOneTimeCodeCountsOnce() {
        apply(new StaffChange.SaveTotp(KIM, "sealed", 100, List.of("r1", "r2")));
        ApplyResult spent = conflict(ApplyResult.Kind.CODE_SPENT);

        assertEquals(spent, apply(session("a", 100L, null)));
        assertEquals(DONE, apply(session("b", 101L, null)));
        assertEquals(spent, apply(session("c", 101L, null)));
        assertEquals(DONE, apply(session("d", null, "r1")));
        assertEquals(spent, apply(session("e", null, "r1")));
        assertEquals(List.of("b", "d"), tokens().stream().sorted().toList());
        assertTrue(staff.hasRecoveryCode(KIM, "r2"));
        apply(new StaffChange.RemoveTotp(KIM));
        assertEquals(spent, apply(session("f", 200L, null)), "there is nothing to prove it with");
        assertEquals(spent, apply(session("g", null, "r2")));
    }

    @Test
    void aSessionIsProvenOnceMoreByACodeThatCountsOnce() {
        apply(new StaffChange.SaveTotp(KIM, "sealed", 100, List.of("r1", "r2")));
        apply(session("a", 101L, null));
        Instant opened = staff.session("a").orElseThrow().provedAt();

        assertEquals(conflict(ApplyResult.Kind.CODE_SPENT), apply(prove(101L, null)));
        assertEquals(opened, staff.session("a").orElseThrow().provedAt());
        Command again = sample.command(prove(102L, null));
        assertEquals(DONE, apply(again));
        assertEquals(again.at(), staff.session("a").orElseThrow().provedAt());
        assertEquals(DONE, apply(prove(null, "r1")));
        assertEquals(conflict(ApplyResult.Kind.CODE_SPENT), apply(prove(null, "r1")));
    }

    private static StaffChange.ProveSession prove(@Nullable Long step, @Nullable String recovery) {
        return new StaffChange.ProveSession("a", KIM, step, recovery);
    }

    @Test
    void sessionsAreListedAndEnd() {
        Command first = sample.command(session("a", null, null));
        apply(first);
        apply(session("b", null, null));
        Command touch = sample.command(new StaffChange.TouchSession("a"));
        apply(touch);
        apply(session("c", null, null));

        assertEquals(List.of("c", "b", "a"), tokens());
        assertEquals(
                new StaffStore.OpenSession(
                        first.id().value(),
                        "a",
                        first.at(),
                        touch.at(),
                        SampleCommands.MORNING.plusSeconds(900),
                        "10.0.0.1",
                        "app"),
                staff.sessions(KIM).getLast());
        apply(new StaffChange.EndSession(LEE, first.id().value()));
        assertEquals(List.of("c", "b", "a"), tokens(), "somebody else's is not theirs to end");
        apply(new StaffChange.EndSession(KIM, first.id().value()));
        assertEquals(List.of("c", "b"), tokens());
        apply(new StaffChange.SetPassword(KIM, "new", false, "b"));
        assertEquals(List.of("b"), tokens());
        apply(new StaffChange.EndSessions(KIM));
        assertEquals(List.of(), tokens());
    }

    private List<String> tokens() {
        return staff.sessions(KIM).stream()
                .map(StaffStore.OpenSession::tokenHash)
                .toList();
    }

    private static StaffChange.AddAccount add(AccountId id, String name, Role role) {
        return new StaffChange.AddAccount(id, name, "hash", Set.of(role), null, false, null);
    }

    private static StaffChange.StartSession session(String token, @Nullable Long step, @Nullable String recovery) {
        return new StaffChange.StartSession(
                token, KIM, SampleCommands.MORNING.plusSeconds(900), "10.0.0.1", "app", step, recovery);
    }

    private ApplyResult apply(StaffChange change) {
        return apply(sample.command(change));
    }

    private ApplyResult apply(Command command) {
        index++;
        return view.apply(new LogPosition(1, index), List.of(command)).getFirst();
    }

    private static ApplyResult conflict(ApplyResult.Kind kind) {
        return new ApplyResult.Conflict(kind);
    }
}
