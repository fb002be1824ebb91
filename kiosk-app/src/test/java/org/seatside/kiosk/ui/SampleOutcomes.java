package org.seatside.kiosk.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.seatside.kiosk.checkin.SampleCampus;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;

/// One of every outcome, with texts as long as they come.
final class SampleOutcomes {
    static final Place PLACE = new Place(SampleCampus.ROOM, "19C4", "자료구조와 알고리즘 01분반");
    static final MaskedStudent STUDENT = MaskedStudent.of("홍길동", "20260017");
    private static final Instant AT = SampleCampus.NOW;

    private SampleOutcomes() {}

    static List<Outcome> all() {
        return List.of(
                new Outcome.Present(STUDENT, PLACE, AT),
                new Outcome.Late(STUDENT, PLACE, AT, 12),
                new Outcome.AlreadyRecorded(STUDENT, PLACE, AT),
                new Outcome.RecordedOffline(PLACE, AT, 3, null, false),
                new Outcome.NotEnrolled(STUDENT, PLACE),
                new Outcome.NoMeetingNow(new Place(SampleCampus.ROOM, "19C4", null), AT.plus(Duration.ofHours(2))),
                new Outcome.TooEarly(STUDENT, PLACE, AT.plus(Duration.ofMinutes(20))),
                new Outcome.Closed(STUDENT, PLACE, AT.minus(Duration.ofMinutes(20))),
                new Outcome.PassExpired(),
                new Outcome.PassRevoked(),
                new Outcome.UnknownCode(),
                new Outcome.NotACode(),
                new Outcome.RoomNeeded(),
                new Outcome.StudentNeeded(PLACE),
                new Outcome.PinNeeded(),
                new Outcome.KioskNotPaired(),
                new Outcome.Refused("OUTBOX_FAILED"),
                new Outcome.Refused("HTTP_422"),
                new Outcome.RecordedOffline(PLACE, AT, 3, "017", false),
                new Outcome.RecordedOffline(PLACE, AT, 3, "017", true));
    }
}
