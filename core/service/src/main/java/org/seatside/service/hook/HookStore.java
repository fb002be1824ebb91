package org.seatside.service.hook;

import java.util.List;
import java.util.Optional;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookId;

/// Reads webhooks from this node's view. Thread-safe.
public interface HookStore {
    List<Hook> hooks();

    Optional<Hook> hook(HookId id);

    /// Oldest first.
    List<DeadLetter> deadLetters(HookId hook);
}
