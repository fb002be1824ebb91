package org.seatside.model.id;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Draws new identifiers: UUID version 7 (RFC 9562, section 5.7), so that they sort by the time they were drawn
/// and an index over them grows at its end. Thread-safe where the random generator is.
public final class Ids {
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param random a cryptographic generator wherever an identifier must not be guessed
    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    public StudentId student() {
        return new StudentId(next());
    }

    public RoomId room() {
        return new RoomId(next());
    }

    public SectionId section() {
        return new SectionId(next());
    }

    public MeetingId meeting() {
        return new MeetingId(next());
    }

    public KioskId kiosk() {
        return new KioskId(next());
    }

    public AccountId account() {
        return new AccountId(next());
    }

    public AttendanceId attendance() {
        return new AttendanceId(next());
    }

    public CheckInId checkIn() {
        return new CheckInId(next());
    }

    public CommandId command() {
        return new CommandId(next());
    }
}
