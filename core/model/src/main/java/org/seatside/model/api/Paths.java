package org.seatside.model.api;

/// The resources of the node, version 1. All bodies are JSON; errors are [Problem]s.
///
/// People send `Authorization: Bearer <session token>`, kiosks `Authorization: Bearer <kiosk token>`. Every
/// change carries `Idempotency-Key: <UUID>`, the command id: sent again under the same key it changes nothing
/// twice.
public final class Paths {
    public static final String BASE = "/api/v1";

    /// GET, open to all: [About].
    public static final String ABOUT = BASE + "/about";
    /// POST [Setup], once, while no account exists; answers [SignedIn].
    public static final String SETUP = BASE + "/setup";
    /// POST [SignIn] answers [SignedIn]; DELETE `current` signs out.
    public static final String SESSIONS = BASE + "/sessions";
    /// GET `?q=&limit=` answers a [Page] of students; POST [NewStudent] answers Student; `{id}`: GET, PUT
    /// Student.
    /// `{id}/passes`: GET list of IssuedPass, POST [NewPass] answers [PassCard].
    public static final String STUDENTS = BASE + "/students";
    /// DELETE `{handle}` revokes a pass.
    public static final String PASSES = BASE + "/passes";
    /// GET a [Page] of rooms; POST [NewRoom] answers Room; `{id}/code`: GET answers [RoomCode];
    /// `tag`: POST [TagCode] answers [TagReading] and changes nothing.
    public static final String ROOMS = BASE + "/rooms";
    /// GET a [Page] of sections; POST [NewSection] answers Section; `{id}/enrolments`: POST [Enrolment].
    public static final String SECTIONS = BASE + "/sections";
    /// GET `?from=&until=&room=` (instants) answers a list of Meeting; POST [NewMeeting] answers Meeting.
    public static final String MEETINGS = BASE + "/meetings";
    /// GET a list of [KioskView]; POST [NewKiosk] answers [KioskInvitation]; `{id}/room`: PUT [KioskRoom];
    /// DELETE `{id}` revokes; `pair`: POST [PairKiosk] answers [PairedKiosk], open to who has the code.
    public static final String KIOSKS = BASE + "/kiosks";
    /// POST [KioskAssertion] answers [KioskToken].
    public static final String KIOSK_TOKENS = BASE + "/kiosk-tokens";
    /// GET, by a kiosk: [SignedProvision]. PUT `state` [KioskState] answers [NodeTime].
    public static final String KIOSK_SELF = BASE + "/kiosk";
    /// POST CheckIn by a kiosk answers Receipt. GET `?after=&limit=` by staff answers a [Page] of CheckInEvent,
    /// newest first; `after` is the log index from which to go back.
    public static final String CHECK_INS = BASE + "/check-ins";
    /// GET `?student=&meeting=&from=&until=` answers a list of Attendance; `{id}/corrections`: POST
    /// [Correction] with `If-Match: "<revision>"` answers Attendance.
    public static final String ATTENDANCE = BASE + "/attendance";
    /// GET answers [UpstreamSummary].
    public static final String UPSTREAM = BASE + "/upstream";
    /// GET, server-sent events: `check-in` with a CheckInEvent, id = log index; resumes after `Last-Event-ID`.
    public static final String EVENTS = BASE + "/events";
    /// GET, open: 200 while the process lives.
    public static final String LIVE = "/livez";
    /// GET, open: 200 when the node can acknowledge check-ins, 503 with the reason else.
    public static final String READY = "/readyz";

    private Paths() {}
}
