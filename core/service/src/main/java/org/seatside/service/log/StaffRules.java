package org.seatside.service.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;

/// How accounts and sessions change. As deterministic as [AttendanceStateMachine], of which it is a part.
final class StaffRules {
    private StaffRules() {}

    static ApplyResult apply(Command command, StaffChange change, StaffState state) {
        return switch (change) {
            case StaffChange.AddAccount add -> {
                if (add.student() != null && !state.studentExists(add.student())) {
                    yield conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
                }
                yield state.insertAccount(add, command.at()) ? done() : conflict(ApplyResult.Kind.NAME_TAKEN);
            }
            case StaffChange.ChangeAccount save -> changeAccount(save, state);
            case StaffChange.SetPassword set -> {
                if (!state.accountExists(set.account())) {
                    yield conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
                }
                state.setPassword(set.account(), set.passwordHash(), set.mustChange(), command.at());
                state.deleteSessions(set.account(), Optional.ofNullable(set.keep()));
                yield done();
            }
            case StaffChange.Rehash rehash -> {
                state.replaceHash(rehash.account(), rehash.oldHash(), rehash.newHash(), command.at());
                yield done();
            }
            case StaffChange.FailSignIn fail -> {
                state.countFailure(fail.account(), command.at());
                yield done();
            }
            case StaffChange.SaveTotp save -> onAccount(save.account(), state, () -> state.saveTotp(save));
            case StaffChange.RemoveTotp(AccountId account) ->
                onAccount(account, state, () -> {
                    state.removeTotp(account);
                    state.forgetFailures(account);
                });
            case StaffChange.StartSession start -> startSession(command, start, state);
            case StaffChange.ProveSession prove -> {
                if (!spend(prove.account(), prove.step(), prove.recovery(), state)) {
                    yield conflict(ApplyResult.Kind.CODE_SPENT);
                }
                state.forgetFailures(prove.account());
                state.proveSession(prove.tokenHash(), command.at());
                yield done();
            }
            case StaffChange.TouchSession touch -> {
                state.touchSession(touch.tokenHash(), command.at());
                yield done();
            }
            case StaffChange.EndSession end -> {
                state.deleteSession(end);
                yield done();
            }
            case StaffChange.EndSessions(AccountId account) -> {
                state.deleteSessions(account, Optional.empty());
                yield done();
            }
        };
    }

    private static ApplyResult changeAccount(StaffChange.ChangeAccount save, StaffState state) {
        if (!state.accountExists(save.account())) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        boolean administers = save.active() && save.roles().contains(Role.ADMINISTRATOR);
        if (!administers && state.administratorsBeside(save.account()) == 0) {
            return conflict(ApplyResult.Kind.LAST_ADMINISTRATOR);
        }
        if (!state.updateAccount(save)) {
            return conflict(ApplyResult.Kind.NAME_TAKEN);
        }
        if (!save.active()) {
            state.deleteSessions(save.account(), Optional.empty());
        }
        return done();
    }

    static ApplyResult startSession(Command command, StaffChange.StartSession start, StaffState state) {
        if (!spend(start.account(), start.step(), start.recovery(), state)) {
            return conflict(ApplyResult.Kind.CODE_SPENT);
        }
        state.deleteSessionsExpiredBy(command.at());
        state.forgetFailures(start.account());
        state.insertSession(command.id(), command.at(), start);
        return done();
    }

    /// A code counts once, whichever node was asked first: the log's order decides.
    private static boolean spend(AccountId account, @Nullable Long step, @Nullable String recovery, StaffState state) {
        if (recovery != null && !state.spendRecoveryCode(account, recovery)) {
            return false;
        }
        if (step != null) {
            if (step <= state.totpStep(account).orElse(Long.MAX_VALUE)) {
                return false;
            }
            state.useTotpStep(account, step);
        }
        return true;
    }

    private static ApplyResult onAccount(AccountId account, StaffState state, Runnable work) {
        if (!state.accountExists(account)) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        work.run();
        return done();
    }

    private static ApplyResult done() {
        return new ApplyResult.Done();
    }

    private static ApplyResult conflict(ApplyResult.Kind kind) {
        return new ApplyResult.Conflict(kind);
    }
}
