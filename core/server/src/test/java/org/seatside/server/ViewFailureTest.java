package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.roster.Room;

/// A node whose view fails under it: it says that it must be started anew, and the next start has everything.
final class ViewFailureTest {
    @Test
    void theNodeIsNotLiveAnyMoreAndEndsForANewStart(@TempDir Path folder) throws Exception {
        CheckIn checkIn;
        Kiosks kiosk;
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Room room = campus.room("Failing");
            campus.student("20230001");
            kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
            checkIn = kiosk.checkIn("20230001");
            Api asKiosk = kiosk.signIn(campus.open());
            try (Connection view = DriverManager.getConnection(
                            "jdbc:h2:file:" + folder.resolve("view/view").toAbsolutePath(), "sa", "");
                    Statement statement = view.createStatement()) {
                statement.execute("drop table upstream");
                statement.execute("drop table check_in");
            }

            asKiosk.post(Paths.CHECK_INS, checkIn).expect(503);

            campus.node().failure().get(10, TimeUnit.SECONDS);
            campus.open().get(Paths.LIVE).expect(503);
            campus.open().get(Paths.READY).expect(503);
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertEquals(3, NodeMain.awaitFailure(campus.node(), new PrintStream(err, true, StandardCharsets.UTF_8)));
            String said = err.toString(StandardCharsets.UTF_8);
            assertTrue(said.startsWith("The node ends, start it anew: The view failed at entry "), said);
            assertEquals(1, said.lines().count(), said);
        }

        try (CampusFixture campus = CampusFixture.start(folder)) {
            campus.open().get(Paths.LIVE).expect(200);
            assertEquals(
                    "Present",
                    kiosk.signIn(campus.open())
                            .post(Paths.CHECK_INS, checkIn)
                            .as(Receipt.class)
                            .outcome()
                            .kind());
        }
    }
}
