package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.server.http.For;
import org.seatside.server.resource.AboutResource;
import org.seatside.server.resource.AccountsResource;
import org.seatside.server.resource.AttendanceResource;
import org.seatside.server.resource.AuditResource;
import org.seatside.server.resource.CheckInsResource;
import org.seatside.server.resource.EventsResource;
import org.seatside.server.resource.HealthResource;
import org.seatside.server.resource.HelpCallsResource;
import org.seatside.server.resource.KioskAssistResource;
import org.seatside.server.resource.KioskSelfResource;
import org.seatside.server.resource.KioskTokensResource;
import org.seatside.server.resource.KiosksResource;
import org.seatside.server.resource.ListingsResource;
import org.seatside.server.resource.MeetingsResource;
import org.seatside.server.resource.NoticesResource;
import org.seatside.server.resource.OwnAccountResource;
import org.seatside.server.resource.PassesResource;
import org.seatside.server.resource.RegistrationResource;
import org.seatside.server.resource.ReportsResource;
import org.seatside.server.resource.RoomsResource;
import org.seatside.server.resource.SearchResource;
import org.seatside.server.resource.SectionsResource;
import org.seatside.server.resource.SessionsResource;
import org.seatside.server.resource.SetupResource;
import org.seatside.server.resource.StudentsResource;
import org.seatside.server.resource.UpstreamResource;

/// Who may call what, as a table: a new resource method belongs in it.
final class AccessTest {
    private static final String TABLE = """
            DELETE /api/v1/accounts/{id}/sessions ADMINISTRATOR
            DELETE /api/v1/accounts/{id}/totp ADMINISTRATOR
            DELETE /api/v1/kiosk/assist/help-calls/{id} KIOSK
            DELETE /api/v1/kiosks/{id} ADMINISTRATOR
            DELETE /api/v1/listings/{id} STAFF
            DELETE /api/v1/notices/{id} STAFF
            DELETE /api/v1/passes/{handle} STAFF
            DELETE /api/v1/registrations/{student}/consent SUPPORT
            DELETE /api/v1/sessions PERSON
            DELETE /api/v1/sessions/current PERSON
            DELETE /api/v1/sessions/{id} PERSON
            GET /api/v1/about ANYONE
            GET /api/v1/accounts ADMINISTRATOR
            GET /api/v1/accounts/{id} ADMINISTRATOR
            GET /api/v1/attendance STAFF
            GET /api/v1/audit AUDIT
            GET /api/v1/check-ins STAFF
            GET /api/v1/events STAFF
            GET /api/v1/help-calls STAFF
            GET /api/v1/help-calls/events STAFF
            GET /api/v1/kiosk KIOSK
            GET /api/v1/kiosk/assist KIOSK
            GET /api/v1/kiosk/assist/events KIOSK
            GET /api/v1/kiosks STAFF
            GET /api/v1/listings TEACHING
            GET /api/v1/meetings STAFF
            GET /api/v1/notices STAFF
            GET /api/v1/reports STAFF
            GET /api/v1/rooms STAFF
            GET /api/v1/rooms/{id}/code STAFF
            GET /api/v1/search TEACHING
            GET /api/v1/sections STAFF
            GET /api/v1/sessions PERSON
            GET /api/v1/students STAFF
            GET /api/v1/students/{id} STAFF
            GET /api/v1/students/{id}/passes STAFF
            GET /api/v1/upstream STAFF
            GET /livez ANYONE
            GET /readyz ANYONE
            POST /api/v1/account/totp PERSON
            POST /api/v1/account/totp/removal PERSON
            POST /api/v1/accounts ADMINISTRATOR
            POST /api/v1/attendance/{id}/corrections STAFF
            POST /api/v1/audit/export AUDIT
            POST /api/v1/check-ins KIOSK
            POST /api/v1/kiosk-tokens ANYONE
            POST /api/v1/kiosk/assist/help-calls KIOSK
            POST /api/v1/kiosk/assist/reports KIOSK
            POST /api/v1/kiosks ADMINISTRATOR
            POST /api/v1/kiosks/pair ANYONE
            POST /api/v1/listings STAFF
            POST /api/v1/meetings STAFF
            POST /api/v1/notices STAFF
            POST /api/v1/registrations/{student}/erasure ADMINISTRATOR
            POST /api/v1/registrations/{student}/export SUPPORT
            POST /api/v1/registrations/{student}/views SUPPORT
            POST /api/v1/reports STAFF
            POST /api/v1/reports/{id}/closed STAFF
            POST /api/v1/rooms STAFF
            POST /api/v1/rooms/tag STAFF
            POST /api/v1/sections STAFF
            POST /api/v1/sections/{id}/enrolments STAFF
            POST /api/v1/sessions ANYONE
            POST /api/v1/setup ANYONE
            POST /api/v1/students STAFF
            POST /api/v1/students/{id}/passes STAFF
            PUT /api/v1/account/password PERSON
            PUT /api/v1/account/totp PERSON
            PUT /api/v1/accounts/{id} ADMINISTRATOR
            PUT /api/v1/accounts/{id}/password ADMINISTRATOR
            PUT /api/v1/help-calls/{id}/state STAFF
            PUT /api/v1/kiosk/state KIOSK
            PUT /api/v1/kiosks/{id}/room STAFF
            PUT /api/v1/listings/{id} STAFF
            PUT /api/v1/notices/{id} STAFF
            PUT /api/v1/registrations/{student}/adjustments SUPPORT
            PUT /api/v1/registrations/{student}/consent SUPPORT
            PUT /api/v1/students/{id} STAFF
            """;

    private static final List<Class<?>> RESOURCES = List.of(
            AboutResource.class,
            AccountsResource.class,
            OwnAccountResource.class,
            RegistrationResource.class,
            AttendanceResource.class,
            ListingsResource.class,
            SearchResource.class,
            ReportsResource.class,
            NoticesResource.class,
            KioskAssistResource.class,
            HelpCallsResource.class,
            AuditResource.class,
            CheckInsResource.class,
            EventsResource.class,
            HealthResource.class,
            KioskSelfResource.class,
            KioskTokensResource.class,
            KiosksResource.class,
            MeetingsResource.class,
            PassesResource.class,
            RoomsResource.class,
            SectionsResource.class,
            SessionsResource.class,
            SetupResource.class,
            StudentsResource.class,
            UpstreamResource.class);

    @Test
    void everyResourceMethodIsForWhomTheTableSays() {
        String declared = RESOURCES.stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods())
                        .filter(method -> verb(method) != null)
                        .map(method -> verb(method) + " " + path(resource, method) + " "
                                + method.getAnnotation(For.class).value() + "\n"))
                .sorted()
                .collect(Collectors.joining());

        assertEquals(TABLE, declared);
    }

    @Test
    void everyResourceAnswersEveryCallerAsTheTableSays(@TempDir Path folder) throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", null);
            Map<String, Api> callers = new TreeMap<>(Map.of(
                    "ADMINISTRATOR", campus.admin(),
                    "KIOSK", kiosk.signIn(campus.open()),
                    "STRANGER", campus.open(),
                    "FORGER", campus.open().as("forged"),
                    "FORGED KIOSK", campus.open().as(kiosk.id() + ".99999999999.AAAA")));
            TABLE.lines()
                    .filter(line -> !line.contains("/events") && !line.contains("DELETE /api/v1/sessions"))
                    .forEach(line -> callers.forEach((caller, api) -> {
                        String[] words = line.split(" ", -1);
                        String path = words[1].replaceAll(
                                "\\{[a-z]+}", UUID.randomUUID().toString());
                        int status = api.send(words[0], path, words[0].startsWith("P") ? "{}" : null, Map.of())
                                .status();

                        assertEquals(
                                expected(words[2], caller),
                                status == 401 && !open(words[2]) ? 401 : status == 403 ? 403 : 0,
                                () -> line + " by " + caller + " was answered " + status);
                    }));
        }
    }

    private static boolean open(String audience) {
        return audience.equals("ANYONE");
    }

    /// 0 for "let in", whatever the resource then makes of an empty body.
    private static int expected(String audience, String caller) {
        if (open(audience)) {
            return 0;
        }
        return switch (caller) {
            case "ADMINISTRATOR" ->
                Set.of("KIOSK", "AUDIT", "SUPPORT", "STUDENT").contains(audience) ? 403 : 0;
            case "KIOSK" -> audience.equals("KIOSK") ? 0 : 403;
            default -> 401;
        };
    }

    private static @Nullable String verb(Method method) {
        return Stream.of(GET.class, POST.class, PUT.class, DELETE.class)
                .filter(method::isAnnotationPresent)
                .map(Class::getSimpleName)
                .findFirst()
                .orElse(null);
    }

    private static String path(Class<?> resource, Method method) {
        String base = resource.getAnnotation(jakarta.ws.rs.Path.class).value();
        jakarta.ws.rs.Path own = method.getAnnotation(jakarta.ws.rs.Path.class);
        if (own == null) {
            return base;
        }
        return own.value().startsWith("/") ? own.value() : base + "/" + own.value();
    }
}
