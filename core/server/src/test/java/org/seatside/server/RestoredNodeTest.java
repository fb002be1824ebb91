package org.seatside.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.DeviceKey;
import org.seatside.client.KioskLink;
import org.seatside.client.SendResult;
import org.seatside.client.outbox.Draft;
import org.seatside.client.outbox.Outbox;
import org.seatside.json.Json;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;

/// A node whose data folder was replaced by an older copy, and a kiosk that knows better.
final class RestoredNodeTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int EACH = 20;

    @TempDir
    private Path folder;

    private final Set<String> acknowledged = new TreeSet<>();

    @Test
    void nothingAcknowledgedIsMissingAfterTheDataFolderWasSetBack() throws Exception {
        Path live = folder.resolve("live");
        Path backup = folder.resolve("backup");
        try (Outbox outbox =
                Outbox.open(folder.resolve("outbox"), new Json(), InstantSource.system(), new SecureRandom())) {
            try (CampusFixture campus = CampusFixture.start(live);
                    KioskLink link = link(campus, outbox)) {
                KioskInvitation invitation = campus.admin()
                        .post(
                                Paths.KIOSKS,
                                new NewKiosk("Seat", campus.room("19C4").id()))
                        .as(KioskInvitation.class);
                link.pair(invitation.code());
                checkIn(outbox, link);
            }
            copy(live, backup);
            try (CampusFixture campus = CampusFixture.start(live);
                    KioskLink link = link(campus, outbox)) {
                checkIn(outbox, link);
                assertEquals(acknowledged, recorded(campus));
            }
            delete(live);
            copy(backup, live);

            try (CampusFixture campus = CampusFixture.start(live);
                    KioskLink link = link(campus, outbox)) {
                assertEquals(EACH, recorded(campus).size());
                link.start(() -> "RUNNING");

                await().atMost(LONG).until(() -> recorded(campus).size() == 2 * EACH && outbox.waiting() == 0);

                assertEquals(acknowledged, recorded(campus));
            }
        }
    }

    private KioskLink link(CampusFixture campus, Outbox outbox) throws IOException {
        return new KioskLink(
                List.of(campus.node().baseUri()),
                folder.resolve("kiosk"),
                DeviceKey.at(folder.resolve("device.key")),
                outbox,
                "1",
                new Json(),
                InstantSource.system());
    }

    private void checkIn(Outbox outbox, KioskLink link) throws IOException {
        for (int i = 0; i < EACH; i++) {
            CheckIn checkIn = outbox.append(new Draft(
                    Kiosks.anyId(),
                    link.pairing().orElseThrow().kiosk(),
                    Identification.NUMBER_TYPED,
                    "99999999",
                    null,
                    null,
                    link.now()));
            assertInstanceOf(SendResult.Answered.class, link.send(checkIn, SOON));
            acknowledged.add(checkIn.id().toString());
        }
    }

    private static Set<String> recorded(CampusFixture campus) {
        return campus
                .admin()
                .get(Paths.CHECK_INS + "?limit=1000")
                .as(new TypeReference<Page<CheckInEvent>>() {})
                .items()
                .stream()
                .map(event -> event.id().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
