package org.seatside.client.outbox;

import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.seatside.json.Json;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;
import org.seatside.testkit.FakeClock;

/// Check-ins to append, no two alike.
public final class Drafts {
    public static final Json JSON = new Json();
    public static final FakeClock CLOCK = FakeClock.at("2026-03-02T00:00:00Z");
    private static final KioskId KIOSK = KioskId.of("01890a5d-ac96-774b-bcce-b302099a8057");

    private final Ids ids;
    private final RandomGenerator random;

    public Drafts(long seed) {
        this.random = new Random(seed);
        this.ids = new Ids(CLOCK, random);
    }

    public synchronized Draft next() {
        return next(new KioskTime(Instant.parse("2026-03-02T00:00:00.123456Z"), random.nextLong(), 3L, 4L));
    }

    public synchronized Draft next(KioskTime time) {
        return new Draft(
                ids.checkIn(),
                KIOSK,
                Identification.PASS,
                "DP1" + "홍%019d".formatted(random.nextLong() >>> 1),
                random.nextBoolean() ? null : "0123456789abcdef0123456789abcdef",
                null,
                time);
    }

    public static CheckIn numbered(Draft draft, long epoch, long seq) {
        return draft.at(epoch, seq);
    }

    public static Receipt receipt(CheckInId id) {
        return new Receipt(id, new Outcome.UnknownCode(), 7);
    }
}
