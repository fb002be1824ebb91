package org.seatside.sample;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import org.seatside.sample.frames.SampleFrames;
import org.seatside.sample.frames.SampleFrames.Held;

/// Something held up to the kiosk's camera, and what should come of it.
///
/// @param name says what is in view
/// @param frame draws it; drawing takes a tenth of a second or more
/// @param outcome the kind of outcome it should have
/// @param counts whether it should make a new record, which reaches the upstream
public record SampleVisit(String name, Function<SampleFrames, BufferedImage> frame, String outcome, boolean counts) {
    private static final String LINE = "Attendance pass";

    /// A morning at the sample campus's kiosk.
    public static List<SampleVisit> morning(SampleCampus campus) {
        List<SampleCampus.Member> students = campus.enrolled();
        return List.of(
                present("card", frames -> frames.card(students.get(0).pass(), LINE, Held.PLAIN)),
                present("phone", frames -> frames.phone(students.get(1).pass(), Held.PLAIN)),
                present("card-tilted", frames -> frames.card(students.get(2).pass(), LINE, Held.TILTED)),
                present("card-small", frames -> frames.card(students.get(3).pass(), LINE, Held.SMALL)),
                present("card-dim", frames -> frames.card(students.get(4).pass(), LINE, Held.DIM)),
                present("card-soft", frames -> frames.card(students.get(5).pass(), LINE, Held.SOFT)),
                present("phone-tilted", frames -> frames.phone(students.get(7).pass(), Held.TILTED)),
                other("room-tag", frames -> frames.sheet(campus.roomTag(), Held.PLAIN), "StudentNeeded"),
                present(
                        "student-card-number",
                        frames -> frames.sheet(students.get(6).student().number(), Held.SOFT)),
                other("card-again", frames -> frames.card(students.get(0).pass(), LINE, Held.SOFT), "AlreadyRecorded"),
                other(
                        "card-not-enrolled",
                        frames -> frames.card(campus.stranger().pass(), LINE, Held.PLAIN),
                        "NotEnrolled"),
                other("card-revoked", frames -> frames.card(campus.revoked(), LINE, Held.PLAIN), "PassRevoked"),
                other("card-other-campus", frames -> frames.card(campus.foreign(), LINE, Held.PLAIN), "UnknownCode"),
                other("web-address", frames -> frames.phone("https://www.example.org/menu", Held.PLAIN), "NotACode"));
    }

    private static SampleVisit present(String name, Function<SampleFrames, BufferedImage> frame) {
        return new SampleVisit(name, frame, "Present", true);
    }

    private static SampleVisit other(String name, Function<SampleFrames, BufferedImage> frame, String outcome) {
        return new SampleVisit(name, frame, outcome, false);
    }
}
