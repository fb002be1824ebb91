package org.seatside.service.log;

/// How webhooks change.
final class HookRules {
    private HookRules() {}

    static ApplyResult apply(HookChange change, HookState state) {
        switch (change) {
            case HookChange.SaveHook save -> state.saveHook(save.hook());
            case HookChange.RemoveHook remove -> state.removeHook(remove.hook());
            case HookChange.AdvanceHook advance -> state.advanceHook(advance.hook(), advance.cursor());
            case HookChange.LayAside aside -> state.layAside(aside.letter());
            case HookChange.Settle settle -> state.settle(settle.hook(), settle.checkIn());
            case HookChange.Replay replay -> {
                if (!state.replay(replay.hook(), replay.checkIn())) {
                    return new ApplyResult.Conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
                }
            }
        }
        return new ApplyResult.Done();
    }
}
