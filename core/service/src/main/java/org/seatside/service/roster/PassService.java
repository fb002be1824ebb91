package org.seatside.service.roster;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.seatside.model.api.PassCard;
import org.seatside.model.api.RoomCode;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.IssuedPass;
import org.seatside.payload.PassHandle;
import org.seatside.payload.PassIssuer;
import org.seatside.payload.RoomCodeIssuer;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Change;
import org.seatside.service.log.Commands;

/// Issues and revokes passes, and room codes. Thread-safe.
public final class PassService {
    private static final int LONGEST_YEARS = 6;
    private static final int FIRST_GENERATION = 0;

    private final RosterStore store;
    private final Commands commands;
    private final PassIssuer passes;
    private final RoomCodeIssuer roomCodes;
    private final DerivedSecrets secrets;
    private final InstantSource clock;
    private final ZoneId campus;

    public PassService(
            RosterStore store,
            Commands commands,
            PassIssuer passes,
            RoomCodeIssuer roomCodes,
            DerivedSecrets secrets,
            InstantSource clock,
            ZoneId campus) {
        this.store = store;
        this.commands = commands;
        this.passes = passes;
        this.roomCodes = roomCodes;
        this.secrets = secrets;
        this.clock = clock;
        this.campus = campus;
    }

    public List<IssuedPass> passes(StudentId student) {
        return store.passes(student);
    }

    /// @param expires last day it is good for; today to six years ahead
    public PassCard issue(StudentId student, LocalDate expires, String actor, CommandId command) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(campus).toLocalDate();
        if (expires.isBefore(today) || expires.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "expiry-out-of-range",
                    "A pass is good until a day between today and six years ahead.");
        }
        PassHandle handle = handle(command);
        IssuedPass pass = new IssuedPass(
                handle.toString(), FIRST_GENERATION, student, expires, now.truncatedTo(ChronoUnit.MILLIS), false);
        commands.require(command, actor, new Change.IssuePass(pass));
        return new PassCard(pass, passes.card(handle, FIRST_GENERATION, expires));
    }

    private PassHandle handle(CommandId command) {
        byte[] bytes = secrets.derive("pass-handle", command.toString(), PassHandle.LENGTH);
        return new PassHandle(
                ByteBuffer.allocate(Long.BYTES).put((byte) 0).put(bytes).flip().getLong());
    }

    /// Revokes a pass for good. Kiosks that are offline accept it until they next hear from a node, and the
    /// node then refuses the check-in.
    public void revoke(String handle, String actor, CommandId command) {
        if (store.pass(handle).isEmpty()) {
            throw new RefusedException(RefusedException.Kind.NOT_FOUND, "not-found", "There is no such pass.");
        }
        commands.require(command, actor, new Change.RevokePass(handle));
    }

    public RoomCode roomCode(RoomId room) {
        if (store.room(room).isEmpty()) {
            throw new RefusedException(RefusedException.Kind.NOT_FOUND, "not-found", "There is no such room.");
        }
        return new RoomCode(roomCodes.code(room.value()));
    }
}
