package org.seatside.model.hook;

/// What a body looks like.
public enum HookFormat {
    /// Standard Webhooks 1.0: `type`, `timestamp`, `data`.
    STANDARD,
    /// CloudEvents 1.0, structured JSON.
    CLOUD_EVENTS
}
