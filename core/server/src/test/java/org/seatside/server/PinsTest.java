package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.NewPin;
import org.seatside.model.api.Paths;
import org.seatside.model.api.PinAnswer;
import org.seatside.model.api.PinCheck;
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

            assertEquals(new PinAnswer(true, 0), check(asKiosk, "20260417", "7294"));
            assertEquals(new PinAnswer(false, 0), check(asKiosk, "20269999", "7294"));
            for (int i = 0; i < 4; i++) {
                assertEquals(new PinAnswer(false, 0), check(asKiosk, "20260417", "7295"));
            }
            PinAnswer fifth = check(asKiosk, "20260417", "7295");
            assertFalse(fifth.right());
            assertTrue(fifth.waitSeconds() > 0, fifth.toString());

            campus.admin().put(at, new NewPin("5082")).expect(204);
            assertEquals(new PinAnswer(true, 0), check(asKiosk, "20260417", "5082"), "a new one begins anew");
            campus.admin().delete(at).expect(204);
            assertEquals(new PinAnswer(false, 0), check(asKiosk, "20260417", "5082"));
        }
    }

    private static PinAnswer check(Api kiosk, String number, String pin) {
        return kiosk.post(Paths.PINS + "/checks", new PinCheck(number, pin)).as(PinAnswer.class);
    }
}
