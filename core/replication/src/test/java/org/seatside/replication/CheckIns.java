package org.seatside.replication;

import java.time.Instant;
import java.util.UUID;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Judgement;

/// Check-ins that can be told apart: everything in one follows from its kiosk and number.
final class CheckIns {
    static final long EPOCH = 1;

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private CheckIns() {}

    /// The `seq`-th check-in of a kiosk: every one is of another student, so every one makes a record.
    static Command command(int kiosk, long seq) {
        Instant at = START.plusSeconds(seq);
        return new Command(
                new CommandId(id(1, kiosk, seq)),
                at,
                kiosk(kiosk).toString(),
                new Change.RecordCheckIn(
                        new CheckIn(
                                checkIn(kiosk, seq),
                                kiosk(kiosk),
                                EPOCH,
                                seq,
                                Identification.PASS,
                                "DP1:ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
                                null,
                                null,
                                new KioskTime(at, seq, 12L, 30L)),
                        at,
                        at,
                        false,
                        new Judgement.Counts(
                                new AttendanceId(id(2, kiosk, seq)),
                                new StudentId(id(3, kiosk, seq)),
                                new RoomId(id(4, kiosk, 0)),
                                new MeetingId(id(5, kiosk, 0)),
                                AttendanceStatus.PRESENT,
                                0,
                                true)));
    }

    static KioskId kiosk(int kiosk) {
        return new KioskId(id(6, kiosk, 0));
    }

    static CheckInId checkIn(int kiosk, long seq) {
        return new CheckInId(id(7, kiosk, seq));
    }

    private static UUID id(int kind, int kiosk, long seq) {
        return new UUID(
                0x0198_0000_0000_7000L | ((long) kind << 16), 0x8000_0000_0000_0000L | ((long) kiosk << 40) | seq);
    }
}
