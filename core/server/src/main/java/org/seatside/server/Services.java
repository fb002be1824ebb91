package org.seatside.server;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.seatside.exchange.ExportFiles;
import org.seatside.exchange.intake.Intake;
import org.seatside.json.Json;
import org.seatside.model.api.Provision;
import org.seatside.model.api.Role;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.id.Ids;
import org.seatside.payload.PassVerifier;
import org.seatside.payload.PayloadReader;
import org.seatside.payload.RoomCodeVerifier;
import org.seatside.server.feed.ChangeSignal;
import org.seatside.server.feed.Changes;
import org.seatside.server.feed.CheckInFeed;
import org.seatside.server.http.Authenticator;
import org.seatside.server.http.Caller;
import org.seatside.server.http.Origins;
import org.seatside.server.oidc.OidcSignIn;
import org.seatside.server.resource.AboutResource;
import org.seatside.server.resource.AccountsResource;
import org.seatside.server.resource.AssistStreams;
import org.seatside.server.resource.AttendanceResource;
import org.seatside.server.resource.AttendanceRulesResource;
import org.seatside.server.resource.AuditResource;
import org.seatside.server.resource.BuildingsResource;
import org.seatside.server.resource.CheckInsResource;
import org.seatside.server.resource.ClassSheetResource;
import org.seatside.server.resource.CoursesResource;
import org.seatside.server.resource.DepartmentsResource;
import org.seatside.server.resource.EventsResource;
import org.seatside.server.resource.ExportsResource;
import org.seatside.server.resource.ExternalSignInResource;
import org.seatside.server.resource.HealthResource;
import org.seatside.server.resource.HelpCallsResource;
import org.seatside.server.resource.HistoryResource;
import org.seatside.server.resource.HolidaysResource;
import org.seatside.server.resource.HooksResource;
import org.seatside.server.resource.ImportsResource;
import org.seatside.server.resource.KioskActionsResource;
import org.seatside.server.resource.KioskAssistResource;
import org.seatside.server.resource.KioskSelfResource;
import org.seatside.server.resource.KioskTokensResource;
import org.seatside.server.resource.KiosksResource;
import org.seatside.server.resource.LecturersResource;
import org.seatside.server.resource.ListingsResource;
import org.seatside.server.resource.LowAttendanceResource;
import org.seatside.server.resource.MeetingsResource;
import org.seatside.server.resource.NoticesResource;
import org.seatside.server.resource.OwnAccountResource;
import org.seatside.server.resource.OwnResource;
import org.seatside.server.resource.PassesResource;
import org.seatside.server.resource.PatternsResource;
import org.seatside.server.resource.PinsResource;
import org.seatside.server.resource.RegistrationResource;
import org.seatside.server.resource.ReportsResource;
import org.seatside.server.resource.RoomsResource;
import org.seatside.server.resource.SearchResource;
import org.seatside.server.resource.SeatsResource;
import org.seatside.server.resource.SectionsResource;
import org.seatside.server.resource.SessionsResource;
import org.seatside.server.resource.SetupResource;
import org.seatside.server.resource.StatisticsResource;
import org.seatside.server.resource.StatusesResource;
import org.seatside.server.resource.StudentsResource;
import org.seatside.server.resource.TermsResource;
import org.seatside.server.resource.UpstreamResource;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.PinProofs;
import org.seatside.service.Vault;
import org.seatside.service.adjustments.AdjustmentService;
import org.seatside.service.adjustments.PinService;
import org.seatside.service.adjustments.StudentDataService;
import org.seatside.service.assist.AssistService;
import org.seatside.service.attendance.AbsenceService;
import org.seatside.service.attendance.AttendanceService;
import org.seatside.service.attendance.CheckInJudge;
import org.seatside.service.attendance.CheckInService;
import org.seatside.service.attendance.LowAttendanceService;
import org.seatside.service.attendance.OutcomeReader;
import org.seatside.service.attendance.RecordService;
import org.seatside.service.attendance.RecordStore;
import org.seatside.service.attendance.Timetable;
import org.seatside.service.audit.AuditTrail;
import org.seatside.service.export.ExportService;
import org.seatside.service.gateway.AttendanceGateway;
import org.seatside.service.gateway.UpstreamRelay;
import org.seatside.service.hook.HookDispatcher;
import org.seatside.service.hook.HookSender;
import org.seatside.service.hook.HookService;
import org.seatside.service.imports.ImportService;
import org.seatside.service.kiosk.KioskActions;
import org.seatside.service.kiosk.KioskPresence;
import org.seatside.service.kiosk.KioskService;
import org.seatside.service.kiosk.KioskTokens;
import org.seatside.service.kiosk.Provisioning;
import org.seatside.service.lms.LmsService;
import org.seatside.service.lms.ScoreSender;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.own.OwnService;
import org.seatside.service.places.PlaceService;
import org.seatside.service.retention.RetentionService;
import org.seatside.service.roster.PassService;
import org.seatside.service.roster.RoomResolver;
import org.seatside.service.roster.RosterService;
import org.seatside.service.roster.RosterStore;
import org.seatside.service.search.SearchService;
import org.seatside.service.staff.AccountService;
import org.seatside.service.staff.AttemptLimiter;
import org.seatside.service.staff.OwnAccountService;
import org.seatside.service.staff.Passwords;
import org.seatside.service.staff.StaffService;
import org.seatside.service.staff.StaffStore;
import org.seatside.service.timetable.CatalogueService;
import org.seatside.service.timetable.TimetableService;
import org.seatside.storage.H2Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The use cases of a node over its log and view, and the resources over them: the middle of the composition.
final class Services {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);
    private static final int REMEMBERED_CARDS = 50_000;

    /// Of what is past its time, in one round of a minute: check-ins go on meanwhile.
    private static final int RETENTION_PARTS = 20;

    private final Campus campus;
    private final InstantSource clock;
    private final Json json;
    private final Origins origins = new Origins();
    private final StaffService staff;
    private final @Nullable OidcSignIn oidc;
    private final AccountService accounts;
    private final OwnAccountService ownAccount;
    private final CheckInService checkIns;
    private final AttendanceService attendance;
    private final RosterService roster;
    private final PassService passes;
    private final AuditTrail audit;
    private final RetentionService retention;
    private final AdjustmentService adjustments;
    private final StudentDataService studentData;
    private final OwnService own;
    private final PinService pins;
    private final Ids ids;
    private final PlaceService places;
    private final CatalogueService catalogue;
    private final TimetableService timetables;
    private final RecordService records;
    private final AbsenceService absences;
    private final LowAttendanceService low;
    private final Set<Role> secondFactor;
    private final Duration proofGood;
    private final RecordStore lmsRecords;
    private final RosterStore people;
    private final Commands commands;
    private final KioskTokens tokens;
    private final KioskPresence presence;
    private final KioskService kiosks;
    private final KioskActions kioskActions;
    private final Provisioning provisioning;
    private final UpstreamRelay relay;
    private final AssistService assist;
    private final HookService hooks;
    private final HookDispatcher hookDispatcher;
    private final SearchService search;
    private final ExportService exports;
    private final ImportService imports;

    /// @param calls runs the calls to the institution's own service
    /// @param threads runs what a request does beside its own thread
    /// @param authorities that vouch for nodes; gives null where there are none of our own
    Services(
            Campus campus,
            H2Stores stores,
            Commands log,
            AttendanceGateway gateway,
            HookSender webhooks,
            Executor calls,
            Executor threads,
            InstantSource clock,
            SecureRandom random,
            Json json,
            Consumer<AuditCheckpoint> checkpoints,
            Supplier<Provision.@Nullable Authorities> authorities,
            PeopleConfig config) {
        this.campus = campus;
        this.secondFactor = Set.copyOf(config.secondFactor());
        this.proofGood = config.proofGood();
        this.clock = clock;
        this.json = json;
        ids = new Ids(clock, random);
        commands = log.from(origins);
        DerivedSecrets secrets = new DerivedSecrets(campus.keys().secret());
        Vault vault = new Vault(new SecretKeySpec(secrets.derive("vault", "1", 32), "AES"), random);
        AuditTrail.Signer signer = new AuditTrail.Signer(
                campus.institution().toString(),
                campus.keys().number(),
                campus.keys().issuerKey(),
                campus.keys().issuerPublicKeyText());
        audit = new AuditTrail(stores.audit(), commands, signer, checkpoints, clock, ids);
        retention = new RetentionService(
                stores.retention(), commands, audit, config.retention().periods(), clock, ids, campus.zone());
        adjustments = new AdjustmentService(
                stores.adjustments(), commands, audit, vault, new AdjustmentForm(json), clock, campus.zone());
        people = stores.roster();
        lmsRecords = stores.records();
        PayloadReader payloads = new PayloadReader(campus.numbers());
        RoomResolver rooms = new RoomResolver(
                payloads, new RoomCodeVerifier(campus.trusted()), campus.tags().orElse(null), people);
        Timetable timetable = new Timetable(people, campus.zone(), adjustments);
        PassVerifier verifier = new PassVerifier(campus.trusted(), campus.zone(), REMEMBERED_CARDS);
        checkIns = new CheckInService(
                people,
                new CheckInJudge(payloads, verifier, rooms, people, timetable, new PinProofs(secrets)),
                new OutcomeReader(people, timetable),
                commands,
                clock,
                ids,
                gateway::knows,
                adjustments,
                campus.zone());
        own = new OwnService(stores.own(), people, stores.attendance());
        studentData = new StudentDataService(
                people, stores.attendance(), stores.adjustments(), adjustments, audit, commands, json::write);
        attendance = new AttendanceService(stores.attendance(), commands);
        roster = new RosterService(people, commands, campus.numbers(), rooms);
        passes = new PassService(
                people, commands, campus.passIssuer(), campus.roomCodeIssuer(), secrets, clock, campus.zone());
        AttemptLimiter attempts = new AttemptLimiter(clock);
        PasswordHashes hashes = new PasswordHashes(random);
        Passwords passwords =
                new Passwords(hashes, new CommonPasswords(), List.of("seatside", "attendance", campus.name()));
        pins = new PinService(stores.adjustments(), people, commands, hashes, secrets, clock, ids);
        staff = new StaffService(stores.staff(), commands, passwords, vault, clock, random, ids);
        oidc = oidc(config.oidc(), vault, random);
        accounts = new AccountService(stores.staff(), commands, passwords);
        ownAccount = new OwnAccountService(
                stores.staff(), commands, passwords, vault, secrets, clock, ids, "Seatside " + campus.name());
        tokens = new KioskTokens(people, secrets, clock);
        presence = new KioskPresence(clock);
        kioskActions = new KioskActions(
                people,
                (action, kiosk, actor, command) -> audit.note(action, kiosk.toString(), null, actor, command),
                clock);
        kiosks = new KioskService(
                people,
                commands,
                secrets,
                presence,
                attempts,
                clock,
                campus.keys().issuerPublicKeyText());
        places = new PlaceService(stores.places(), people, kiosks, commands, clock);
        catalogue = new CatalogueService(stores.timetable(), people, commands, clock, campus.zone());
        timetables = new TimetableService(stores.timetable(), people, commands, clock, campus.zone());
        records = new RecordService(stores.records(), people, stores.timetable(), commands, clock, campus.zone());
        absences = new AbsenceService(stores.records(), timetables, kiosks, commands, clock, campus.zone());
        low = new LowAttendanceService(stores.records(), timetables, commands, clock, ids, campus.zone());
        provisioning = new Provisioning(
                people, campus.forKiosks(), authorities, campus.keys().issuerKey(), json::write, clock);
        assist = new AssistService(stores.assist(), commands, clock);
        hooks = new HookService(stores.hooks(), stores.attendance(), webhooks, secrets, commands);
        hookDispatcher = new HookDispatcher(
                stores.hooks(),
                stores.attendance(),
                webhooks,
                secrets,
                commands,
                json::write,
                "urn:seatside:" + campus.institution(),
                clock,
                random,
                ids,
                threads);
        search = new SearchService(stores.search(), commands);
        relay = new UpstreamRelay(stores.upstream(), people, gateway, commands, clock, random, ids, calls);
        exports = new ExportService(
                stores.exports(),
                new ExportFiles(),
                (action, subject, detail, actor) -> audit.note(action, subject, detail, actor, ids.command()),
                campus.zone(),
                clock,
                threads);
        imports = new ImportService(
                stores.imports(),
                commands,
                campus.numbers(),
                rooms,
                ids,
                clock,
                campus.zone(),
                timetables,
                stores.timetable(),
                people);
    }

    private @Nullable OidcSignIn oidc(PeopleConfig.Oidc configured, Vault vault, SecureRandom random) {
        return configured.issuer() == null || configured.clientId() == null
                ? null
                : new OidcSignIn(
                        configured.issuer(),
                        configured.clientId(),
                        configured.clientSecret(),
                        staff,
                        vault,
                        json,
                        clock,
                        random);
    }

    /// What of the services has to be closed.
    AutoCloseable connections() {
        return () -> {
            if (oidc != null) {
                oidc.close();
            }
        };
    }

    StaffService staff() {
        return staff;
    }

    AuditTrail audit() {
        return audit;
    }

    /// What a node does by itself every minute.
    void keepHouse() {
        audit.sealIfDue();
        adjustments.endOver(ids.command());
        int parts = 0;
        while (parts < RETENTION_PARTS && retention.round()) {
            parts++;
        }
    }

    HookDispatcher hookDispatcher() {
        return hookDispatcher;
    }

    /// Null where no learning management system is configured.
    @Nullable
    LmsService lms(LmsConfig config, @Nullable ScoreSender sender, Executor threads) {
        return sender == null
                ? null
                : new LmsService(
                        lmsRecords,
                        people,
                        sender,
                        config.courses().stream().map(LmsConfig.Course::course).toList(),
                        commands,
                        clock,
                        ids,
                        campus.zone(),
                        threads);
    }

    DailyReport report(ReportConfig config, HookSender webhooks) {
        return new DailyReport(config, records, kiosks, webhooks, json, campus.zone(), clock);
    }

    KioskActions kioskActions() {
        return kioskActions;
    }

    KioskPresence presence() {
        return presence;
    }

    /// What a node looks at by itself every hour.
    void look() {
        low.round();
    }

    /// Closes the meetings that are over.
    void closeMeetings() {
        int meetings = absences.round();
        if (meetings > 0) {
            LOG.info("closed {} meetings", meetings);
        }
    }

    UpstreamRelay relay() {
        return relay;
    }

    /// Sessions of people and tokens of kiosks; the two look nothing alike.
    Authenticator authenticator() {
        return authenticator(staff::authenticate);
    }

    private Authenticator authenticator(Function<String, Optional<StaffStore.Session>> sessions) {
        return token -> token.indexOf('.') >= 0
                ? tokens.authenticate(token).map(Caller.Device::new)
                : Optional.<Caller>empty()
                        .or(() -> sessions.apply(token)
                                .map(session -> new Caller.Person(
                                        session.account(),
                                        session.roles(),
                                        token,
                                        session.student(),
                                        session.mustChange(),
                                        needsSecondFactor(session),
                                        isFresh(session))));
    }

    private boolean isFresh(StaffStore.Session session) {
        Instant provedAt = session.provedAt();
        return provedAt != null && clock.instant().isBefore(provedAt.plus(proofGood));
    }

    private boolean needsSecondFactor(StaffStore.Session session) {
        return session.passwordAlone() && session.roles().stream().anyMatch(secondFactor::contains);
    }

    Object importsFrom(Uploads uploads) {
        return new ImportsResource(uploads, new Intake(campus.zone()), imports);
    }

    List<Object> resources(
            String version,
            String setupToken,
            CheckInFeed feed,
            Changes changes,
            ChangeSignal assistChanges,
            Future<String> failure,
            Supplier<CommandLog.Readiness> readiness,
            Consumer<Outcome> answered) {
        Authenticator watching = authenticator(staff::watch);
        AssistStreams streams = new AssistStreams(assistChanges, watching, json);
        return List.of(
                new SearchResource(search),
                new ListingsResource(search),
                new HooksResource(hooks, hookDispatcher),
                new NoticesResource(assist),
                new HelpCallsResource(assist, streams),
                new ReportsResource(assist),
                new KioskAssistResource(assist, kioskActions, streams),
                new AboutResource(version, campus.name(), campus.zone().getId(), staff, clock),
                new HealthResource(failure, readiness),
                origins,
                new SetupResource(staff, setupToken, origins),
                new SessionsResource(staff, ownAccount, origins),
                new PinsResource(pins),
                new OwnResource(own, studentData, low, clock),
                new ExternalSignInResource(oidc, origins),
                new OwnAccountResource(ownAccount, origins, proofGood, clock),
                new AccountsResource(accounts),
                new AuditResource(audit, json),
                new RegistrationResource(adjustments, studentData),
                new StudentsResource(roster, passes),
                new PassesResource(passes),
                new RoomsResource(roster, passes, places),
                new BuildingsResource(places),
                new SeatsResource(places),
                new TermsResource(catalogue, places),
                new DepartmentsResource(catalogue, places),
                new CoursesResource(catalogue, places),
                new LecturersResource(catalogue, places),
                new SectionsResource(catalogue, places),
                new PatternsResource(timetables),
                new HolidaysResource(timetables),
                new AttendanceRulesResource(timetables),
                new MeetingsResource(timetables, places),
                new KiosksResource(kiosks, places),
                new KioskActionsResource(kioskActions),
                new KioskTokensResource(tokens),
                new KioskSelfResource(provisioning, presence, attendance, clock),
                new CheckInsResource(checkIns, attendance, answered),
                new AttendanceResource(attendance, records, clock),
                new HistoryResource(records),
                new ClassSheetResource(records),
                new StatisticsResource(records),
                new LowAttendanceResource(low),
                new StatusesResource(records),
                new UpstreamResource(relay),
                new ExportsResource(exports),
                new EventsResource(feed, changes, watching, json));
    }
}
