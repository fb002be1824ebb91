package org.seatside.service.log;

import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.seatside.model.id.CommandId;
import org.seatside.service.Origin;
import org.seatside.service.RefusedException;

/// How services put a change into the log and wait for what came of it. Thread-safe; blocks, so call it from
/// virtual threads.
public final class Commands {
    private final CommandLog log;
    private final InstantSource clock;
    private final Supplier<Origin> origins;

    public Commands(CommandLog log, InstantSource clock) {
        this(log, clock, () -> Origin.INSIDE);
    }

    private Commands(CommandLog log, InstantSource clock, Supplier<Origin> origins) {
        this.log = log;
        this.clock = clock;
        this.origins = origins;
    }

    /// The same, which also says where each command comes from.
    public Commands from(Supplier<Origin> where) {
        return new Commands(log, clock, where);
    }

    /// @return what the command came to, conflicts included
    /// @throws NotAppendedException where nobody knows; ask again under the same id
    public CommandLog.Applied append(CommandId id, String actor, Change change) {
        try {
            return log.append(new Command(
                            id, clock.instant(), actor, origins.get().address(), change))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof NotAppendedException known
                    ? known
                    : new NotAppendedException("The log failed", e);
        }
    }

    /// Like [#append], for changes where a conflict is the caller's mistake.
    ///
    /// @throws RefusedException where it came to a conflict
    public CommandLog.Applied require(CommandId id, String actor, Change change) {
        CommandLog.Applied applied = append(id, actor, change);
        if (applied.result() instanceof ApplyResult.Conflict(ApplyResult.Kind kind)) {
            throw refused(kind);
        }
        return applied;
    }

    private static RefusedException refused(ApplyResult.Kind kind) {
        return switch (kind) {
            case NUMBER_TAKEN -> conflict("number-taken", "Another student has this number: look the student up.");
            case NAME_TAKEN -> conflict("name-taken", "This name is in use: choose another.");
            case CODE_TAKEN -> conflict("code-taken", "This code is in use: choose another.");
            case TAG_TAKEN -> conflict("tag-taken", "This tag belongs to another room: open that room instead.");
            case HANDLE_TAKEN -> conflict("handle-taken", "Ask again for a pass.");
            case INVITATION_SPENT ->
                new RefusedException(
                        RefusedException.Kind.FORBIDDEN,
                        "invitation-spent",
                        "The pairing code is unknown, used or expired: ask for a new one.");
            case ALREADY_SET_UP -> conflict("already-set-up", "An administrator exists: sign in.");
            case LAST_ADMINISTRATOR -> conflict("last-administrator", "Make somebody else an administrator first.");
            case CONSENT_NEEDED -> conflict("consent-needed", "Record the student's consent first.");
            case CODE_SPENT ->
                new RefusedException(
                        RefusedException.Kind.UNAUTHENTICATED,
                        "code-spent",
                        "This one-time code was used: wait for the next one.");
            case STALE_REVISION ->
                new RefusedException(
                        RefusedException.Kind.STALE,
                        "stale-revision",
                        "Somebody changed this record meanwhile: read it again.");
            case UNKNOWN_REFERENCE ->
                new RefusedException(
                        RefusedException.Kind.NOT_FOUND,
                        "unknown-reference",
                        "Something this refers to does not exist any more: read it again.");
            case SEQUENCE_REUSED ->
                conflict("sequence-reused", "The kiosk used this sequence number before: start a new epoch.");
            case IN_USE -> conflict("in-use", "Other entries refer to this one: see what depends on it.");
            case ALREADY_RECORDED ->
                conflict("already-recorded", "The student has a record of this meeting: correct that one.");
        };
    }

    private static RefusedException conflict(String code, String message) {
        return new RefusedException(RefusedException.Kind.CONFLICT, code, message);
    }
}
