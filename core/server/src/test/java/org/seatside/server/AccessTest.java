package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.id.StudentId;
import org.seatside.server.http.For;

/// Who may call what, as a table: a new resource method belongs in it.
final class AccessTest {
    private static final String TABLE = """
            DELETE /api/v1/accounts/{id}/sessions ADMINISTRATOR
            DELETE /api/v1/accounts/{id}/totp ADMINISTRATOR
            DELETE /api/v1/buildings/{id} STAFF
            DELETE /api/v1/courses/{id} STAFF
            DELETE /api/v1/departments/{id} STAFF
            DELETE /api/v1/holidays/{day} STAFF
            DELETE /api/v1/hooks/{id} ADMINISTRATOR
            DELETE /api/v1/imports/{id} ADMINISTRATOR
            DELETE /api/v1/kiosk/assist/help-calls/{id} KIOSK
            DELETE /api/v1/kiosks/{id} ADMINISTRATOR
            DELETE /api/v1/lecturers/{id} STAFF
            DELETE /api/v1/listings/{id} STAFF
            DELETE /api/v1/meetings/{id} STAFF
            DELETE /api/v1/nodes/{id} OPERATOR
            DELETE /api/v1/notices/{id} STAFF
            DELETE /api/v1/passes/{handle} STAFF
            DELETE /api/v1/patterns/{id} STAFF
            DELETE /api/v1/pins/{student} STAFF
            DELETE /api/v1/registrations/{student}/consent SUPPORT
            DELETE /api/v1/rooms/{id} STAFF
            DELETE /api/v1/seats/{id} STAFF
            DELETE /api/v1/sections/{id} STAFF
            DELETE /api/v1/sessions PERSON
            DELETE /api/v1/sessions/current PERSON
            DELETE /api/v1/sessions/{id} PERSON
            DELETE /api/v1/statuses/{code} ADMINISTRATOR
            DELETE /api/v1/terms/{id} STAFF
            GET /api/v1/about ANYONE
            GET /api/v1/accounts ADMINISTRATOR
            GET /api/v1/accounts/{id} ADMINISTRATOR
            GET /api/v1/attendance STAFF
            GET /api/v1/attendance-rules STAFF
            GET /api/v1/attendance/{id} STAFF
            GET /api/v1/audit AUDIT
            GET /api/v1/buildings STAFF
            GET /api/v1/buildings/{id}/dependents STAFF
            GET /api/v1/check-ins STAFF
            GET /api/v1/courses STAFF
            GET /api/v1/courses/{id}/dependents STAFF
            GET /api/v1/departments STAFF
            GET /api/v1/departments/{id}/dependents STAFF
            GET /api/v1/events STAFF
            GET /api/v1/exports/attendance ADMINISTRATOR
            GET /api/v1/exports/check-ins ADMINISTRATOR
            GET /api/v1/exports/sections/{id} STAFF
            GET /api/v1/exports/sections/{id}/meetings/{meeting} STAFF
            GET /api/v1/exports/sections/{id}/meetings/{meeting}/marks STAFF
            GET /api/v1/exports/summaries/{by} ADMINISTRATOR
            GET /api/v1/help-calls STAFF
            GET /api/v1/help-calls/events STAFF
            GET /api/v1/holidays STAFF
            GET /api/v1/hooks ADMINISTRATOR
            GET /api/v1/hooks/{id}/dead-letters ADMINISTRATOR
            GET /api/v1/hooks/{id}/secret ADMINISTRATOR
            GET /api/v1/imports/{id}/plan ADMINISTRATOR
            GET /api/v1/kiosk KIOSK
            GET /api/v1/kiosk/assist KIOSK
            GET /api/v1/kiosk/assist/events KIOSK
            GET /api/v1/kiosks STAFF
            GET /api/v1/kiosks/{id}/actions/{action} STAFF
            GET /api/v1/lecturers STAFF
            GET /api/v1/lecturers/{id}/dependents STAFF
            GET /api/v1/listings TEACHING
            GET /api/v1/low-attendance STAFF
            GET /api/v1/meetings STAFF
            GET /api/v1/meetings/{id}/dependents STAFF
            GET /api/v1/node ADMINISTRATOR
            GET /api/v1/node/authority ADMINISTRATOR
            GET /api/v1/nodes ANYONE
            GET /api/v1/notices STAFF
            GET /api/v1/own/attendance STUDENT
            GET /api/v1/own/low-attendance STUDENT
            GET /api/v1/own/meetings/{id}/attendance TEACHING
            GET /api/v1/own/sections TEACHING
            GET /api/v1/own/sections/{id}/meetings TEACHING
            GET /api/v1/own/sections/{id}/students TEACHING
            GET /api/v1/patterns STAFF
            GET /api/v1/reports STAFF
            GET /api/v1/rooms STAFF
            GET /api/v1/rooms/warnings STAFF
            GET /api/v1/rooms/{id}/code STAFF
            GET /api/v1/rooms/{id}/dependents STAFF
            GET /api/v1/rooms/{id}/seats STAFF
            GET /api/v1/search TEACHING
            GET /api/v1/seats/{id}/dependents STAFF
            GET /api/v1/sections STAFF
            GET /api/v1/sections/{id}/dependents STAFF
            GET /api/v1/sections/{id}/enrolments STAFF
            GET /api/v1/sections/{id}/lecturers STAFF
            GET /api/v1/sections/{id}/sheet STAFF
            GET /api/v1/sessions PERSON
            GET /api/v1/statistics STAFF
            GET /api/v1/statuses STAFF
            GET /api/v1/students STAFF
            GET /api/v1/students/{id} STAFF
            GET /api/v1/students/{id}/attendance STAFF
            GET /api/v1/students/{id}/passes STAFF
            GET /api/v1/terms STAFF
            GET /api/v1/terms/{id}/dependents STAFF
            GET /api/v1/upstream STAFF
            GET /livez ANYONE
            GET /metrics OPERATOR
            GET /openapi.json ANYONE
            GET /readyz ANYONE
            POST /api/v1/account/proof PERSON
            POST /api/v1/account/totp PERSON
            POST /api/v1/account/totp/removal PERSON
            POST /api/v1/accounts ADMINISTRATOR
            POST /api/v1/attendance STAFF
            POST /api/v1/attendance/batches STAFF
            POST /api/v1/attendance/batches/{id}/undo STAFF
            POST /api/v1/attendance/{id}/corrections STAFF
            POST /api/v1/attendance/{id}/undo STAFF
            POST /api/v1/audit/export AUDIT
            POST /api/v1/buildings STAFF
            POST /api/v1/check-ins KIOSK
            POST /api/v1/courses STAFF
            POST /api/v1/departments STAFF
            POST /api/v1/external-sign-ins ANYONE
            POST /api/v1/external-sign-ins/completion ANYONE
            POST /api/v1/hooks ADMINISTRATOR
            POST /api/v1/hooks/{id}/dead-letters/{message}/replay ADMINISTRATOR
            POST /api/v1/hooks/{id}/test ADMINISTRATOR
            POST /api/v1/node/authority/rotation ADMINISTRATOR
            POST /api/v1/node/backups ADMINISTRATOR
            POST /api/v1/node/backups/{name}/drill ADMINISTRATOR
            POST /api/v1/imports ADMINISTRATOR
            POST /api/v1/imports/{id}/apply ADMINISTRATOR
            POST /api/v1/kiosk-tokens ANYONE
            POST /api/v1/kiosk/assist/help-calls KIOSK
            POST /api/v1/kiosk/assist/reports KIOSK
            POST /api/v1/kiosks ADMINISTRATOR
            POST /api/v1/kiosks/pair ANYONE
            POST /api/v1/kiosks/{id}/actions STAFF
            POST /api/v1/kiosks/{id}/actions/{action}/answer STAFF
            POST /api/v1/lecturers STAFF
            POST /api/v1/listings STAFF
            POST /api/v1/meetings STAFF
            POST /api/v1/nodes/{id}/lead OPERATOR
            POST /api/v1/notices STAFF
            POST /api/v1/own/export STUDENT
            POST /api/v1/patterns STAFF
            POST /api/v1/pins/checks KIOSK
            POST /api/v1/registrations/{student}/erasure ADMINISTRATOR
            POST /api/v1/registrations/{student}/export SUPPORT
            POST /api/v1/registrations/{student}/views SUPPORT
            POST /api/v1/reports STAFF
            POST /api/v1/reports/{id}/closed STAFF
            POST /api/v1/rooms STAFF
            POST /api/v1/rooms/tag STAFF
            POST /api/v1/rooms/{id}/seats STAFF
            POST /api/v1/sections STAFF
            POST /api/v1/sections/{id}/enrolments STAFF
            POST /api/v1/sections/{id}/withdrawals STAFF
            POST /api/v1/sessions ANYONE
            POST /api/v1/setup ANYONE
            POST /api/v1/students STAFF
            POST /api/v1/students/{id}/passes STAFF
            POST /api/v1/terms STAFF
            PUT /api/v1/account/password PERSON
            PUT /api/v1/account/totp PERSON
            PUT /api/v1/accounts/{id} ADMINISTRATOR
            PUT /api/v1/accounts/{id}/password ADMINISTRATOR
            PUT /api/v1/attendance-rules STAFF
            PUT /api/v1/buildings/order STAFF
            PUT /api/v1/buildings/{id} STAFF
            PUT /api/v1/courses/{id} STAFF
            PUT /api/v1/departments/{id} STAFF
            PUT /api/v1/help-calls/{id}/state STAFF
            PUT /api/v1/holidays STAFF
            PUT /api/v1/hooks/{id} ADMINISTRATOR
            PUT /api/v1/imports/{id}/parts/{number} ADMINISTRATOR
            PUT /api/v1/kiosk/assist/actions/{id}/answer KIOSK
            PUT /api/v1/kiosk/assist/actions/{id}/state KIOSK
            PUT /api/v1/kiosk/state KIOSK
            PUT /api/v1/kiosks/{id}/name STAFF
            PUT /api/v1/kiosks/{id}/room STAFF
            PUT /api/v1/kiosks/{id}/seat STAFF
            PUT /api/v1/lecturers/{id} STAFF
            PUT /api/v1/low-attendance/{section}/{student} STAFF
            PUT /api/v1/listings/{id} STAFF
            PUT /api/v1/meetings/{id} STAFF
            PUT /api/v1/notices/{id} STAFF
            PUT /api/v1/patterns/{id} STAFF
            PUT /api/v1/pins/{student} STAFF
            PUT /api/v1/registrations/{student}/adjustments SUPPORT
            PUT /api/v1/registrations/{student}/consent SUPPORT
            PUT /api/v1/rooms/order STAFF
            PUT /api/v1/rooms/{id} STAFF
            PUT /api/v1/seats/order STAFF
            PUT /api/v1/seats/{id} STAFF
            PUT /api/v1/sections/{id} STAFF
            PUT /api/v1/sections/{id}/lecturers STAFF
            PUT /api/v1/statuses ADMINISTRATOR
            PUT /api/v1/students/{id} STAFF
            PUT /api/v1/terms/{id} STAFF
            """;

    /// What asks once more for password or code where that is long ago: exports, what was agreed with students,
    /// erasure, accounts, secrets and backups.
    private static final String FRESH = """
            DELETE /api/v1/accounts/{id}/totp
            GET /api/v1/exports/attendance
            GET /api/v1/exports/check-ins
            GET /api/v1/exports/sections/{id}
            GET /api/v1/exports/sections/{id}/meetings/{meeting}
            GET /api/v1/exports/sections/{id}/meetings/{meeting}/marks
            GET /api/v1/exports/summaries/{by}
            GET /api/v1/hooks/{id}/secret
            POST /api/v1/accounts
            POST /api/v1/audit/export
            POST /api/v1/node/authority/rotation
            POST /api/v1/node/backups
            POST /api/v1/node/backups/{name}/drill
            POST /api/v1/own/export
            POST /api/v1/registrations/{student}/erasure
            POST /api/v1/registrations/{student}/export
            POST /api/v1/registrations/{student}/views
            PUT /api/v1/accounts/{id}
            PUT /api/v1/accounts/{id}/password
            PUT /api/v1/registrations/{student}/adjustments
            """;

    /// Whom each audience lets in, besides who is listed in [Audience].
    private static final Map<String, Set<String>> ADMITTED = Map.of(
            "PERSON", Set.of("ADMINISTRATOR", "STAFF", "SUPPORT_OFFICER", "LECTURER", "AUDITOR", "STUDENT"),
            "STUDENT", Set.of("STUDENT"),
            "TEACHING", Set.of("LECTURER", "STAFF", "SUPPORT_OFFICER", "ADMINISTRATOR"),
            "STAFF", Set.of("STAFF", "SUPPORT_OFFICER", "ADMINISTRATOR"),
            "SUPPORT", Set.of("SUPPORT_OFFICER"),
            "ADMINISTRATOR", Set.of("ADMINISTRATOR"),
            "AUDIT", Set.of("AUDITOR"),
            "OPERATOR", Set.of("OPERATOR", "ADMINISTRATOR"),
            "KIOSK", Set.of("KIOSK"));

    private static final String FIRST = "the first password of all";
    private static final String OWN = "a password of my own making";

    /// Found by looking, so that none is forgotten.
    private static List<Class<?>> resources() {
        return new ClassFileImporter()
                .importPackages("org.seatside.server").stream()
                        .filter(found -> found.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .filter(found -> found.getSource()
                                .map(source -> !source.getUri().toString().contains("/test-classes/"))
                                .orElse(false))
                        .filter(found -> !found.getPackageName().startsWith("org.seatside.server.bench"))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    static Set<String> declared() {
        return resources().stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods())
                        .filter(method -> verb(method) != null)
                        .map(method -> verb(method) + " " + path(resource, method) + " "
                                + method.getAnnotation(For.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyResourceMethodIsForWhomTheTableSays() {
        Set<String> declared = declared();
        Set<String> table = TABLE.lines().collect(Collectors.toCollection(TreeSet::new));

        Set<String> missing = new TreeSet<>(declared);
        missing.removeAll(table);
        Set<String> gone = new TreeSet<>(table);
        gone.removeAll(declared);

        assertEquals(
                List.of(),
                List.copyOf(missing),
                () -> "Add these lines to AccessTest.TABLE, after asking yourself whether they are right:\n"
                        + String.join("\n", missing));
        assertEquals(List.of(), List.copyOf(gone), "Take these lines out of AccessTest.TABLE: no method has them");
    }

    @Test
    void whatAnOpenScreenMustNotBeEnoughForAsksOnceMoreWhoItIs() {
        Set<String> fresh = resources().stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods())
                        .filter(method -> verb(method) != null
                                && method.getAnnotation(For.class).fresh())
                        .map(method -> verb(method) + " " + path(resource, method)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(FRESH.lines().collect(Collectors.toCollection(TreeSet::new)), fresh);
    }

    @Test
    void everyResourceAnswersEveryCallerAsTheTableSays(@TempDir Path folder) throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Map<String, Api> callers = callers(campus);
            List<String> wrong = new ArrayList<>();

            TABLE.lines().filter(line -> !endsSessions(line)).forEach(line -> {
                String[] words = line.split(" ", -1);
                callers.forEach((caller, api) -> {
                    int expected = expected(words[2], caller);
                    if (expected != 0 || !words[1].contains("/events")) { // a stream that is let in does not end
                        int status = status(api, words[0], words[1]);
                        boolean right = expected == 0
                                ? words[2].equals("ANYONE") || (status != 401 && status != 403) || isOwnRefusal(line)
                                : status == expected;
                        if (!right || status >= 500) {
                            wrong.add(line + " by " + caller + " was answered " + status);
                        }
                    }
                });
            });

            assertEquals(List.of(), wrong);
        }
    }

    /// The walk needs its sessions to the end.
    private static boolean endsSessions(String line) {
        return line.startsWith("DELETE /api/v1/sessions");
    }

    /// Where the resource itself asks for the password once more before it does anything.
    private static boolean isOwnRefusal(String line) {
        return line.contains("/account/");
    }

    private static int status(Api api, String verb, String path) {
        String somewhere = path.replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
        return api.send(verb, somewhere, verb.startsWith("P") ? "{}" : null, Map.of())
                .status();
    }

    private static Map<String, Api> callers(CampusFixture campus) throws IOException {
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", null);
        Map<String, Api> callers = new TreeMap<>(Map.of(
                "ADMINISTRATOR", campus.admin(),
                "KIOSK", kiosk.signIn(campus.open()),
                "STRANGER", campus.open(),
                "FORGER", campus.open().as("forged"),
                "FORGED KIOSK", campus.open().as(kiosk.id() + ".99999999999.AAAA")));
        callers.put(
                "OPERATOR",
                campus.open()
                        .as(Files.readString(campus.node().dataFolder().resolve("operator-token"))
                                .strip()));
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                callers.put(role.name(), person(campus, role));
            }
        }
        return callers;
    }

    /// An account of one role alone, whose first password was changed.
    private static Api person(CampusFixture campus, Role role) {
        StudentId student = role == Role.STUDENT ? campus.student("20230001").id() : null;
        campus.admin()
                .post(Paths.ACCOUNTS, new NewAccount(role.name(), FIRST, Set.of(role), student, null))
                .expect(200);
        Api first = campus.open()
                .as(campus.open()
                        .post(Paths.SESSIONS, new SignIn(role.name(), FIRST))
                        .as(SignedIn.class)
                        .token());
        first.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(FIRST, OWN))
                .expect(204);
        return first;
    }

    /// 0 for "let in", whatever the resource then makes of an empty body.
    private static int expected(String audience, String caller) {
        if (audience.equals("ANYONE")) {
            return 0;
        }
        if (caller.equals("STRANGER") || caller.startsWith("FORGE")) {
            return 401;
        }
        Set<String> admitted = ADMITTED.get(audience);
        assertNotNull(admitted, () -> "Say in AccessTest.ADMITTED whom the audience " + audience + " lets in");
        return admitted.contains(caller) ? 0 : 403;
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
