package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.json.Json;
import org.seatside.model.api.KioskState;
import org.seatside.model.id.KioskId;
import org.seatside.service.kiosk.KioskPresence;
import org.seatside.testkit.FakeClock;

final class PresenceFileTest {
    private static final KioskId KIOSK = KioskId.of("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final KioskState RUNNING = new KioskState("1.0", "RUNNING", 3, 1, -20L, 7L);
    private static final KioskState LOST = new KioskState("1.1", "NO_DEVICE", 0, 0, null, null);

    @TempDir
    private Path folder;

    private final FakeClock clock = FakeClock.at("2026-03-02T00:00:00Z");

    private PresenceFile file(KioskPresence presence) throws Exception {
        return new PresenceFile(new DataFolder(folder), new Json(), presence);
    }

    @Test
    void whatKiosksSaidIsKnownAfterARestart() throws Exception {
        KioskPresence before = new KioskPresence(clock);
        before.says(KIOSK, RUNNING);
        file(before).write();
        KioskPresence.Seen said = new KioskPresence.Seen(KIOSK, clock.instant(), RUNNING);
        clock.advance(Duration.ofHours(8));

        KioskPresence after = new KioskPresence(clock);
        file(after).read();

        assertEquals(List.of(said), after.seen());
    }

    @Test
    void whatAKioskSaysMeanwhileIsKnownBetter() throws Exception {
        KioskPresence before = new KioskPresence(clock);
        before.says(KIOSK, RUNNING);
        file(before).write();
        clock.advance(Duration.ofHours(8));
        KioskPresence after = new KioskPresence(clock);
        after.says(KIOSK, LOST);

        file(after).read();

        assertEquals(List.of(new KioskPresence.Seen(KIOSK, clock.instant(), LOST)), after.seen());
    }

    @Test
    void aDamagedFileCostsWhatWasKnownAndNothingElse() throws Exception {
        KioskPresence presence = new KioskPresence(clock);
        Files.writeString(folder.resolve("kiosks-seen.json"), "[{\"kiosk\":");

        file(presence).read();
        assertEquals(List.of(), presence.seen());

        presence.says(KIOSK, RUNNING);
        file(presence).write();
        KioskPresence after = new KioskPresence(clock);
        file(after).read();
        assertEquals(presence.seen(), after.seen());
    }
}
