package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.NewPin;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.PinAnswer;
import org.seatside.model.api.PinCheck;
import org.seatside.model.api.Provision;
import org.seatside.model.api.SignedProvision;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.PinRule;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;

/// A PIN from staff to kiosk.
final class PinsTest {
    @Test
    void aPinIsRightOrMakesWaitAndIsNeverAWeakOne(@TempDir Path folder) throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Student student = campus.student("20260417");
            String at = Paths.PINS + "/" + student.id();
            Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", null);
            Api asKiosk = kiosk.signIn(campus.open());
            for (String weak : List.of("123", "1111", "2345", "8765", "0417", "12a4", "123456789", "")) {
                assertEquals(
                        "400 pin-weak", campus.admin().put(at, new NewPin(weak)).refusal(), weak);
            }
            assertEquals(new PinAnswer(false, 0), check(asKiosk, "20260417", "7294"), "there is none yet");
            campus.admin().put(at, new NewPin("7294")).expect(204);

            assertTrue(check(asKiosk, "20260417", "7294").right());
            assertEquals(new PinAnswer(false, 0), check(asKiosk, "20269999", "7294"));
            for (int i = 0; i < 4; i++) {
                assertEquals(new PinAnswer(false, 0), check(asKiosk, "20260417", "7295"));
            }
            PinAnswer fifth = check(asKiosk, "20260417", "7295");
            assertFalse(fifth.right());
            assertTrue(fifth.waitSeconds() > 0, fifth.toString());

            campus.admin().put(at, new NewPin("5082")).expect(204);
            assertTrue(check(asKiosk, "20260417", "5082").right(), "a new one begins anew");
            campus.admin().delete(at).expect(204);
            assertEquals(new PinAnswer(false, 0), check(asKiosk, "20260417", "5082"));
        }
    }

    @Test
    void aTypedNumberNeedsThePinWhereTheCampusAsksIt(@TempDir Path folder) throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Student student = campus.student("20260417");
            Room room = campus.room("19C4");
            Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
            Api asKiosk = kiosk.signIn(campus.open());
            campus.admin()
                    .put(Paths.PINS + "/" + student.id(), new NewPin("7294"))
                    .expect(204);
            campus.admin()
                    .put(Paths.RULES, new AttendanceRule(null, null, null, null, null, PinRule.TYPED))
                    .expect(200);

            assertEquals(PinRule.TYPED, provision(asKiosk).pinRule(room.id(), Instant.now()));
            assertEquals(new Outcome.PinNeeded(), send(asKiosk, kiosk.checkIn("20260417")));
            assertEquals(new Outcome.PinNeeded(), send(asKiosk, with("made up", kiosk.checkIn("20260417"))));
            String proof = check(asKiosk, "20260417", "7294").proof();
            assertInstanceOf(Outcome.Present.class, send(asKiosk, with(proof, kiosk.checkIn("20260417"))));

            campus.student("20260418");
            assertInstanceOf(
                    Outcome.Present.class, send(asKiosk, with(CheckIn.PIN_UNCHECKED, kiosk.checkIn("20260418"))));
            Page<CheckInEvent> events =
                    campus.admin().get(Paths.CHECK_INS).as(new TypeReference<Page<CheckInEvent>>() {});
            assertEquals(
                    List.of("Present true", "Present false", "PinNeeded false", "PinNeeded false"),
                    events.items().stream()
                            .map(event -> event.outcome() + " " + event.provisional())
                            .toList());
        }
    }

    private static CheckIn with(@Nullable String pin, CheckIn it) {
        return new CheckIn(
                it.id(),
                it.kiosk(),
                it.epoch(),
                it.seq(),
                it.how(),
                it.student(),
                it.room(),
                it.standing(),
                it.time(),
                pin);
    }

    private static Outcome send(Api kiosk, CheckIn checkIn) {
        return kiosk.post(Paths.CHECK_INS, checkIn).as(Receipt.class).outcome();
    }

    private static Provision provision(Api kiosk) throws MalformedJsonException {
        SignedProvision signed = kiosk.get(Paths.KIOSK_SELF).as(SignedProvision.class);
        return Api.JSON.read(Base64.getDecoder().decode(signed.provision()), Provision.class);
    }

    private static PinAnswer check(Api kiosk, String number, String pin) {
        return kiosk.post(Paths.PINS + "/checks", new PinCheck(number, pin)).as(PinAnswer.class);
    }
}
