package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CommandId;

/// One entry's worth of intent, complete in itself: applying it reads no clock and draws no random number,
/// because the time and every id it needs are in it. All nodes apply the same commands in the same order to the
/// same state.
///
/// @param id under which a resend changes nothing twice
/// @param at the receiving node's clock when it was made
/// @param actor who asked: an account id, a kiosk id, or `node`
/// @param from address it came from; null for what a node does by itself
public record Command(
        CommandId id, Instant at, String actor, @Nullable String from, Change change) {
    /// Cuts the time to microseconds: what the view keeps, and so what a repeated command is answered with.
    @JsonCreator
    public Command {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public Command(CommandId id, Instant at, String actor, Change change) {
        this(id, at, actor, null, change);
    }

    /// The actor of what a node does by itself.
    public static final String NODE = "node";
}
