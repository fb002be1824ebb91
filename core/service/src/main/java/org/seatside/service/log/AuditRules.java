package org.seatside.service.log;

import java.util.Locale;
import java.util.Optional;
import org.seatside.model.audit.AuditEntry;
import org.seatside.service.trail.AuditChain;

/// What of the log becomes the audit trail. As deterministic as [AttendanceStateMachine], of which it is a part.
final class AuditRules {

    private AuditRules() {}

    /// Appends what a command came to.
    static void append(long index, Command command, ApplyResult result, AuditState state) {
        Change change = command.change();
        if (!change.audited()) {
            return;
        }
        Optional<AuditEntry> last = state.last();
        AuditEntry entry = new AuditEntry(
                last.map(AuditEntry::number).orElse(0L) + 1,
                index,
                command.id().value(),
                command.at(),
                command.actor(),
                command.from(),
                change.action(),
                change.subject(),
                change.detail(),
                outcome(result),
                "");
        state.append(AuditChain.linked(last.map(AuditEntry::hash).orElse(AuditChain.START), entry));
    }

    static ApplyResult apply(AuditChange change, AuditState state) {
        return switch (change) {
            case AuditChange.Note _ -> new ApplyResult.Done();
            case AuditChange.Seal(var checkpoint) -> {
                boolean same = state.entry(checkpoint.number())
                        .filter(entry -> entry.hash().equals(checkpoint.hash()))
                        .isPresent();
                if (!same) {
                    yield new ApplyResult.Conflict(ApplyResult.Kind.STALE_REVISION);
                }
                state.insertCheckpoint(checkpoint);
                yield new ApplyResult.Done();
            }
            case AuditChange.LetGo(long through) -> {
                if (!state.hasCheckpoint(through)) {
                    yield new ApplyResult.Conflict(ApplyResult.Kind.STALE_REVISION);
                }
                state.deleteThrough(through);
                yield new ApplyResult.Done();
            }
        };
    }

    private static String outcome(ApplyResult result) {
        return switch (result) {
            case ApplyResult.Conflict(ApplyResult.Kind kind) ->
                "conflict-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case ApplyResult.Done _, ApplyResult.Paired _, ApplyResult.CheckedIn _ -> "done";
        };
    }

    /// `CorrectAttendance` as `correct-attendance`.
    static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
