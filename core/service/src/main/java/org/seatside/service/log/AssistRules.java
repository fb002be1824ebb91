package org.seatside.service.log;

import java.util.Optional;
import org.seatside.model.assist.HelpCall;

/// How notices, calls for help and reports change. Deterministic, like [AttendanceStateMachine].
final class AssistRules {
    private AssistRules() {}

    static ApplyResult apply(Command command, AssistChange change, AssistState state) {
        ApplyResult result = switch (change) {
            case AssistChange.SaveNotice save -> {
                state.saveNotice(save.notice());
                yield new ApplyResult.Done();
            }
            case AssistChange.RemoveNotice remove -> {
                state.removeNotice(remove.notice());
                yield new ApplyResult.Done();
            }
            case AssistChange.CallHelp call -> {
                if (state.openHelpCall(call.call().kiosk()).isEmpty()) {
                    state.insertHelpCall(call.call());
                }
                yield new ApplyResult.Done();
            }
            case AssistChange.MoveHelpCall move -> move(command, move, state);
            case AssistChange.FileReport file -> {
                state.insertReport(file.report());
                yield new ApplyResult.Done();
            }
            case AssistChange.CloseReport close ->
                state.closeReport(close.report()) ? new ApplyResult.Done() : unknown();
        };
        state.stamp();
        return result;
    }

    private static ApplyResult move(Command command, AssistChange.MoveHelpCall move, AssistState state) {
        Optional<HelpCall> found = state.helpCall(move.call());
        if (found.isEmpty()) {
            return unknown();
        }
        HelpCall call = found.get();
        int order = move.to().compareTo(call.state());
        if (order > 0) {
            state.updateHelpCall(call.moved(move.to(), command.at()));
        }
        return order >= 0 ? new ApplyResult.Done() : new ApplyResult.Conflict(ApplyResult.Kind.STALE_REVISION);
    }

    private static ApplyResult unknown() {
        return new ApplyResult.Conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
    }
}
