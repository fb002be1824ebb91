package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;

/// What students and lecturers see over HTTP.
final class OwnTest {
    private static final String FIRST = "the first password of all";
    private static final String SECOND = "the second sentence is mine";

    @Test
    void aStudentSeesTheOwnRecordsAndNobodyElses(@TempDir Path folder) throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Room room = campus.room("19C4");
            Student student = campus.student("20260001");
            campus.student("20260002");
            Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
            Api asKiosk = kiosk.signIn(campus.open());
            asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20260001")).expect(200);
            asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20260002")).expect(200);
            Api own = person(campus, "20260001", Role.STUDENT, student.id());

            List<StudentId> seen =
                    own.get(Paths.OWN + "/attendance").as(new TypeReference<List<Attendance>>() {}).stream()
                            .map(Attendance::student)
                            .toList();

            assertEquals(List.of(student.id()), seen);
            for (String path : List.of(Paths.STUDENTS, Paths.ATTENDANCE, Paths.CHECK_INS, Paths.OWN + "/sections")) {
                assertEquals("403 not-allowed", own.get(path).refusal(), path);
            }
            Api.Answer zip = own.post(Paths.OWN + "/export", "").expect(200);
            assertEquals(
                    "application/zip",
                    zip.response().headers().firstValue("Content-Type").orElse(""));
            assertTrue(zip.response().body().length > 500);
        }
    }

    @Test
    void aLecturerWithoutClassesSeesNone(@TempDir Path folder) throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Api lecturer = person(campus, "lecturer", Role.LECTURER, null);

            assertEquals("[]", lecturer.get(Paths.OWN + "/sections").expect(200).text());
            String unknown = "/01890000-0000-7000-8000-000000000001";
            assertEquals(
                    "404 not-found",
                    lecturer.get(Paths.OWN + "/sections" + unknown + "/students")
                            .refusal());
            assertEquals(
                    "404 not-found",
                    lecturer.get(Paths.OWN + "/meetings" + unknown + "/attendance")
                            .refusal());
            assertEquals(
                    "403 not-allowed", lecturer.get(Paths.OWN + "/attendance").refusal());
        }
    }

    private static Api person(CampusFixture campus, String name, Role role, @Nullable StudentId student) {
        campus.admin()
                .post(Paths.ACCOUNTS, new NewAccount(name, FIRST, Set.of(role), student, null))
                .expect(200);
        Api person = campus.open()
                .as(campus.open()
                        .post(Paths.SESSIONS, new SignIn(name, FIRST))
                        .as(SignedIn.class)
                        .token());
        person.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(FIRST, SECOND))
                .expect(204);
        return person;
    }
}
