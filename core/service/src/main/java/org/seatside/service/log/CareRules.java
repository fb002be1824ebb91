package org.seatside.service.log;

import java.util.Optional;
import org.seatside.model.id.StudentId;

/// How what was agreed with students changes. As deterministic as [AttendanceStateMachine], of which it is a
/// part.
final class CareRules {
    private CareRules() {}

    static ApplyResult apply(Command command, CareChange change, StateTransaction transaction) {
        StudentId student = change.student();
        if (student != null && !transaction.exists(student)) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        CareState state = transaction.care();
        return switch (change) {
            case CareChange.GiveConsent give -> {
                if (!state.consents(give.student())) {
                    state.insertConsent(command.id(), give.student(), give.version(), command.at(), command.actor());
                }
                yield done();
            }
            case CareChange.WithdrawConsent(StudentId of) -> {
                if (!state.consents(of)) {
                    yield conflict(ApplyResult.Kind.CONSENT_NEEDED);
                }
                state.withdrawConsent(of, command.at(), command.actor());
                state.deleteAdjustments(of);
                yield done();
            }
            case CareChange.SaveAdjustments save -> saveAdjustments(command, save, state);
            case CareChange.EndAdjustments end -> {
                state.deleteAdjustmentsEndedBefore(end.before());
                yield done();
            }
            case CareChange.SavePin save -> {
                state.savePin(save, command.at());
                yield done();
            }
            case CareChange.FailPin attempt -> {
                state.countPin(attempt, command.at());
                yield done();
            }
            case CareChange.EraseStudent erase -> {
                if (state.consents(erase.student())) {
                    state.withdrawConsent(erase.student(), command.at(), command.actor());
                }
                state.deleteAdjustments(erase.student());
                state.eraseStudent(erase.student(), command.at());
                transaction.timetable().keepActivity(erase.student(), false, command.at());
                yield done();
            }
        };
    }

    /// Two who begin at once would each seal with a key of their own: the first one's holds.
    private static ApplyResult saveAdjustments(Command command, CareChange.SaveAdjustments save, CareState state) {
        if (!state.consents(save.student())) {
            return conflict(ApplyResult.Kind.CONSENT_NEEDED);
        }
        Optional<String> key = state.key(save.student());
        if (key.isPresent() && !key.get().equals(save.key())) {
            return conflict(ApplyResult.Kind.STALE_REVISION);
        }
        if (key.isEmpty()) {
            state.insertKey(save.student(), save.key());
        }
        state.saveAdjustments(save, command.at());
        return done();
    }

    private static ApplyResult done() {
        return new ApplyResult.Done();
    }

    private static ApplyResult conflict(ApplyResult.Kind kind) {
        return new ApplyResult.Conflict(kind);
    }
}
