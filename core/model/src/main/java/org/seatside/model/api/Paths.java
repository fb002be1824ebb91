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
    /// POST [SignIn] answers [SignedIn]; GET the own ones, a list of [SessionView]; DELETE signs out
    /// everywhere, DELETE `current` here, DELETE `{id}` there.
    public static final String SESSIONS = BASE + "/sessions";
    /// `{student}`: PUT [NewPin], DELETE, by staff; `checks`: POST [PinCheck] by a kiosk answers [PinAnswer],
    /// whose proof goes into a check-in where the [org.seatside.model.roster.PinRule] asks it.
    public static final String PINS = BASE + "/pins";
    /// What is the caller's own. Students: GET `attendance` a list of Attendance, GET
    /// `low-attendance` a list of [LowAttendance] that staff told them of, POST `export` a ZIP of all that
    /// is kept. Lecturers: GET `sections`, `sections/{id}/students`, `sections/{id}/meetings?from=&until=`,
    /// `meetings/{id}/attendance`.
    public static final String OWN = BASE + "/own";
    /// Signing in at the institution's own service, where there is one. POST [ExternalStart] answers
    /// [ExternalStarted]; `completion`: POST [ExternalCompletion] answers [SignedIn].
    public static final String EXTERNAL_SIGN_INS = BASE + "/external-sign-ins";
    /// GET a list of [AccountView]; POST [NewAccount] answers [AccountView]; `{id}`: GET, PUT [AccountChange];
    /// `{id}/password`: PUT [NewPassword]; DELETE `{id}/totp`, `{id}/sessions`.
    public static final String ACCOUNTS = BASE + "/accounts";
    /// Of who is signed in. `password`: PUT [PasswordChange]. `totp`: POST answers [TotpEnrolment], PUT
    /// [TotpProof] answers [RecoveryCodes]; `totp/removal`: POST [NewPassword], the own one; `proof`: POST
    /// [NewProof] answers [Proven]: exports, what was agreed with students, erasure, backups and accounts answer
    /// [Problem#PROOF_NEEDED] where it is too long ago that the session's person proved who they are.
    public static final String OWN_ACCOUNT = BASE + "/account";
    /// GET `?q=&limit=` answers a [Page] of students; POST [NewStudent] answers Student; `{id}`: GET, PUT
    /// Student. `{id}/passes`: GET list of IssuedPass, POST [NewPass] answers [PassCard]; `{id}/attendance`:
    /// GET `?after=&limit=` a [Page] of [HistoryEntry], newest first.
    public static final String STUDENTS = BASE + "/students";
    /// DELETE `{handle}` revokes a pass.
    public static final String PASSES = BASE + "/passes";
    /// GET a [Page] of buildings; POST [NewBuilding] answers Building; `{id}`: PUT Building, DELETE; `order`:
    /// PUT [Order]. Here and below, DELETE answers 409 `in-use` where `{id}/dependents`, GET [Dependents], has
    /// any.
    public static final String BUILDINGS = BASE + "/buildings";
    /// GET a [Page] of rooms; POST [NewRoom] answers Room; `{id}`: PUT Room, DELETE; `{id}/dependents`;
    /// `order`: PUT [Order]; `{id}/code`: GET answers [RoomCode]; `{id}/seats`: GET list of Seat, POST
    /// [NewSeat] answers Seat; `tag`: POST [TagCode] answers [TagReading] and changes nothing; `warnings`: GET
    /// `?days=` list of [RoomWarning].
    public static final String ROOMS = BASE + "/rooms";
    /// `{id}`: PUT Seat, DELETE; `order`: PUT [Order].
    public static final String SEATS = BASE + "/seats";
    /// GET list of Term; POST [NewTerm] answers Term; `{id}`: PUT Term, DELETE; `{id}/dependents`.
    public static final String TERMS = BASE + "/terms";
    /// As [#TERMS], of Department and [NewDepartment].
    public static final String DEPARTMENTS = BASE + "/departments";
    /// As [#TERMS], of Course and [NewCourse], a [Page] at a time.
    public static final String COURSES = BASE + "/courses";
    /// As [#TERMS], of Lecturer and [NewLecturer], a [Page] at a time.
    public static final String LECTURERS = BASE + "/lecturers";
    /// GET `?section=` list of MeetingPattern; POST [NewPattern] answers MeetingPattern; `{id}`: PUT
    /// MeetingPattern with `If-Match: "<revision>"`, DELETE. Its meetings that are still to come follow.
    public static final String PATTERNS = BASE + "/patterns";
    /// GET list of Holiday; PUT Holiday; `{day}`: DELETE.
    public static final String HOLIDAYS = BASE + "/holidays";
    /// GET list of AttendanceRule; PUT AttendanceRule: one in which all is null goes away.
    public static final String RULES = BASE + "/attendance-rules";
    /// GET `?term=&course=&after=&limit=` a [Page] of sections; POST [NewSection] answers Section; `{id}`: PUT
    /// Section, DELETE; `{id}/dependents`; `{id}/lecturers`: GET list of Lecturer, PUT [SectionLecturers];
    /// `{id}/enrolments`: GET `?day=` list of [RosterEntry], POST [Enrolment]; `{id}/withdrawals`: POST
    /// [Withdrawal]; `{id}/sheet`: GET `?from=&until=` (days) [ClassSheet].
    public static final String SECTIONS = BASE + "/sections";
    /// GET `?from=&until=&room=&section=&all=&after=&limit=` (instants, ids) answers a list of Meeting by start, of
    /// which fewer than `limit` are the last; POST [NewMeeting] answers Meeting;
    /// `{id}`: PUT [MeetingChange] answers Meeting, DELETE; `{id}/dependents`.
    public static final String MEETINGS = BASE + "/meetings";
    /// GET a list of [KioskView]; POST [NewKiosk] answers [KioskInvitation]; `{id}/room`: PUT [KioskRoom];
    /// `{id}/seat`: PUT [KioskSeat]; `{id}/name`: PUT [KioskName]; DELETE `{id}` revokes; `pair`: POST
    /// [PairKiosk] answers [PairedKiosk], open to who has the code. `{id}/actions`: POST [NewKioskAction] answers
    /// [KioskAction]; `{id}/actions/{action}`: GET [KioskAction]; `{id}/actions/{action}/answer`: POST hands out
    /// what the kiosk answered as octets, once and to who asked.
    public static final String KIOSKS = BASE + "/kiosks";
    /// POST [KioskAssertion] answers [KioskToken].
    public static final String KIOSK_TOKENS = BASE + "/kiosk-tokens";
    /// GET, by a kiosk: [SignedProvision]. PUT `state` [KioskState] answers [NodeTime].
    public static final String KIOSK_SELF = BASE + "/kiosk";
    /// GET, by a kiosk: [KioskAssist]; `events`: GET, server-sent events `assist` with a [KioskAssist] whenever
    /// it is another; `help-calls`: POST answers HelpCall; `help-calls/{id}`: DELETE takes it back; `reports`:
    /// POST [NewReport] answers Report; `actions/{id}/state`: PUT [KioskActionMove]; `actions/{id}/answer`: PUT
    /// the answer as octets, at most [KioskAction#LARGEST_ANSWER], which says DONE too.
    public static final String KIOSK_ASSIST = KIOSK_SELF + "/assist";
    /// GET a list of Notice that are not over; POST [NewNotice] answers Notice; `{id}`: PUT [NewNotice],
    /// DELETE.
    public static final String NOTICES = BASE + "/notices";
    /// GET a list of HelpCall, newest first; `{id}/state`: PUT [HelpCallMove] answers HelpCall; `events`: GET,
    /// server-sent events `help-calls` with the list whenever it is another.
    public static final String HELP_CALLS = BASE + "/help-calls";
    /// GET a list of Report, newest first; POST [NewReport] answers Report; `{id}/closed`: POST.
    public static final String REPORTS = BASE + "/reports";
    /// GET `?q=&limit=` answers a list of [SearchHit], best first: by parts of names and numbers, Korean also
    /// by initial consonants.
    public static final String SEARCH = BASE + "/search";
    /// GET a list of Listing; POST [NewListing] answers Listing; `{id}`: PUT [NewListing], DELETE.
    public static final String LISTINGS = BASE + "/listings";
    /// GET a list of Hook; POST [NewHook] answers Hook; `{id}`: PUT [NewHook], DELETE; `{id}/secret`: GET
    /// [HookSecret]; `{id}/test`: POST answers HookTrial; `{id}/dead-letters`: GET a list of DeadLetter;
    /// `{id}/dead-letters/{check-in}/replay`: POST.
    public static final String HOOKS = BASE + "/hooks";
    /// POST CheckIn by a kiosk answers Receipt. GET `?after=&limit=` by staff, and what an [ExportFilter] has, answers
    /// a
    /// [Page] of CheckInEvent, newest first; `after` is the log index from which to go back.
    public static final String CHECK_INS = BASE + "/check-ins";
    /// GET `?student=&meeting=&from=&until=` answers a list of Attendance; POST [NewAttendance] answers
    /// Attendance; `{id}`: GET [AttendanceDetail]; `{id}/corrections`: POST [Correction] with `If-Match:
    /// "<revision>"` answers Attendance; `{id}/undo`: POST [Undo] with `If-Match` answers Attendance;
    /// `batches`: POST [CorrectionBatch]; `batches/{id}/undo`: POST [Undo].
    public static final String ATTENDANCE = BASE + "/attendance";
    /// What was agreed with a student, for support officers. `{student}/views`: POST [Reason] answers
    /// [Registration] and goes into the audit trail; `{student}/adjustments`: PUT [NewAdjustments];
    /// `{student}/consent`: PUT [ConsentText], DELETE; `{student}/export`: POST [Reason] answers a ZIP.
    /// `{student}/erasure`: POST [Reason], by administrators.
    public static final String REGISTRATIONS = BASE + "/registrations";
    /// GET `?after=&subject=&actor=&limit=` answers a [Page] of AuditEntry, the newest first; `after` is the
    /// number from which to go back. `export`: POST answers AuditLine, one a line (JSON Lines).
    public static final String AUDIT = BASE + "/audit";
    /// GET list of StatusMark; PUT StatusMark; `{code}`: DELETE.
    public static final String STATUSES = BASE + "/statuses";
    /// GET `?section=` a list of [LowAttendance], the lowest first; `{section}/{student}`: PUT
    /// [LowAttendanceMove].
    public static final String LOW_ATTENDANCE = BASE + "/low-attendance";

    /// GET `?from=&until=` (days, at most 366) answers [Statistics].
    public static final String STATISTICS = BASE + "/statistics";
    /// GET answers [UpstreamSummary].
    public static final String UPSTREAM = BASE + "/upstream";
    /// GET, by administrators: [NodeStatus]. `backups`: POST begins one and answers [BackupStatus];
    /// `backups/{name}/drill`: POST begins to restore it beside and to compare. `authority`: GET [NodeAuthority];
    /// `authority/rotation`: POST makes the next one known, answers the same.
    public static final String NODE = BASE + "/node";
    /// GET, by anybody who is known here: a list of NodeEntry, those that were heard of lately. `{id}`: DELETE, by
    /// administrators and who has the operator's token: takes a node out; `{id}/lead`: POST, has it lead.
    public static final String NODES = BASE + "/nodes";
    /// GET, server-sent events: `check-in` with a CheckInEvent, id = log index; resumes after `Last-Event-ID`.
    public static final String EVENTS = BASE + "/events";
    /// POST NewImport answers ImportTicket; `{id}/parts/{n}`: PUT the n-th part from 0 as octets; `{id}/plan`:
    /// GET ImportPlan, which changes nothing; `{id}/apply`: POST with `If-Match: "<digest of the plan>"`
    /// answers ImportPlan; DELETE `{id}`.
    public static final String IMPORTS = BASE + "/imports";
    /// GET a file, chunked: `check-ins`, `attendance`, `summaries/students`, `summaries/sections`,
    /// `summaries/departments`, `sections/{id}`, `sections/{id}/meetings/{meeting}` (to sign),
    /// `sections/{id}/meetings/{meeting}/marks` (for Moodle's attendance module).
    /// `?format=csv|xlsx|ods|jsonl&lang=ko|en&reason=` and what an [ExportFilter] has; the reason goes on
    /// record.
    public static final String EXPORTS = BASE + "/exports";
    /// GET, open: 200 while the process lives.
    public static final String LIVE = "/livez";
    /// GET, open: 200 when the node can acknowledge check-ins, 503 with the reason else.
    public static final String READY = "/readyz";
    /// GET, by administrators and who has the operator's token: metrics as text for Prometheus, version 0.0.4.
    public static final String METRICS = "/metrics";
    /// GET, open: this API as an OpenAPI 3.1 document.
    public static final String OPENAPI = "/openapi.json";

    private Paths() {}
}
