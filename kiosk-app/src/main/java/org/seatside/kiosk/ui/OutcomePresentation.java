package org.seatside.kiosk.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatside.kiosk.checkin.CheckInDesk;
import org.seatside.kiosk.voice.Tone;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;

/// How an outcome looks and sounds: the one place that knows.
///
/// @param icon name in the Material Design icon set
/// @param student shown for a few seconds only; null where nobody is named
/// @param where time and place in figures and names, the same in every language; empty where there is none
/// @param next what to do now
record OutcomePresentation(
        Tone tone,
        Role role,
        String icon,
        Phrase word,
        @Nullable MaskedStudent student,
        String where,
        Phrase next) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// What a voice would say: everything but who it was.
    List<Phrase> speech() {
        return List.of(word, next);
    }

    /// @param elsewhere where to go when this kiosk cannot record; blank where nothing is configured
    static OutcomePresentation of(Outcome outcome, ZoneId zone, String elsewhere) {
        return switch (outcome) {
            case Outcome.Present(MaskedStudent student, Place place, Instant at) ->
                counted(Tone.RISING, Role.PRESENT, "mdi2c-check-bold", "present", student, where(zone, at, place));
            case Outcome.Late(MaskedStudent student, Place place, Instant at, int minutes) ->
                counted(Tone.RISING_LATE, Role.LATE, "mdi2c-clock-outline", "late", student, where(zone, at, place))
                        .saying(Phrase.of("outcome.late.next", minutes));
            case Outcome.AlreadyRecorded(MaskedStudent student, Place place, Instant firstAt) ->
                counted(Tone.TWICE, Role.KNOWN, "mdi2c-check-all", "already", student, where(zone, firstAt, place));
            case Outcome.RecordedOffline(
                    Place place,
                    Instant at,
                    int waiting,
                    String uncheckedTail,
                    boolean pinUnchecked) ->
                uncheckedTail == null
                        ? counted(
                                        Tone.RISING,
                                        Role.KNOWN,
                                        "mdi2c-cloud-upload",
                                        "offline",
                                        null,
                                        where(zone, at, place))
                                .saying(Phrase.of("outcome.offline.next", waiting))
                        : kept(uncheckedTail, where(zone, at, place), pinUnchecked ? "pinUnchecked" : "kept");
            case Outcome.NotEnrolled(MaskedStudent student, Place place) ->
                new OutcomePresentation(
                        Tone.FALLING,
                        Role.REFUSED,
                        "mdi2a-account-cancel",
                        Phrase.of("outcome.notEnrolled.word"),
                        student,
                        where(place),
                        Phrase.of("outcome.notEnrolled.next"));
            case Outcome.NoMeetingNow(Place place, Instant next) ->
                not("mdi2c-calendar-remove", "noMeeting", where(place))
                        .saying(
                                next == null
                                        ? Phrase.of("outcome.noMeeting.next")
                                        : Phrase.of("outcome.noMeeting.nextAt", time(zone, next)));
            case Outcome.TooEarly(MaskedStudent _, Place place, Instant opensAt) ->
                not("mdi2t-timer-sand", "early", where(place))
                        .saying(Phrase.of("outcome.early.next", time(zone, opensAt)));
            case Outcome.Closed(MaskedStudent _, Place place, Instant closedAt) ->
                not("mdi2l-lock-clock", "closed", where(place))
                        .saying(Phrase.of("outcome.closed.next", time(zone, closedAt)));
            case Outcome.PassExpired _ -> not("mdi2c-clock-alert-outline", "expired", "");
            case Outcome.PassRevoked _ -> not("mdi2c-credit-card-off", "revoked", "");
            case Outcome.UnknownCode _ -> not("mdi2h-help-circle", "unknown", "");
            case Outcome.NotACode _ -> not("mdi2q-qrcode-remove", "notACode", "");
            case Outcome.RoomNeeded _ -> ask("mdi2d-door", "roomNeeded", "");
            case Outcome.StudentNeeded(Place place) -> ask("mdi2c-card-account-details", "studentNeeded", where(place));
            case Outcome.PinNeeded _ -> ask("mdi2d-dialpad", "pinNeeded", "");
            case Outcome.KioskNotPaired _ ->
                not("mdi2l-link-off", "notPaired", "").saying(elsewhere("notPaired", elsewhere));
            case Outcome.Refused(String code)
            when code.equals(CheckInDesk.OUTBOX_FAILED) ->
                not("mdi2m-minus-circle", "cannotRecord", "").saying(elsewhere("cannotRecord", elsewhere));
            case Outcome.Refused(String code) ->
                not("mdi2m-minus-circle", "refused", "").saying(Phrase.of("outcome.refused.next", code));
        };
    }

    /// Whether the place holds a part of a number, which is for nobody else's ears.
    boolean whereIsPersonal() {
        return where.startsWith("…");
    }

    private OutcomePresentation saying(Phrase other) {
        return new OutcomePresentation(tone, role, icon, word, student, where, other);
    }

    /// The digits stand where everybody looks, because only whoever typed them can see that they are wrong.
    private static OutcomePresentation kept(String tail, String where, String name) {
        return new OutcomePresentation(
                Tone.ASKING,
                Role.KNOWN,
                "mdi2c-cloud-upload",
                Phrase.of("outcome." + name + ".word"),
                null,
                "…" + tail + "  ·  " + where,
                Phrase.of(next(name)));
    }

    private static OutcomePresentation counted(
            Tone tone, Role role, String icon, String name, @Nullable MaskedStudent student, String where) {
        return new OutcomePresentation(
                tone, role, icon, Phrase.of("outcome." + name + ".word"), student, where, Phrase.of(next(name)));
    }

    private static OutcomePresentation not(String icon, String name, String where) {
        return new OutcomePresentation(
                Tone.FALLING,
                Role.REFUSED,
                icon,
                Phrase.of("outcome." + name + ".word"),
                null,
                where,
                Phrase.of(next(name)));
    }

    private static OutcomePresentation ask(String icon, String name, String where) {
        return new OutcomePresentation(
                Tone.ASKING,
                Role.ASK,
                icon,
                Phrase.of("outcome." + name + ".word"),
                null,
                where,
                Phrase.of(next(name)));
    }

    private static String next(String name) {
        return "outcome." + name + ".next";
    }

    private static Phrase elsewhere(String name, String elsewhere) {
        return elsewhere.isBlank() ? Phrase.of(next(name)) : Phrase.of("outcome.elsewhere.next", elsewhere);
    }

    private static String where(ZoneId zone, Instant at, @Nullable Place place) {
        return place == null ? time(zone, at) : time(zone, at) + "  ·  " + where(place);
    }

    private static String where(Place place) {
        return Stream.of(place.roomName(), place.meeting() == null ? "" : place.meeting())
                .filter(part -> !part.isBlank())
                .reduce((one, other) -> one + "  ·  " + other)
                .orElse("");
    }

    private static String time(ZoneId zone, Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
