package org.seatside.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.seatside.json.Json;
import org.seatside.model.id.Ids;
import org.seatside.payload.PassVerifier;
import org.seatside.payload.PayloadReader;
import org.seatside.payload.RoomCodeVerifier;
import org.seatside.server.feed.CheckInFeed;
import org.seatside.server.http.Authenticator;
import org.seatside.server.http.Caller;
import org.seatside.server.resource.AboutResource;
import org.seatside.server.resource.AttendanceResource;
import org.seatside.server.resource.CheckInsResource;
import org.seatside.server.resource.EventsResource;
import org.seatside.server.resource.HealthResource;
import org.seatside.server.resource.KioskSelfResource;
import org.seatside.server.resource.KioskTokensResource;
import org.seatside.server.resource.KiosksResource;
import org.seatside.server.resource.MeetingsResource;
import org.seatside.server.resource.PassesResource;
import org.seatside.server.resource.RoomsResource;
import org.seatside.server.resource.SectionsResource;
import org.seatside.server.resource.SessionsResource;
import org.seatside.server.resource.SetupResource;
import org.seatside.server.resource.StudentsResource;
import org.seatside.server.resource.UpstreamResource;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.attendance.AttendanceService;
import org.seatside.service.attendance.CheckInJudge;
import org.seatside.service.attendance.CheckInService;
import org.seatside.service.attendance.OutcomeReader;
import org.seatside.service.attendance.Timetable;
import org.seatside.service.gateway.AttendanceGateway;
import org.seatside.service.gateway.UpstreamRelay;
import org.seatside.service.kiosk.KioskPresence;
import org.seatside.service.kiosk.KioskService;
import org.seatside.service.kiosk.KioskTokens;
import org.seatside.service.kiosk.Provisioning;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.roster.PassService;
import org.seatside.service.roster.RoomResolver;
import org.seatside.service.roster.RosterService;
import org.seatside.service.roster.RosterStore;
import org.seatside.service.staff.AttemptLimiter;
import org.seatside.service.staff.StaffService;
import org.seatside.storage.H2Stores;

/// The use cases of a node over its log and view, and the resources over them: the middle of the composition.
final class Services {
    private static final int REMEMBERED_CARDS = 50_000;

    private final Campus campus;
    private final InstantSource clock;
    private final Json json;
    private final StaffService staff;
    private final CheckInService checkIns;
    private final AttendanceService attendance;
    private final RosterService roster;
    private final PassService passes;
    private final KioskTokens tokens;
    private final KioskPresence presence;
    private final KioskService kiosks;
    private final Provisioning provisioning;
    private final UpstreamRelay relay;

    /// @param calls runs the calls to the institution's own service
    Services(
            Campus campus,
            H2Stores stores,
            Commands commands,
            AttendanceGateway gateway,
            Executor calls,
            InstantSource clock,
            SecureRandom random,
            Json json) {
        this.campus = campus;
        this.clock = clock;
        this.json = json;
        Ids ids = new Ids(clock, random);
        RosterStore people = stores.roster();
        PayloadReader payloads = new PayloadReader(campus.numbers());
        RoomResolver rooms = new RoomResolver(
                payloads, new RoomCodeVerifier(campus.trusted()), campus.tags().orElse(null), people);
        Timetable timetable = new Timetable(people, campus.zone());
        PassVerifier verifier = new PassVerifier(campus.trusted(), campus.zone(), REMEMBERED_CARDS);
        checkIns = new CheckInService(
                people,
                new CheckInJudge(payloads, verifier, rooms, people, timetable),
                new OutcomeReader(people, timetable),
                commands,
                clock,
                ids,
                gateway::knows);
        attendance = new AttendanceService(stores.attendance(), commands);
        roster = new RosterService(people, commands, campus.numbers(), rooms, clock);
        DerivedSecrets secrets = new DerivedSecrets(campus.keys().secret());
        passes = new PassService(
                people, commands, campus.passIssuer(), campus.roomCodeIssuer(), secrets, clock, campus.zone());
        AttemptLimiter attempts = new AttemptLimiter(clock);
        staff = new StaffService(stores.staff(), commands, new Argon2Passwords(random), attempts, clock, random, ids);
        tokens = new KioskTokens(people, secrets, clock);
        presence = new KioskPresence(clock);
        kiosks = new KioskService(
                people,
                commands,
                secrets,
                presence,
                attempts,
                clock,
                campus.keys().issuerPublicKeyText());
        provisioning =
                new Provisioning(people, campus.forKiosks(), campus.keys().issuerKey(), json::write, clock);
        relay = new UpstreamRelay(stores.upstream(), people, gateway, commands, clock, random, ids, calls);
    }

    StaffService staff() {
        return staff;
    }

    UpstreamRelay relay() {
        return relay;
    }

    /// Sessions of people and tokens of kiosks; the two look nothing alike.
    Authenticator authenticator() {
        return token -> token.indexOf('.') >= 0
                ? tokens.authenticate(token).map(Caller.Device::new)
                : Optional.<Caller>empty()
                        .or(() -> staff.authenticate(token)
                                .map(session -> new Caller.Person(session.account(), session.roles(), token)));
    }

    List<Object> resources(
            String version,
            String setupToken,
            CheckInFeed feed,
            Future<String> failure,
            Supplier<CommandLog.Readiness> readiness) {
        return List.of(
                new AboutResource(version, campus.name(), campus.zone().getId(), staff, clock),
                new HealthResource(failure, readiness),
                new SetupResource(staff, setupToken),
                new SessionsResource(staff),
                new StudentsResource(roster, passes),
                new PassesResource(passes),
                new RoomsResource(roster, passes),
                new SectionsResource(roster),
                new MeetingsResource(roster),
                new KiosksResource(kiosks),
                new KioskTokensResource(tokens),
                new KioskSelfResource(provisioning, presence, attendance, clock),
                new CheckInsResource(checkIns, attendance),
                new AttendanceResource(attendance, clock),
                new UpstreamResource(relay),
                new EventsResource(feed, authenticator(), json));
    }
}
