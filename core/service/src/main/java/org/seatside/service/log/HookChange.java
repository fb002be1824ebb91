package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookId;
import org.seatside.model.id.CheckInId;

/// Changes to webhooks and to what they were not told.
@JsonSubTypes({
    @JsonSubTypes.Type(value = HookChange.SaveHook.class, name = "save-hook"),
    @JsonSubTypes.Type(value = HookChange.RemoveHook.class, name = "remove-hook"),
    @JsonSubTypes.Type(value = HookChange.AdvanceHook.class, name = "advance-hook"),
    @JsonSubTypes.Type(value = HookChange.LayAside.class, name = "lay-aside-hook-message"),
    @JsonSubTypes.Type(value = HookChange.Replay.class, name = "replay-hook-message"),
    @JsonSubTypes.Type(value = HookChange.Settle.class, name = "settle-hook-message")
})
public sealed interface HookChange extends Change {
    /// Adds or replaces all but the cursor of one that is there.
    record SaveHook(Hook hook) implements HookChange {}

    record RemoveHook(HookId hook) implements HookChange {}

    /// Raises the cursor; never lowers it.
    record AdvanceHook(HookId hook, long cursor) implements HookChange {
        @Override
        public boolean audited() {
            return false;
        }
    }

    /// Adds or replaces a dead letter.
    record LayAside(DeadLetter letter) implements HookChange {
        @Override
        public boolean audited() {
            return false;
        }
    }

    /// Conflict UNKNOWN_REFERENCE where there is no such dead letter.
    record Replay(HookId hook, CheckInId checkIn) implements HookChange {}

    /// A dead letter got through.
    record Settle(HookId hook, CheckInId checkIn) implements HookChange {
        @Override
        public boolean audited() {
            return false;
        }
    }
}
