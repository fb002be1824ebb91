package org.seatside.model.api;

import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 describes it, media type `application/problem+json`.
///
/// @param type a relative URI naming the kind, for programs: `/problems/number-taken`
/// @param title the kind in a few words
/// @param status the HTTP status
/// @param detail what happened and what to do, without anybody's data; null where the title says it all
/// @param incident an id to find it in the node's log; null where nothing was logged
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String incident) {
    /// Type of the 409 that says: the same command is being made right now, ask again.
    public static final String IN_PROGRESS = "/problems/in-progress";

    /// Type of the 403 that says: you may, but prove first that it is still you, at `account/proof`. Then send the
    /// same again. Who has neither password nor authenticator signs in anew.
    public static final String PROOF_NEEDED = "/problems/proof-needed";
}
