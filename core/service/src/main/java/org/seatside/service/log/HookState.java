package org.seatside.service.log;

import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookId;
import org.seatside.model.id.CheckInId;

/// The writes of webhooks inside the transaction of an entry.
public interface HookState {
    /// Leaves the cursor of one that is there alone.
    void saveHook(Hook hook);

    /// With its dead letters.
    void removeHook(HookId hook);

    void advanceHook(HookId hook, long cursor);

    void layAside(DeadLetter letter);

    /// False where there is none.
    boolean replay(HookId hook, CheckInId checkIn);

    void settle(HookId hook, CheckInId checkIn);
}
