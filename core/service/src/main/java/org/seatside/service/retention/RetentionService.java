package org.seatside.service.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.seatside.model.id.Ids;
import org.seatside.service.audit.AuditTrail;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.log.RetentionChange;

/// Lets go what is past its time, a part at a time, so that nobody waits for it. Thread-safe.
public final class RetentionService {
    /// Records that one command deletes at most.
    private static final int PART = 2_000;

    private final RetentionStore store;
    private final Commands commands;
    private final AuditTrail audit;
    private final RetentionPeriods periods;
    private final InstantSource clock;
    private final Ids ids;
    private final ZoneId campus;

    public RetentionService(
            RetentionStore store,
            Commands commands,
            AuditTrail audit,
            RetentionPeriods periods,
            InstantSource clock,
            Ids ids,
            ZoneId campus) {
        this.campus = campus;
        this.store = store;
        this.commands = commands;
        this.audit = audit;
        this.periods = periods;
        this.clock = clock;
        this.ids = ids;
    }

    /// One part of what there is to do now. The times are in the command, so that every node deletes the same.
    ///
    /// @return whether there may be more
    public boolean round() {
        Instant now = clock.instant();
        audit.letGo(before(now, periods.audit()));
        RetentionChange.Forget forget = new RetentionChange.Forget(
                periods.attendance() == null ? null : before(now, periods.attendance()),
                before(now, periods.refused()),
                before(now, periods.consents()),
                PART,
                periods.attendance() == null ? null : day(before(now, periods.attendance())),
                day(before(now, periods.refused())));
        if (!store.anyOlder(forget)) {
            return false;
        }
        commands.append(ids.command(), Command.NODE, forget);
        return true;
    }

    private LocalDate day(Instant at) {
        return at.atZone(campus).toLocalDate();
    }

    private static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
