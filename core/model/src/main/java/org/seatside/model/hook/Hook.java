package org.seatside.model.hook;

/// A webhook.
///
/// @param url https; http only to hosts that the node's configuration allows
/// @param active false for one that is not told anything, as after it answered 410
/// @param cursor log index through which everything was delivered or laid aside
public record Hook(HookId id, String url, HookFormat format, boolean active, long cursor) {
    /// Without the address, which may hold a key.
    @Override
    public String toString() {
        return "Hook[" + id + ", " + format + "]";
    }
}
