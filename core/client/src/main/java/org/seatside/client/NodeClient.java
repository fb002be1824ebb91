package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.About;
import org.seatside.model.api.Correction;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.api.ExternalCompletion;
import org.seatside.model.api.ExternalStart;
import org.seatside.model.api.ExternalStarted;
import org.seatside.model.api.HelpCallMove;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.KioskRoom;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewNotice;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.api.PassCard;
import org.seatside.model.api.Paths;
import org.seatside.model.api.RoomCode;
import org.seatside.model.api.SearchHit;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.api.TagCode;
import org.seatside.model.api.TagReading;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.imports.ImportPlan;
import org.seatside.model.imports.ImportTicket;
import org.seatside.model.imports.NewImport;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// A node as staff use it. Every change carries a command id: after a [NodeException.Kind#UNREACHABLE] send it
/// again under the same id, and it is made once. Calls block up to ten seconds; thread-safe.
public final class NodeClient implements AutoCloseable {
    private static final Duration IMPORT_WITHIN = Duration.ofMinutes(3);
    private static final Duration EXPORT_BEGINS = Duration.ofSeconds(60);

    private final Transport transport;
    private final Ids ids = new Ids(InstantSource.system(), new SecureRandom());
    private final ProofGate proofs = new ProofGate(this);
    private volatile @Nullable String token;

    /// @param nodes base addresses, such as `http://localhost:8080`; of several, the first that is ready is
    ///     used
    public NodeClient(List<URI> nodes, Json json) {
        this.transport = new Transport(nodes, json);
    }

    /// A new id for a change. Keep it until the change is made.
    public CommandId newCommand() {
        return ids.command();
    }

    public About about() throws NodeException {
        return read(Call.get(Paths.ABOUT), new TypeReference<>() {});
    }

    /// Makes the first administrator and stays signed in as such.
    public SignedIn setup(Setup setup, CommandId id) throws NodeException {
        return keep(read(Call.change("POST", Paths.SETUP, setup, id), new TypeReference<>() {}));
    }

    /// Opens a session; all later calls of this client use it.
    public SignedIn signIn(SignIn signIn) throws NodeException {
        return keep(read(Call.change("POST", Paths.SESSIONS, signIn, newCommand()), new TypeReference<>() {}));
    }

    /// Begins to sign in at the institution's own service: open the address in a browser.
    public ExternalStarted beginExternalSignIn(ExternalStart start) throws NodeException {
        return read(Call.change("POST", Paths.EXTERNAL_SIGN_INS, start, newCommand()), new TypeReference<>() {});
    }

    /// Opens a session with what came back from there; all later calls of this client use it. Not to be sent
    /// twice.
    public SignedIn completeExternalSignIn(ExternalCompletion completion) throws NodeException {
        Call call = Call.change("POST", Paths.EXTERNAL_SIGN_INS + "/completion", completion, newCommand());
        return keep(read(call, new TypeReference<>() {}));
    }

    /// Ends the session at the node; it is forgotten here even where the node cannot be reached.
    public void signOut() throws NodeException {
        try {
            change("DELETE", Paths.SESSIONS + "/current", null, newCommand());
        } finally {
            token = null;
        }
    }

    /// Uses a session opened before; null for none.
    public void resume(@Nullable String sessionToken) {
        token = sessionToken;
    }

    /// Whom to ask where a call needs the person to prove once more who they are; the call is sent again then.
    /// Without one, such calls fail with [NodeException#proofNeeded].
    ///
    /// @param prompt null for nobody
    public void askForProof(@Nullable ProofPrompt prompt) {
        proofs.ask(prompt);
    }

    public boolean signedIn() {
        return token != null;
    }

    /// Accounts, the own one and those that an administrator looks after.
    public AccountClient accounts() {
        return new AccountClient(this);
    }

    /// What was agreed with students: for support officers.
    public RegistrationClient registrations() {
        return new RegistrationClient(this);
    }

    /// Searches everything by parts of names and numbers, Korean also by initial consonants; the best first.
    public List<SearchHit> search(String query, int limit) throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("q", query);
        parameters.put("limit", limit);
        return read(Call.get(Call.query(Paths.SEARCH, parameters)), new TypeReference<>() {});
    }

    /// @param query part of a name or number; blank for all
    /// @param after [Page#next] of the page before; null for the first
    public Page<Student> students(String query, int limit, @Nullable String after) throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("q", query);
        parameters.put("limit", limit);
        put(parameters, "after", after);
        return read(Call.get(Call.query(Paths.STUDENTS, parameters)), new TypeReference<>() {});
    }

    /// Notices on kiosks that are not over.
    public List<Notice> notices() throws NodeException {
        return read(Call.get(Paths.NOTICES), new TypeReference<>() {});
    }

    public Notice addNotice(NewNotice notice, CommandId id) throws NodeException {
        return read(Call.change("POST", Paths.NOTICES, notice, id), new TypeReference<>() {});
    }

    public Notice changeNotice(NoticeId notice, NewNotice changed, CommandId id) throws NodeException {
        return read(Call.change("PUT", Paths.NOTICES + "/" + notice, changed, id), new TypeReference<>() {});
    }

    public void removeNotice(NoticeId notice, CommandId id) throws NodeException {
        change("DELETE", Paths.NOTICES + "/" + notice, null, id);
    }

    /// Open calls for help and some that are over, newest first.
    public List<HelpCall> helpCalls() throws NodeException {
        return read(Call.get(Paths.HELP_CALLS), new TypeReference<>() {});
    }

    public HelpCall moveHelpCall(HelpCallId call, HelpCallState to, CommandId id) throws NodeException {
        return read(
                Call.change("PUT", Paths.HELP_CALLS + "/" + call + "/state", new HelpCallMove(to), id),
                new TypeReference<>() {});
    }

    /// What students reported, newest first.
    public List<Report> reports() throws NodeException {
        return read(Call.get(Paths.REPORTS), new TypeReference<>() {});
    }

    public void closeReport(ReportId report, CommandId id) throws NodeException {
        change("POST", Paths.REPORTS + "/" + report + "/closed", null, id);
    }

    public Student student(StudentId id) throws NodeException {
        return read(Call.get(Paths.STUDENTS + "/" + id), new TypeReference<>() {});
    }

    public Student addStudent(NewStudent student, CommandId id) throws NodeException {
        return read(Call.change("POST", Paths.STUDENTS, student, id), new TypeReference<>() {});
    }

    public Student changeStudent(Student student, CommandId id) throws NodeException {
        return read(Call.change("PUT", Paths.STUDENTS + "/" + student.id(), student, id), new TypeReference<>() {});
    }

    public List<IssuedPass> passes(StudentId student) throws NodeException {
        return read(Call.get(Paths.STUDENTS + "/" + student + "/passes"), new TypeReference<>() {});
    }

    public PassCard issuePass(StudentId student, NewPass pass, CommandId id) throws NodeException {
        return read(
                Call.change("POST", Paths.STUDENTS + "/" + student + "/passes", pass, id), new TypeReference<>() {});
    }

    public void revokePass(String handle, CommandId id) throws NodeException {
        change("DELETE", Paths.PASSES + "/" + Call.encode(handle), null, id);
    }

    /// @param after [Page#next] of the page before; null for the first
    public Page<Room> rooms(@Nullable String after) throws NodeException {
        return read(Call.get(page(Paths.ROOMS, after)), new TypeReference<>() {});
    }

    public Room addRoom(NewRoom room, CommandId id) throws NodeException {
        return read(Call.change("POST", Paths.ROOMS, room, id), new TypeReference<>() {});
    }

    /// What a legacy tag says; changes nothing.
    public TagReading readTag(TagCode code) throws NodeException {
        return read(Call.change("POST", Paths.ROOMS + "/tag", code, newCommand()), new TypeReference<>() {});
    }

    public RoomCode roomCode(RoomId room) throws NodeException {
        return read(Call.get(Paths.ROOMS + "/" + room + "/code"), new TypeReference<>() {});
    }

    /// @param after [Page#next] of the page before; null for the first
    public Page<Section> sections(@Nullable String after) throws NodeException {
        return read(Call.get(page(Paths.SECTIONS, after)), new TypeReference<>() {});
    }

    public Section addSection(NewSection section, CommandId id) throws NodeException {
        return read(Call.change("POST", Paths.SECTIONS, section, id), new TypeReference<>() {});
    }

    public void enrol(SectionId section, Enrolment enrolment, CommandId id) throws NodeException {
        change("POST", Paths.SECTIONS + "/" + section + "/enrolments", enrolment, id);
    }

    public List<Meeting> meetings(MeetingFilter filter) throws NodeException {
        return read(Call.get(Call.query(Paths.MEETINGS, filter.parameters())), new TypeReference<>() {});
    }

    /// A part of the same, by start.
    ///
    /// @param after the last of the part before; null for the first part
    /// @param limit fewer than this are the last part
    public List<Meeting> meetings(MeetingFilter filter, @Nullable MeetingId after, int limit) throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>(filter.parameters());
        put(parameters, "after", after);
        parameters.put("limit", limit);
        return read(Call.get(Call.query(Paths.MEETINGS, parameters)), new TypeReference<>() {});
    }

    public Meeting addMeeting(NewMeeting meeting, CommandId id) throws NodeException {
        return read(Call.change("POST", Paths.MEETINGS, meeting, id), new TypeReference<>() {});
    }

    /// PINs of students.
    public PinCalls pins() {
        return new PinCalls(this);
    }

    /// Buildings, rooms, seats and where kiosks stand.
    public PlaceCalls places() {
        return new PlaceCalls(this);
    }

    /// Attendance entered, corrected, taken back; histories, class sheets and counts.
    public RecordCalls records() {
        return new RecordCalls(this);
    }

    /// Terms, courses, rosters and the timetable.
    public TimetableCalls timetable() {
        return new TimetableCalls(this);
    }

    /// Webhooks: for administrators.
    public HookCalls hooks() {
        return new HookCalls(this);
    }

    /// The node itself and its backups: for administrators.
    public NodeCalls node() {
        return new NodeCalls(this);
    }

    /// The audit trail: for auditors.
    public AuditCalls audit() {
        return new AuditCalls(this);
    }

    public List<KioskView> kiosks() throws NodeException {
        return read(Call.get(Paths.KIOSKS), new TypeReference<>() {});
    }

    /// What kiosks are asked to do now: restart, show a picture, read, check themselves.
    public KioskActionCalls kioskActions() {
        return new KioskActionCalls(this);
    }

    public KioskInvitation inviteKiosk(NewKiosk kiosk, CommandId id) throws NodeException {
        return read(Call.change("POST", Paths.KIOSKS, kiosk, id), new TypeReference<>() {});
    }

    public void placeKiosk(KioskId kiosk, KioskRoom room, CommandId id) throws NodeException {
        change("PUT", Paths.KIOSKS + "/" + kiosk + "/room", room, id);
    }

    public void revokeKiosk(KioskId kiosk, CommandId id) throws NodeException {
        change("DELETE", Paths.KIOSKS + "/" + kiosk, null, id);
    }

    /// Newest first.
    ///
    /// @param after [Page#next] of the page before; null for the newest
    public Page<CheckInEvent> checkIns(@Nullable String after, int limit) throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "after", after);
        parameters.put("limit", limit);
        return read(Call.get(Call.query(Paths.CHECK_INS, parameters)), new TypeReference<>() {});
    }

    /// Those that fit, newest first. A page may be short or empty and yet not be the last: go on while there is a
    /// [Page#next].
    ///
    /// @param after as above
    public Page<CheckInEvent> checkIns(ExportFilter filter, @Nullable String after, int limit) throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, filter);
        put(parameters, "after", after);
        parameters.put("limit", limit);
        return read(Call.get(Call.query(Paths.CHECK_INS, parameters)), new TypeReference<>() {});
    }

    public List<Attendance> attendance(AttendanceFilter filter) throws NodeException {
        return read(Call.get(Call.query(Paths.ATTENDANCE, filter.parameters())), new TypeReference<>() {});
    }

    /// Adds a revision to the record as it was read.
    ///
    /// @throws NodeException of kind CONFLICT where somebody corrected it since: read it again and show both
    public Attendance correct(Attendance seen, Correction correction, CommandId id) throws NodeException {
        Call call = Call.change("POST", Paths.ATTENDANCE + "/" + seen.id() + "/corrections", correction, id)
                .with("If-Match", "\"" + seen.revision() + "\"");
        return read(call, new TypeReference<>() {});
    }

    public UpstreamSummary upstream() throws NodeException {
        return read(Call.get(Paths.UPSTREAM), new TypeReference<>() {});
    }

    /// Writes an export to a stream, as it comes; however much it is, memory does not depend on it. The stream
    /// stays open. Blocks until all is written.
    ///
    /// @param what below [Paths#EXPORTS]: `check-ins`, `attendance`, `sections/{id}`
    /// @throws NodeException of kind UNREACHABLE also where the export broke off: what was written is not all
    /// @throws IOException where the stream takes nothing more
    public void export(
            String what, ExportFilter filter, ExportFormat format, String language, String reason, OutputStream out)
            throws NodeException, IOException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("format", format.extension());
        parameters.put("lang", language);
        parameters.put("reason", reason);
        put(parameters, filter);
        copy(
                Call.get(Call.query(Paths.EXPORTS + "/" + what, parameters)).within(EXPORT_BEGINS),
                format.mediaType(),
                out);
    }

    /// Sends a file to be imported; nothing is changed by it. End it with [#applyImport] or [#dropImport].
    ///
    /// @param progress told the bytes sent so far; what it throws ends the sending
    /// @return the import's id
    public String sendImport(Path file, LongConsumer progress) throws NodeException, IOException {
        NewImport announced = new NewImport(String.valueOf(file.getFileName()), Files.size(file));
        ImportTicket ticket =
                read(Call.change("POST", Paths.IMPORTS, announced, newCommand()), new TypeReference<>() {});
        try (InputStream in = Files.newInputStream(file)) {
            long sent = 0;
            byte[] part = in.readNBytes(ticket.partBytes());
            for (int number = 0; part.length > 0; number++) {
                change("PUT", Paths.IMPORTS + "/" + ticket.id() + "/parts/" + number, part, newCommand());
                sent += part.length;
                progress.accept(sent);
                part = in.readNBytes(ticket.partBytes());
            }
        }
        return ticket.id();
    }

    /// What an import would change; changes nothing.
    public ImportPlan importPlan(String id) throws NodeException {
        Call call = Call.get(Paths.IMPORTS + "/" + id + "/plan").within(IMPORT_WITHIN);
        return read(call, new TypeReference<>() {});
    }

    /// Changes all that the plan says, or nothing.
    ///
    /// @throws NodeException of kind CONFLICT where what there is has changed since the plan: look again
    public ImportPlan applyImport(String id, ImportPlan plan, CommandId command) throws NodeException {
        Call call = Call.change("POST", Paths.IMPORTS + "/" + id + "/apply", null, command)
                .with("If-Match", "\"" + plan.digest() + "\"")
                .within(IMPORT_WITHIN);
        return read(call, new TypeReference<>() {});
    }

    public void dropImport(String id) throws NodeException {
        change("DELETE", Paths.IMPORTS + "/" + id, null, newCommand());
    }

    /// Check-ins as they happen, on a thread of its own, until closed.
    ///
    /// @param afterLogIndex the last check-in seen, to miss none since; null to begin with what comes
    public ChangeFeed follow(@Nullable Long afterLogIndex, ChangeFeed.Listener listener) {
        return new ChangeFeed(transport, () -> Optional.ofNullable(token), afterLogIndex, listener);
    }

    private SignedIn keep(SignedIn session) {
        token = session.token();
        return session;
    }

    void copy(Call call, String type, OutputStream out) throws NodeException, IOException {
        OutputStream _ = proofs.<OutputStream, IOException>through(() -> {
            transport.copy(call.bearing(token), type, out);
            return out;
        });
    }

    void change(String method, String path, @Nullable Object body, CommandId id) throws NodeException {
        send(Call.change(method, path, body, id));
    }

    <T> T read(Call call, TypeReference<T> type) throws NodeException {
        byte[] body = send(call);
        try {
            return transport.json().read(body, type);
        } catch (MalformedJsonException e) {
            throw Transport.notOurs("The answer to " + call + " is not what version 1 says", e);
        }
    }

    private byte[] send(Call call) throws NodeException {
        return proofs.through(() -> transport.call(call.bearing(token)));
    }

    static String page(String path, @Nullable String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "after", after);
        return Call.query(path, parameters);
    }

    private static void put(Map<String, Object> parameters, ExportFilter filter) {
        put(parameters, "from", filter.from());
        put(parameters, "until", filter.until());
        put(parameters, "student", filter.student());
        put(parameters, "section", filter.section());
        put(parameters, "room", filter.room());
        put(parameters, "kiosk", filter.kiosk());
        put(parameters, "outcome", filter.outcome());
        put(parameters, "trace", filter.trace());
        put(parameters, "how", filter.how());
        put(parameters, "upstream", filter.upstream());
    }

    static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    /// Ends calls in flight; returns within two seconds.
    @Override
    public void close() {
        transport.close();
    }
}
